import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { type Consumer, installPacked } from './consumer.ts'
import { codeIn } from './readme.ts'

const root = join(import.meta.dirname, '..')
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const readme = codeIn(readFileSync(join(root, 'README.md'), 'utf8'))
const example = readme.find(code => code.includes('sealdrop/testing/component')) ?? ''
const IN_JSDOM = '// @vitest-environment jsdom'

/** As somebody writes it who has never heard of the helper. */
const plain = `
import 'sealdrop/define'
import { expect, it, vi } from 'vitest'

it('draws the page', async () => {
  const logged = vi.spyOn(console, 'error')
  const fails: string[] = []
  document.addEventListener('sealdrop-fail', event => fails.push(event.error.code))
  document.body.innerHTML =
    '<form><label for="p">Papers</label><seal-drop id="p" name="p" required></seal-drop><button>Go</button></form>'
  const papers = document.querySelector('seal-drop')
  await papers.updateComplete
  expect(papers.shadowRoot.textContent).toContain('This browser cannot encrypt documents')
  expect(papers.labels[0].textContent).toBe('Papers')
  expect(papers.form).toBe(document.querySelector('form'))
  expect(fails).toEqual(['unsupported'])
  let sent = 0
  document.addEventListener('submit', event => event.preventDefault(sent++))
  document.querySelector('button').click()
  expect(sent).toBe(1)
  expect(logged).not.toHaveBeenCalled()
})
`

let consumer: Consumer
beforeAll(async () => {
  expect(example).toContain(IN_JSDOM)
  const inHappyDom = (code: string): string =>
    code.replace(IN_JSDOM, IN_JSDOM.replace('jsdom', 'happy-dom'))
  const tests = { shown: example, plain: `${IN_JSDOM}\n${plain}` }
  consumer = await installPacked('component', {
    'vitest.config.ts': 'export default {}', // else Vitest takes this project's, which is further up
    ...Object.fromEntries(
      Object.entries(tests).flatMap(([name, code]) => [
        [`jsdom/${name}.test.ts`, code],
        [`happy-dom/${name}.test.ts`, inHappyDom(code)],
      ]),
    ),
  })
}, 60_000)

test.each(['jsdom', 'happy-dom'])(
  'a page is tested with the installed package in %s, just as the README shows it',
  runner => {
    const run = spawnSync(process.execPath, [vitest, 'run', runner, '--reporter=json'], {
      cwd: consumer.folder,
      encoding: 'utf8',
    })
    const report = JSON.parse(run.stdout.slice(run.stdout.indexOf('{')) || '{}')
    expect(report, `${run.stdout}${run.stderr}`).toMatchObject({ success: true, numPassedTests: 2 })
    expect(run.stderr).not.toMatch(/error/i)
  },
  60_000,
)
