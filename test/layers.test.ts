// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these strings are source text to be judged
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { devDependencies } from '../vite.config.ts'
import { cyclesIn } from './cycles.ts'
import { pathsBelow } from './files.ts'
import { violations } from './layers.ts'
import { readSource, specifiersOf } from './source-text.ts'

const root = join(import.meta.dirname, '..')

const sourceFiles = async (): Promise<Map<string, string>> =>
  new Map(
    await Promise.all(
      (await pathsBelow('src')).map(
        async path => [path, await readFile(join(root, path), 'utf8')] as const,
      ),
    ),
  )

describe('the source', () => {
  test('imports in one direction and keeps the house habits', async () => {
    const files = await sourceFiles()
    expect(files.size).toBeGreaterThan(20)
    expect(violations(files)).toEqual([])
  })

  test('has no files that import each other in a ring, types included', async () => {
    expect(cyclesIn(await sourceFiles())).toEqual([])
  })

  test('tells the dev servers of every package it imports', async () => {
    const served = [...(await sourceFiles())].filter(
      ([path]) => !/^src\/(sandbox\/|relay\/node\/|cli\/|providers\/\w+\/relay)/.test(path),
    )
    const specifiers = served.flatMap(([, text]) => specifiersOf(readSource(text)))
    const packages = new Set(specifiers.filter(specifier => !specifier.startsWith('.')))
    expect(devDependencies).toEqual([...packages].sort())
  })
})

describe('the checker', () => {
  test.each([
    ['core/a.ts', "import { b } from '../thread/b.ts'"],
    ['core/a.ts', "import type { B } from '../intake/b.ts'"],
    ['core/a.ts', "export { b } from '../session/b.ts'"],
    ['core/a.ts', "export type * from '../session/b.ts'"],
    ['core/a.ts', "type B = import('../session/b.ts').B"],
    ['core/a.ts', "const b = await import('../session/b.ts')"],
    ['core/a.ts', "import '../define.ts'"],
    ['core/a.ts', "import {\n  a,\n  b,\n} from '../define.ts'"],
    ['core/a.ts', "new URL('../worker.ts', import.meta.url)"],
    ['core/a.ts', 'import { a } from "../../demo/a.ts"'],
    ['core/a.ts', "import { a } from '../../test/a.ts'"],
    ['core/a.ts', "import { a } from 'lit'"],
    ['core/a.ts', "import { readFile } from 'node:fs'"],
    ['core/a.ts', 'const a = await import(name)'],
    ['core/a.ts', 'const a = await import(`./${name}.ts`)'],
    ['core/a.ts', "const quote = /'/\nimport { a } from '../session/a.ts' // '"],
    ['core/a.ts', "const words = `${`'`} ${{ a: '}' }.a}`; import { a } from '../session/a.ts'"],
    ['intake/a.ts', "import { seal } from '../seal/seal.ts'"],
    ['intake/a.ts', "import type { Seal } from '../seal/choice.ts'"],
    ['intake/a.ts', "import { sealedSize } from '../seal/size.ts'"],
    ['intake/a.ts', "import { walk } from './content/walk.ts'"],
    ['digest/digest.ts', "import { hash } from './hash.ts'"],
    ['seal/seal.ts', "import { didwwScheme } from './schemes/didww.ts'"],
    ['seal/seal.ts', "import { sha256 } from '@noble/hashes/sha2.js'"],
    ['seal/schemes/a.ts', "import { seal } from '../seal.ts'"],
    ['intake/content/a.ts', "import { limits } from '../limits.ts'"],
    ['thread/client.ts', "import { serve } from './serve.ts'"],
    ['thread/protocol.ts', "import { startWorker } from './start.ts'"],
    ['providers/a/transport.ts', "import { seal } from '../../seal/seal.ts'"],
    ['providers/a/transport.ts', "import { html } from 'lit'"],
    ['providers/a/transport.ts', "import { routes } from './relay.ts'"],
    ['providers/a/relay.ts', "import { a } from './transport.ts'"],
    ['core/a.ts', "import { HttpError } from './relay/http-error.ts'"],
    ['session/a.ts', "import { a } from '../element/a.ts'"],
    ['session/a.ts', "import { hash } from '../digest/hash.ts'"],
    ['worker.ts', "import { startWorker } from './thread/start.ts'"],
    ['index.ts', "import './define.ts'"],
    ['relay/a.ts', "import { a } from '../providers/a/transport.ts'"],
    ['attic/a.ts', ''],
    ['core/a.ts', 'node.innerHTML = text'],
    ['core/a.ts', 'const a = eval(text)'],
    ['core/a.ts', 'const a = new Function(text)'],
    ['core/a.ts', 'const a = Math.random()'],
    ['core/a.ts', 'console.log(a)'],
    ['core/a.ts', 'const a = b as any'],
    ['core/a.ts', 'const a = (b: any): void => {}'],
    ['core/a.ts', 'const a = b.c!.d'],
    ['core/a.ts', 'const a = b()!'],
    ['core/a.ts', '// @ts-ignore'],
    ['element/a.ts', 'html`<p style="color: red">`'],
    ['element/a.ts', 'html`<p class="a" style=${a}>`'],
    ['element/a.ts', 'html`<p .innerHTML=${a}>`'],
  ])('finds fault with %s: %s', (path, text) => {
    expect(violations(new Map([[`src/${path}`, text]]))).toHaveLength(1)
  })

  test.each([
    ['core/a.ts', "import { a } from './b.ts'"],
    ['core/a.ts', "// import { a } from '../session/b.ts'"],
    ['core/a.ts', "/* import { a } from '../session/b.ts' */"],
    ['core/a.ts', '/** Never `import("../session/b.ts")`, nor console. */'],
    ['core/a.ts', 'const a = "import { b } from \'../session/b.ts\'"'],
    ['core/a.ts', "const a = Array.from('../session/b.ts')"],
    ['core/a.ts', 'const a = b !== c && !d'],
    ['core/a.ts', 'const a = b / c / d // any'],
    ['core/a.ts', "const a = 'console, eval(it), any!'"],
    ['element/a.ts', "import { html } from 'lit/directives/repeat.js'"],
    ['element/a.ts', "import { createSession } from '../session/session.ts'"],
    ['seal/schemes/a.ts', "import { aead } from '@noble/ciphers/chacha.js'"],
    ['seal/seal.ts', "import { sealedSize } from './size.ts'"],
    ['session/a.ts', "import { sealedSize } from '../seal/size.ts'"],
    ['worker.ts', "import { hash } from './digest/hash.ts'"],
    ['bundle.ts', "export * from './index.ts'\nimport './define.ts'"],
  ])('lets %s pass: %s', (path, text) => {
    expect(violations(new Map([[`src/${path}`, text]]))).toEqual([])
  })

  test('names each ring of imports, by whichever kind of import it closes', () => {
    const rings = (a: string, b: string, c: string): string[] =>
      cyclesIn(
        new Map([
          ['src/core/a.ts', a],
          ['src/core/b.ts', b],
          ['src/core/c.ts', c],
        ]),
      )
    expect(rings("import './b.ts'", "import './c.ts'", "import 'lit'")).toEqual([])
    const ring = ['src/core/a.ts > src/core/b.ts > src/core/c.ts > src/core/a.ts']
    expect(rings("import './b.ts'", "import './c.ts'", "import type { A } from './a.ts'")).toEqual(
      ring,
    )
    expect(rings("import './b.ts'", "import './c.ts'", "await import('./a.ts')")).toEqual(ring)
    expect(rings("import './a.ts'", '', '')).toEqual(['src/core/a.ts > src/core/a.ts'])
  })
})
