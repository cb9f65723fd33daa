import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { statusError } from '../../src/core/answer.ts'
import { type ErrorCode, SealDropError } from '../../src/core/errors.ts'
import '../../src/define.ts'
import { SealDropElement } from '../../src/element/index.ts'
import * as sealdrop from '../../src/index.ts'
import { isFinal, isMoving, type Phase } from '../../src/session/phases.ts'
import { decide, defaultRetryPolicy } from '../../src/session/retry.ts'
import { itemOf, membersIn, namesIn, rowsIn, sectionOf, unionIn } from '../readme.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string): Promise<string> => readFile(join(root, path), 'utf8')
const readme = await read('README.md')
const contracts = await read('src/core/contracts.ts')

/** The text of every module below a folder. */
const sourcesBelow = async (folder: string): Promise<string> => {
  const paths = (await readdir(join(root, folder), { recursive: true })).filter(path =>
    path.endsWith('.ts'),
  )
  return (await Promise.all(paths.sort().map(path => read(join(folder, path))))).join('\n')
}
const element = (await sourcesBelow('src/element')) + (await sourcesBelow('src/pictures'))

const rowsOf = (heading: string) => rowsIn(sectionOf(readme, heading))
/** What stands first in each row. */
const listed = (heading: string): readonly string[] =>
  rowsOf(heading).flatMap(([first = '']) => namesIn(first))
const sorted = (names: Iterable<string>): readonly string[] => [...new Set(names)].sort()
const found = (pattern: RegExp): readonly string[] =>
  sorted([...element.matchAll(pattern)].map(([, name = '']) => name))
