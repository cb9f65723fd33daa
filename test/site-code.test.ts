import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { asInstalled } from '../demo/site/expand.ts'
import { PROJECT } from '../demo/site/sources.ts'
import { type Consumer, installPacked } from './consumer.ts'
import { GIVEN } from './given.ts'
import { namesIn, sectionOf } from './readme.ts'
import { type Block, blocks, blocksIn, blocksOf, isApplication } from './site-code.ts'

const all = blocks()

/** Languages with a test here or in `test/browser/site-code.spec.ts`. */
const TESTED = ['css', 'dts', 'html', 'http', 'js', 'json', 'sh', 'ts']
/** Blocks of these are files that run in other tests: applications that `npm run test:all` builds and drives, and servers. */
const SHOWN_AS_THEY_RUN = [
  ...['astro', 'capnp', 'cfg', 'conf', 'go', 'java', 'php', 'py', 'service', 'svelte', 'text'],
  ...['tsx', 'vue'],
]

test('every code block is tested, or says why it is not', () => {
  expect(all.length).toBeGreaterThan(30)
  const known = [...TESTED, ...SHOWN_AS_THEY_RUN]
  const untold = all.filter(
    ({ language, because }) => because === undefined && !known.includes(language),
  )
  expect(untold.map(({ page, language, code }) => `${page}: ${language}\n${code}`)).toEqual([])
  const excused = new Set(all.filter(it => it.because !== undefined).map(it => it.code))
  expect(excused.size).toBeLessThanOrEqual(MOST_EXCUSED)
})

/** As few as there are: raise it only for what really cannot be run. */
const MOST_EXCUSED = 3

/** All types of the package, as a reader of the reference sees them. */
const declarations: string = (() => {
  const folder = join(PROJECT, 'dist/types')
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names
    .filter(name => name.endsWith('.d.ts'))
    .map(name => readFileSync(join(folder, name), 'utf8').replaceAll('declare ', ''))
    .join('\n')
})()

test.each(SHOWN_AS_THEY_RUN.flatMap(blocksOf))(
  '$page shows a file as it runs in the tests',
  block => {
    expect(isApplication(block)).toBe(true)
  },
)

test('the reference shows the declarations of the package', () => {
  const shown = blocksOf('dts')
  expect(shown.length).toBeGreaterThan(100)
  expect(shown.filter(({ code }) => !declarations.includes(code.trim()))).toEqual([])
})

test.each(blocksOf('json'))('the JSON in $page is JSON', ({ code }) => {
  // A word in angle brackets stands for a value.
  expect(() => JSON.parse(code)).not.toThrow()
})

test.each(blocksOf('css'))('the style in $page names what the element has', ({ code }) => {
  const readme = readFileSync(join(PROJECT, 'README.md'), 'utf8')
  const known = namesIn(sectionOf(readme, 'Slots, parts, states and custom properties'))
  const used = [...code.matchAll(/::part\(([\w-]+)\)|:state\(([\w-]+)\)|(--sealdrop-[\w-]+)/g)]
  const names = used.flatMap(([, part, state, property]) => part ?? state ?? property ?? [])
  expect(names.filter(name => !known.includes(name))).toEqual([])
})

describe('the commands', () => {
  const { scripts } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'))
  /** Programs that a reader has, or that the page tells them to install; and what the shell itself does. */
  const PROGRAMS = ['age', 'age-keygen', 'apt-get', 'git', 'npm', 'npx', 'node', 'openssl', 'set']

  const problemOf = (line: string): string | undefined => {
    const [program = '', ...words] = line.trim().split(/\s+/)
    if (!PROGRAMS.includes(program)) return `unknown program: ${line}`
    const [command = '', script = ''] = words
    const name = command === 'run' ? script : ['start', 'test'].includes(command) ? command : ''
    if (program === 'npm' && name !== '' && !(name in scripts)) return `no such script: ${line}`
    if (program === 'npx' && command === 'tsx' && !existsSync(join(PROJECT, script)))
      return `no such file: ${line}`
    return undefined
  }

  test.each(blocksOf('sh'))('of $page can be called', ({ code }) => {
    const lines = code.split('\n').flatMap(line => line.replace(/#.*/, '').split('&&'))
    expect(lines.filter(line => line.trim() !== '').flatMap(line => problemOf(line) ?? [])).toEqual(
      [],
    )
  })

  test('are looked at', () => {
    expect(problemOf('npm run fly')).toContain('no such script')
    expect(problemOf('sealdrop --help')).toContain('unknown program')
  })
})

describe('the TypeScript', () => {
  const typed = all.filter(
    block =>
      (block.language === 'ts' || block.language === 'js') &&
      block.because === undefined &&
      !isApplication(block),
  )
  let consumer: Consumer
  const pathOf = ({ page, name }: Block, index: number): string =>
    `${page}/${name ?? `block-${index}.ts`}`

  beforeAll(async () => {
    /** What the examples take from the site that they are part of. */
    const given = ['sessions.ts', 'database.ts'].map(name => {
      const code = readFileSync(join(PROJECT, 'test/unit/relay-example', name), 'utf8')
      return [name, asInstalled(code)] as const
    })
    const files = typed.map((block, index): [string, string] => [
      pathOf(block, index),
      `${block.code}\nexport {}\n`,
    ])
    const pages = [...new Set(typed.map(({ page }) => page))]
    const compilerOptions = {
      strict: true,
      allowJs: true,
      checkJs: true,
      noEmit: true,
      target: 'es2022',
      lib: ['es2023', 'dom', 'dom.iterable'],
      types: ['node'],
      allowImportingTsExtensions: true,
      module: 'esnext',
      moduleResolution: 'bundler',
      skipLibCheck: true,
    }
    consumer = await installPacked('site', {
      ...Object.fromEntries(files),
      ...Object.fromEntries(
        pages.flatMap(page => given.map(([name, code]) => [`${page}/${name}`, code])),
      ),
      'given.ts': `${GIVEN}export {}\n`,
      'tsconfig.json': JSON.stringify({ compilerOptions, include: ['**/*.ts', '**/*.js'] }),
    })
  }, 60_000)

  test('of every page compiles against the package', () => {
    expect(typed.length).toBeGreaterThan(15)
    const tsc = spawnSync('tsc', ['-p', '.'], {
      cwd: consumer.folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
      env: {
        ...process.env,
        PATH: `${join(PROJECT, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`,
      },
    })
    expect(`${tsc.stdout}${tsc.stderr}`).toBe('')
  }, 60_000)
})

test('blocks are found in lists, too, with the reason above them', () => {
  const page = '- Type:\n\n  ```js\n  run()\n  ```\n\n<!-- not run: a sketch -->\n```\na > b\n```\n'
  expect(blocksIn('page', page)).toEqual([
    { page: 'page', language: 'js', name: undefined, code: 'run()\n', because: undefined },
    { page: 'page', language: '', name: undefined, code: 'a > b\n', because: 'a sketch' },
  ])
})
