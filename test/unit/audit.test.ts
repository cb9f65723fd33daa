import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { testSources, unfounded } from '../promises.ts'

const page = 'demo/site/pages/about/audit.md'

test('every test that the accessibility audit gives as evidence is there, in the file that it names', async () => {
  const sources = [...(await testSources())]
  const named = [...(await readFile(page, 'utf8')).matchAll(/`([\w-]+) > ([^`]+)`/g)].filter(
    ([, file]) => file !== 'file', // how to read it
  )
  expect(named.length).toBeGreaterThan(60)
  const missing = named.flatMap(([text, file = '', title = '']) => {
    const own = sources.filter(
      ([path]) =>
        basename(path).split('.')[0] === file ||
        (file === 'firefox' && path.includes('engines/journeys')),
    )
    return unfounded([{ text, tests: [{ file, title }] }], new Map(own))
  })
  expect(missing).toEqual([])
})

/** WCAG 2.2, A and AA; 4.1.1 is gone. */
const CRITERIA = `1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5
  1.4.10 1.4.11 1.4.12 1.4.13 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.4.11
  2.5.1 2.5.2 2.5.3 2.5.4 2.5.7 2.5.8 3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8
  4.1.2 4.1.3`

test('every criterion of WCAG 2.2, A and AA, has a verdict for the element and for the desk', async () => {
  const [wcag = ''] = (await readFile(page, 'utf8')).split('## EN 301 549')
  const rows = wcag.split('\n').filter(line => /^\| \d/.test(line))
  const judged = rows.flatMap(row => {
    const [criteria = '', element, desk, evidence] = row.replace(/^\| | \|$/g, '').split(' | ')
    const verdict = expect.stringMatching(/^(yes|–|page)$/)
    expect([element, desk, evidence], criteria).toEqual([
      verdict,
      verdict,
      expect.stringMatching(/\w/),
    ])
    return criteria.match(/\d\.\d\.\d+/g) ?? []
  })
  expect(judged.toSorted()).toEqual(CRITERIA.split(/\s+/).toSorted())
})