describe('the README has a row for every', () => {
  test('error code, and none for what is no code', async () => {
    const codes = unionIn(await read('src/core/errors.ts'), 'ErrorCode')
    expect(codes.length).toBeGreaterThan(20)
    const table = rowsOf('Errors').filter(cells => cells.length === 4)
    expect(table.map(([code = '']) => namesIn(code)[0]).toSorted()).toEqual(codes.toSorted())
    expect(table.filter(cells => cells.includes(''))).toEqual([])
  })

  test('field of an error', async () => {
    const facts = membersIn(await read('src/core/errors.ts'), 'ErrorFacts')
    const table = rowsOf('Errors').filter(cells => cells.length === 2)
    expect(sorted(table.map(([field = '']) => namesIn(field)[0] ?? ''))).toEqual(
      sorted([...facts, 'code']),
    )
  })

  test('phase of a file', () => {
    const union = contracts.slice(contracts.indexOf('export type FileState ='))
    const phases = [...union.matchAll(/\bphase: ((?:'\w+'(?: \| )?)+)/g)].flatMap(([, some = '']) =>
      [...some.matchAll(/'(\w+)'/g)].map(([, phase = '']) => phase),
    )
    expect(phases.length).toBeGreaterThan(10)
    expect(sorted(listed('The phases of a file'))).toEqual(sorted(phases))
  })

  test('remark', () => {
    const remarks = unionIn(contracts, 'Remark')
    expect(remarks.length).toBeGreaterThan(5)
    expect(sorted(listed('Remarks'))).toEqual(sorted(remarks))
  })

  test('field of a receipt', () => {
    const fields = membersIn(contracts, 'Receipt')
    expect(fields).toContain('reference')
    expect(sorted(listed('The receipt'))).toEqual(sorted(fields))
  })

  test('attribute and property', () => {
    expect(SealDropElement.observedAttributes).toContain('name') // makes Lit read the properties
    const own = [...SealDropElement.elementProperties].map(([key, { attribute }]) => {
      const name = String(key)
      const written = attribute === false ? '—' : `\`${attribute ?? name.toLowerCase()}\``
      return `${written} \`${name}\``
    })
    const table = rowsOf('Attributes and properties').map(cells => cells.slice(0, 2).join(' '))
    expect(table.toSorted()).toEqual(own.toSorted())
  })

  test('event', () => {
    const events = found(/super\('(sealdrop-[a-z]+)'/g)
    expect(events.length).toBeGreaterThan(3)
    const native = ['input', 'change']
    expect(sorted(listed('Events'))).toEqual(sorted([...events, ...native]))
  })

  test('switch of a sandbox', async () => {
    const faults = membersIn(await read('src/testing/faults.ts'), 'FaultDetails')
    expect(faults).toContain('stall')
    const rows = rowsOf('A sandbox for your tests').flatMap(([first = '']) => namesIn(first))
    expect(sorted(rows)).toEqual(sorted([...faults, 'cors']))
  })

  test('option of the relay', async () => {
    const options = membersIn(await read('src/relay/options.ts'), 'RelayOptions')
    expect(options).toContain('authorize')
    const rows = listed('The relay').filter(name => !name.includes('.'))
    expect(sorted(rows)).toEqual(sorted(options))
  })
})

describe('the README names every', () => {
  test('thing that a browser must have', async () => {
    const checks = [await read('src/core/environment.ts'), await read('src/element/environment.ts')]
    const needs = checks.flatMap(text => {
      const [, table = ''] = /const needs[^{]*\{(.*?)\n\}\)/s.exec(text) ?? []
      return [...table.matchAll(/^ {2}(?:'([^']+)'|(\w+)):/gm)].map(([, a, b]) => a ?? b ?? '')
    })
    expect(needs.length).toBeGreaterThan(4)
    const install = sectionOf(readme, 'Install')
    expect(needs.filter(name => !install.includes(name))).toEqual([])
  })

  const heading = 'Slots, parts, states and custom properties'

  test('part', () =>
    expect(itemOf(readme, heading, 'Parts')).toEqual(found(/\bpart(?:="|', ')(\w+)/g)))
  test('slot', () =>
    expect(itemOf(readme, heading, 'Slots')).toEqual(found(/<slot\s+name="(\w+)"/g)))
  test('state', () =>
    expect(itemOf(readme, heading, 'States')).toEqual(found(/@cssstate ([\w-]+)/g)))
  test('custom property', () =>
    expect(itemOf(readme, heading, 'Custom properties')).toEqual(
      found(/var\((--sealdrop-[a-z-]+)/g),
    ))

  test('method, and none that is not there', () => {
    const methods = listed('Methods').map(call => call.replace(/\(.*/, ''))
    expect(methods.length).toBeGreaterThan(10)
    expect(methods.filter(name => !(name in SealDropElement.prototype))).toEqual([])
  })

  const exported = new Map<string, unknown>(Object.entries(sealdrop))
  const seam =
    'name endpoint authorize origins timeouts traits prescribe send sendMany commit discard'
  const transports = rowsOf('Transports').map(([name = '', options = '', methods = '']) => ({
    name: namesIn(name)[0] ?? '',
    options: namesIn(options),
    methods: namesIn(methods),
  }))
  afterEach(() => vi.unstubAllGlobals())
  test.each(transports)('option and further method of $name', async transport => {
    const { name, options, methods } = transport
    const source = await sourcesBelow(`src/providers/${name}`)
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Options`
    const given = membersIn(source, type)
    expect(given).toContain('endpoint')
    const everywhere = ['endpoint', 'authorize', 'origins', 'timeouts']
    const every = given.filter(option => !everywhere.includes(option))
    expect(every.filter(option => !options.includes(option))).toEqual([])

    vi.stubGlobal('document', { baseURI: 'https://site.example/' })
    const create = exported.get(name) as (options: object) => object
    const made = Object.keys(create({ endpoint: 'https://provider.example/api' }))
    const further = made.filter(member => !seam.split(' ').includes(member))
    expect(sorted(methods)).toEqual(sorted(further))
  })
})

describe('what the README says is so', () => {
  test('the attributes in its examples', () => {
    const tags = [...readme.matchAll(/<seal-drop\s([^>]*)>/g)].map(([, words = '']) => words)
    expect(tags.length).toBeGreaterThan(1)
    const used = tags.flatMap(words => [...words.matchAll(/([\w-]+)(?:="[^"]*")?/g)])
    const known = [...listed('Attributes and properties'), 'id']
    expect(used.map(([, name = '']) => name).filter(name => !known.includes(name))).toEqual([])
  })

  test.each(rowsOf('The phases of a file'))('%s: who takes the next step', (name, _, goesOn) => {
    const [phase = ''] = namesIn(name)
    const isFinalHere = goesOn === 'no, final'
    expect(isMoving(phase as Phase)).toBe(goesOn?.startsWith('yes'))
    // A failed or paused file may go on by hand: its row says no, and not final.
    expect(isFinal(phase as Phase)).toBe(isFinalHere)
  })

  const triedAgain = (code: ErrorCode): string => {
    const row = rowsOf('Errors').find(([first]) => first === `\`${code}\``)
    return row?.[3] ?? ''
  }
  const never = { retries: 0, canReauthorize: true, canReseal: true }
  const words = {
    fail: /^no\b/,
    wait: /^yes\b/,
    online: /^waits\b/,
    reauthorize: /^once\b/,
    reseal: /^once\b/,
  } as const

  test.each([400, 401, 403, 404, 408, 410, 413, 429, 500, 503, 302])(
    'whether it is tried again after %d',
    status => {
      const error = statusError({ status, header: () => null, text: '' })
      const { next } = decide(error, never, defaultRetryPolicy)
      expect(triedAgain(error.code)).toMatch(words[next])
    },
  )

  test.each(['offline', 'keys-rotated'] as const)('whether it is tried again: %s', code => {
    const { next } = decide(new SealDropError(code, ''), never, defaultRetryPolicy)
    expect(triedAgain(code)).toMatch(words[next])
  })

  test('the defaults of the retry policy', () => {
    const row = rowsOf('Attributes and properties').find(([, name]) => name === '`retryPolicy`')
    for (const [key, value] of Object.entries(defaultRetryPolicy))
      expect(row?.[2]).toContain(`\`${key}\` (${value.toLocaleString('en')})`)
  })

  test.each(['upload', 'valueFormat', 'fileName'] as const)('the default of %s', name => {
    const row = rowsOf('Attributes and properties').find(([, cell]) => cell === `\`${name}\``)
    expect(row?.[2]).toContain(`(\`${new SealDropElement()[name]}\`)`)
  })
})
