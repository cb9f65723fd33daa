import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Consumer, installPacked } from './consumer.ts'
import { GIVEN } from './given.ts'
import { built, dist, loadedWith, reachableFrom } from './health/graph.ts'
import { entryRows, isOver, table } from './health/sizes.ts'
import { integrityOf } from './integrity.ts'
import { outputs } from './manifest/outputs.ts'
import { bundledIn } from './notices.ts'
import { codeIn } from './readme.ts'

const root = join(import.meta.dirname, '..')
const providers = readdirSync(join(root, 'src/providers'), { withFileTypes: true }).flatMap(
  entry => (entry.isDirectory() ? [entry.name] : []),
)
const transportFiles = providers.map(provider => `transport-${provider}.js`)
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

const scripts = (): string[] => readdirSync(dist).filter(name => name.endsWith('.js'))

beforeAll(() => {
  if (!existsSync(dist)) throw new Error('There is no dist: npm run build comes first.')
})

describe('the package', () => {
  test('lists every file with a side effect', () => {
    const effects = ['define.js', 'sealdrop.js', 'sealdrop.iife.js', 'worker.js']
    expect(manifest.sideEffects.toSorted()).toEqual(
      effects.map(name => `./dist/${name}`).toSorted(),
    )
  })

  test('hands the contract of a transport to any runner', () => {
    const program = `
      const { transportContract } = await import('sealdrop/testing')
      let count = 0
      const never = () => {}
      const runner = { describe: (_, body) => body(), it: () => count++, beforeAll: never, afterAll: never }
      transportContract({ name: 'ours', start: never }, runner)
      process.stdout.write(count > 60 ? 'clauses' : 'too few')`
    const node = spawnSync(process.execPath, ['--input-type=module', '-e', program], { cwd: root })
    expect(`${node.stdout}${node.stderr}`).toBe('clauses')
  })

  test('starts the sandbox of a provider in Node, with no package but age', () => {
    const program = `
      const { startSandbox } = await import('sealdrop/sandbox')
      const { endpoint, direct, received, close } = await startSandbox('http')
      const body = new FormData()
      body.set('file', new Blob(['sealed']), 'a.age')
      await fetch(endpoint, { method: 'POST', headers: direct.headers, body })
      process.stdout.write(received().map(({ wireName, size }) => wireName + ' ' + size).join())
      await close()`
    const node = spawnSync(process.execPath, ['--input-type=module', '-e', program], { cwd: root })
    expect(`${node.stdout}${node.stderr}`).toBe('a.age 6')

    const imported = [
      ...built('sandbox.js').matchAll(/\b(?:from |import |require\()["'](.*?)["']/g),
    ]
    const packages = new Set(imported.flatMap(([, name = '']) => (/^node:/.test(name) ? [] : name)))
    expect([...packages]).toEqual(['age-encryption'])
    expect(Object.keys(manifest.dependencies)).not.toContain('@fastify/busboy')
  })

  test('can be imported in Node, the element too', () => {
    const program = `
      const { createSession } = await import('sealdrop')
      const { SealDropElement } = await import('sealdrop/element')
      const { createRelay } = await import('sealdrop/relay')
      process.stdout.write([createSession, SealDropElement, createRelay].map(thing => typeof thing).join())`
    const node = spawnSync(process.execPath, ['--input-type=module', '-e', program], { cwd: root })
    expect(`${node.stdout}${node.stderr}`).toBe('function,function,function')
  })
})

test('what editors and frameworks are told is what the class says now', () => {
  for (const [path, text] of outputs()) expect(built(path), path).toBe(text)
})

test('the bill of materials names every package that the notices name, and all that is installed', () => {
  const { components, dependencies } = JSON.parse(built('sbom.cdx.json'))
  const named: string[] = components.map(
    ({ name, version }: { name: string; version: string }) => `${name} ${version}`,
  )
  const noted = [built('licenses.txt'), built('desk.html')].flatMap(bundledIn)
  expect(noted.length).toBeGreaterThan(10)
  expect(named).toEqual(
    expect.arrayContaining(noted.map(({ name, version }) => `${name} ${version}`)),
  )
  const installed = Object.keys(manifest.dependencies)
  expect(components.map(({ name }: { name: string }) => name)).toEqual(
    expect.arrayContaining(installed),
  )
  const refs = new Set(dependencies.map(({ ref }: { ref: string }) => ref))
  for (const { dependsOn } of dependencies)
    for (const ref of dependsOn) expect(refs, ref).toContain(ref)
})

describe('the builds', () => {
  test('keep the worker in one file that needs no other', () => {
    expect(built('worker.js')).not.toMatch(/\bimport\b|\bexport\b|\brequire\(/)
  })

  test.each(['worker-text.js', 'chunk-worker-text.js'])(
    'carry the worker as text in %s, which loads late',
    async name => {
      const { workerText } = await import(/* @vite-ignore */ pathToFileURL(join(dist, name)).href)
      expect(workerText.trim()).toBe(built('worker.js').trim())
      for (const entry of ['sealdrop.js', 'index.js', 'define.js'])
        expect([...loadedWith(entry)]).not.toContain(name)
    },
  )

  test('look for the worker beside themselves, in words a bundler understands', () => {
    const those = scripts().filter(
      name => name !== 'sandbox.js' && built(name).includes('import.meta.url'),
    )
    const forBundlers = those.filter(name => name.startsWith('chunk-'))
    expect(forBundlers.length).toBeGreaterThan(0)
    expect(those.length).toBeGreaterThan(forBundlers.length)
    for (const name of forBundlers)
      expect(built(name)).toContain('new URL("./worker.js", import.meta.url)')
    for (const name of those)
      expect(built(name)).toMatch(/new URL\(["`]\.\/worker\.js["`],\s?import\.meta\.url\)/)
  })

  test.each(['sealdrop.js', 'sealdrop.iife.js', 'define.js'])('register the element: %s', name => {
    expect(built(name)).toContain('customElements.define(')
  })

  test('have one that is a classic script', () => {
    const script = built('sealdrop.iife.js')
    expect(script).not.toMatch(/import\.meta|\bexport\b/)
    // All but these, which load from beside it: what not everybody needs.
    const beside = [...script.matchAll(/\bimport\(new URL\(`\.\/(.*?)`,\w+\)/g)].map(
      ([, what = '']) => what,
    )
    expect([...new Set(beside)].toSorted()).toEqual(
      [
        'age-pdf.js',
        'languages.js',
        'post-quantum.js',
        'shelf.js',
        ...transportFiles,
        'viewer.js',
        'worker-text.js',
      ].toSorted(),
    )
    expect(script.split('import(')).toHaveLength(beside.length + 1)
    expect(beside.filter(name => !existsSync(join(dist, name)))).toEqual([])
    expect(built('sealdrop.iife.js')).toContain('worker.js')
    // A second element would register its policies again, which a page with Trusted Types forbids.
    for (const name of beside.flatMap(file => [...loadedWith(file)]))
      expect(built(name)).not.toContain('createPolicy(')
  })

  test.each(transportFiles)('have %s, which runs as a module and as a classic script', name => {
    expect(built(name)).not.toMatch(/import\.meta|\bexport\b/)
    // Two of them on a page share no name.
    expect(built(name)).toMatch(/^\s*(\/\*.*\n)?\(function\(\)\{/)
    expect(built(name)).toMatch(/\}\)\(\);\s*$/)
    expect(built(name)).toContain('`transports-')
    // A classic script of another origin resolves no relative import.
    const late = [...built(name).matchAll(/\bimport\((\w+)\?new URL\(`(.*?)`,\1\)/g)]
    expect(late.map(([, , what]) => what)).toEqual(
      { 'transport-tus.js': ['./tus-client.js'], 'transport-s3.js': ['./md5.js'] }[name] ?? [],
    )
    expect(built(name).split('import(')).toHaveLength(late.length + 1)
  })

  test('put no cipher and no hash of our own on the page', () => {
    // open.js and cli.js are the recipient's side: no page that collects documents loads them. The post-quantum code agrees on keys, late;
    // MD5 is for buckets that compare nothing else.
    const apart = [
      ...['worker.js', 'worker-text.js', 'chunk-worker-text.js'],
      ...['open.js', 'cli.js', 'post-quantum.js', 'chunk-noble.js'],
      ...['md5.js', 'chunk-md5.js'],
    ]
    const page = scripts().filter(name => !apart.includes(name))
    for (const name of page) expect([...loadedWith(name)]).not.toContain('open.js')
    expect(
      page.filter(name => /@noble|\bSHA256_K\b|0x428a2f98|1116352408/.test(built(name))),
    ).toEqual([])
    expect(built('worker.js')).toMatch(/0x428a2f98|1116352408/)
  })

  test('put nothing of the relay into a page, at once or later', () => {
    const holding = (entries: readonly string[]): string[] =>
      entries
        .flatMap(entry => [...reachableFrom(entry)])
        .filter(name => /\ballowedByDefault\b/.test(built(name)))
    expect(holding(['relay.js'])).not.toEqual([])
    const pages = ['index', 'element', 'define', 'sealdrop', 'sealdrop.iife', 'worker', 'open']
    expect(holding(pages.map(name => `${name}.js`))).toEqual([])
    expect(readFileSync(join(dist, 'desk.html'), 'utf8')).not.toContain('allowedByDefault')
  })

  test('put nothing of a page into what runs on a server', () => {
    const page = /\bXMLHttpRequest\b|\bcustomElements\b|\bWorker\b/
    const holding = (entry: string): string[] =>
      [...reachableFrom(entry)].filter(name => page.test(built(name)))
    expect(holding('index.js')).not.toEqual([])
    expect([...holding('relay.js'), ...holding('sandbox.js')]).toEqual([])
  })

  test('load no more than their budgets', () => {
    expect(entryRows().length).toBeGreaterThan(3)
    expect(table(entryRows().filter(isOver))).toBe('')
  })

  test('load a transport only when it is used', () => {
    const [transport = ''] = scripts().filter(name => /^didww-.+\.js$/.test(name))
    expect(transport).not.toBe('')
    expect([...loadedWith('sealdrop.js')]).not.toContain(transport)
    const others = scripts().filter(name => name !== transport)
    expect(others.filter(name => built(name).includes(`import(\`./${transport}\`)`))).toHaveLength(
      1,
    )
  })
})

describe('the licences of what is bundled', () => {
  const licenceOf = (path: string): string =>
    readFileSync(join(root, 'node_modules', path), 'utf8')
      .replaceAll('\r\n', '\n')
      .trim()
  const lit = ['lit/LICENSE', 'lit-html/LICENSE']

  test.each([
    ['worker.js', ['@noble/ciphers/LICENSE', '@noble/hashes/LICENSE']],
    ['sealdrop.iife.js', lit],
    ['post-quantum.js', ['@noble/post-quantum/LICENSE', '@noble/curves/LICENSE']],
    ['md5.js', ['@noble/hashes/LICENSE']],
    ['tus-client.js', ['tus-js-client/LICENSE', 'js-base64/LICENSE.md', 'url-parse/LICENSE']],
    ['sandbox.js', ['@fastify/busboy/LICENSE', '@fastify/busboy/deps/dicer/LICENSE']],
  ])('lie beside %s, which says so', (name, paths) => {
    expect(built(name)).toMatch(/^\/\*!.*licenses\.txt/)
    for (const path of paths) expect(built('licenses.txt')).toContain(licenceOf(path))
    expect(built('licenses.txt')).toMatch(new RegExp(`, in .*\\b${name.replaceAll('.', '\\.')}`))
  })

  test('are in the desk, which is handed on alone', () => {
    const paths = [
      ...lit,
      'age-encryption/LICENSE',
      'client-zip/LICENSE.txt',
      '@scure/base/LICENSE',
    ]
    for (const path of paths) expect(built('desk.html')).toContain(licenceOf(path))
  })

  test('come with our own', () => {
    const ours = readFileSync(join(root, 'LICENSE'), 'utf8').trim()
    expect(built('licenses.txt')).toContain(ours)
    expect(built('desk.html')).toContain(ours)
  })
})

describe('sri.json', () => {
  const hashes: Record<string, string> = JSON.parse(built('sri.json'))

  test('has the hash of every file that a page can load without a bundler, and of the desk', () => {
    const loadable = ['sealdrop.js', 'sealdrop.iife.js', 'worker.js'].flatMap(name => [
      ...reachableFrom(name),
    ])
    const all = new Set([
      ...loadable,
      ...transportFiles,
      ...['post-quantum.js', 'tus-client.js', 'md5.js', 'desk.html'],
    ])
    expect(Object.keys(hashes).sort()).toEqual([...all].sort())
  })

  test('has the right ones', () => {
    const right = Object.keys(hashes).map(name => [name, integrityOf(built(name))])
    expect(hashes).toEqual(Object.fromEntries(right))
  })
})

/** The README's examples that stand alone. The others run in tests of their own. */
const examplesIn = (readme: string): Readonly<Record<string, string>> => {
  const alone = codeIn(readme).filter(
    code =>
      !code.includes("from './") && !/node:|export |sealdrop\/sandbox|from 'vitest'/.test(code),
  )
  const named = alone.map((code, index) => [`readme-${index}.ts`, `${code}export {}\n`] as const)
  return { ...Object.fromEntries(named), 'given.ts': `${GIVEN}export {}\n` }
}

describe('who installs it', () => {
  let consumer: Consumer
  const examples = examplesIn(readFileSync(join(root, 'README.md'), 'utf8'))
  beforeAll(async () => {
    const use = `
      import { createSession, didww, isSealDropError, type Receipt, SealDropError } from 'sealdrop'
      import type { SealDropElement } from 'sealdrop/element'
      import 'sealdrop/define'
      const session = createSession({ transport: didww({ endpoint: '/relay/didww' }) })
      export const receipts: Promise<Receipt[]> = session.finish()
      export const code = (error: unknown): string => (isSealDropError(error) ? error.code : '')
      export const isOurs: boolean = new Error() instanceof SealDropError
      const element: SealDropElement | null = document.querySelector('seal-drop')
      export const files: number | undefined = element?.files.length
      // @ts-expect-error: a transport is required
      createSession({})
    `
    const readme = codeIn(readFileSync(join(root, 'README.md'), 'utf8'))
    const transport = readme.find(code => code.includes('export const mailroom')) ?? ''
    const contract = `
      import { mailroom } from './mailroom.ts'
      import { type Peer, type Runner, transportContract } from 'sealdrop/testing'
      export const test = (peer: Peer, runner: Runner): void =>
        transportContract(
          { name: 'mailroom', start: async () => ({ ...peer, transport: () => mailroom({ endpoint: '/' }) }) },
          runner,
        )
    `
    const page = `
      import 'sealdrop/define'
      const element = document.querySelector('seal-drop')
      export const references: string[] | undefined = element?.receipts.map(receipt => receipt.reference)
      export const phase: string | undefined = element?.files[0]?.state.phase
      document.addEventListener('sealdrop-receipt', ({ receipt }) => receipt.reference.trim())
      // @ts-expect-error: there is no such property
      element?.pigeons
    `
    const component = `
      import 'sealdrop/define'
      import { deliver, fail, type FakeFile, refuse, simulate } from 'sealdrop/testing/component'
      const file: FakeFile = { name: 'a.pdf', remarks: ['encrypted'] }
      export const test = async (element: HTMLElementTagNameMap['seal-drop']): Promise<string[]> => {
        simulate({ allowInBrowser: true })
        const { reference } = await deliver(element, { ...file, allowInBrowser: true })
        const { code } = await refuse(element, 'damaged')
        // @ts-expect-error: where there is no network, no file fails
        await fail(element, 'offline')
        return [reference, code]
      }
    `
    const sandbox = `
      import { createRelay } from 'sealdrop/relay'
      import { type SandboxSwitches, startSandbox } from 'sealdrop/sandbox'
      const { upstream, rotateKeys, flip } = await startSandbox('didww', { modulusLength: 2048 })
      createRelay({ providers: { didww: upstream }, authorize: () => false, ticketKey: '' })
      export const keys: SandboxSwitches<'didww'>['keys'] = 'crlf'
      flip({ keys, dropBody: { times: 1 } })
      await rotateKeys()
      // @ts-expect-error: only DIDWW's sandbox has keys
      await startSandbox('tus', { modulusLength: 2048 })
      // @ts-expect-error: there is no such switch
      flip({ dropEverything: true })
    `
    const scripts = `
      import 'sealdrop/worker.js'
      import { createSession } from 'sealdrop/sealdrop.js'
      import type {} from 'sealdrop/sealdrop.iife.js'
      const options = { transport: 'didww', endpoint: '/relay/didww' } as const
      export const transport = await SealDrop.transportByName('didww', options)
      export const session = await SealDrop.createSession({ transport })
      export const sameSession: typeof session = await createSession({ transport })
      // @ts-expect-error: the script tag has no such name
      SealDrop.didww
    `
    consumer = await installPacked('types', {
      ...examples,
      'scripts.ts': scripts,
      'react.tsx': readFileSync(join(root, 'test/frameworks/react/types/types.tsx'), 'utf8'),
      'use.ts': use,
      'page.ts': page,
      'component.ts': component,
      'sandbox.ts': sandbox,
      'mailroom.ts': transport,
      'contract.ts': contract,
    })
  })

  test('gets the builds, the types, the pages, the vectors of the format; nothing else', () => {
    const others = consumer.packed.filter(path => !path.startsWith('dist/'))
    const pages = ['ARCHITECTURE', 'CHANGELOG', 'CONTRIBUTING', 'FORMAT', 'README', 'SECURITY']
    expect(others).toEqual(
      [
        'LICENSE',
        'package.json',
        'test/vectors/format/vectors.json',
        ...pages.map(page => `${page}.md`),
      ].sort(),
    )
    const known = [
      /^(index|element|define|open|relay|relay-node|relay-redis|testing|testing-component|chunk-[\w-]+)\.js(\.map)?$/,
      /^(sealdrop|sealdrop\.iife|worker|sandbox|cli)\.js$/,
      /^(post-quantum|tus-client|md5|age-pdf|shelf|languages|viewer|worker-text)\.js$/,
      /^transport-[a-z\d]+\.js$/,
      /^[a-z][a-z0-9-]*-[\w-]{8}\.js$/,
      /^types\/[\w/-]+(\.iife)?\.d\.ts$/,
      /^frameworks\/(react|preact|solid|vue|svelte)\.(js|d\.ts)$/,
      /^(frameworks\/props\.d\.ts|custom-elements\.json|web-types\.json)$/,
      /^vscode\.(html|css)-custom-data\.json$/,
      /^(desk\.html|licenses\.txt|sbom\.cdx\.json|sri\.json)$/,
    ]
    const inDist = consumer.packed.flatMap(path => path.match(/^dist\/(.*)/)?.[1] ?? [])
    expect(inDist.filter(path => !known.some(pattern => pattern.test(path)))).toEqual([])
  })

  const typeErrors = (
    resolution: string,
    files: readonly string[],
    types: readonly string[] = [],
  ): string => {
    const compilerOptions = {
      strict: true,
      noEmit: true,
      target: 'es2022',
      jsx: 'react-jsx',
      exactOptionalPropertyTypes: true,
      lib: ['es2023', 'dom', 'dom.iterable'],
      types,
      allowImportingTsExtensions: true,
      moduleResolution: resolution,
      module: resolution === 'bundler' ? 'esnext' : resolution,
    }
    writeFileSync(
      join(consumer.folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files }),
    )
    const tsc = spawnSync('tsc', ['-p', '.'], {
      cwd: consumer.folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
      env: {
        ...process.env,
        PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`,
      },
    })
    return `${tsc.stdout}${tsc.status === 0 ? '' : tsc.stderr || tsc.status}`
  }

  // Each starts a compiler.
  describe.each(['bundler', 'nodenext'])(
    'under moduleResolution %s',
    {
      timeout: 60_000,
    },
    resolution => {
      test('finds the types, also for what the README shows', () => {
        expect(Object.keys(examples).length).toBeGreaterThan(4)
        const files = ['use.ts', 'contract.ts', 'component.ts', ...Object.keys(examples)]
        expect(typeErrors(resolution, files)).toBe('')
      })

      test('finds the types of the sandboxes, with those of Node', () => {
        expect(typeErrors(resolution, ['sandbox.ts'], ['node'])).toBe('')
      })

      test('knows the element and its events with nothing but sealdrop/define', () => {
        expect(typeErrors(resolution, ['page.ts'])).toBe('')
      })

      test('knows what the scripts for a script tag hold', () => {
        expect(typeErrors(resolution, ['scripts.ts'])).toBe('')
      })

      test('knows the element in JSX, and says what is wrong there', () => {
        expect(typeErrors(resolution, ['react.tsx'])).toBe('')
      })
    },
  )
})
