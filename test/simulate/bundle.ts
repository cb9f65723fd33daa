import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'

const here = import.meta.dirname
const root = join(here, '../..')

/** A change of the source, made while it is read: the file on the disk stays as it is. */
export interface Change {
  readonly file: string
  readonly from: string
  readonly to: string
}

/** What differs from one bundle to another. */
interface Bundle {
  readonly entry: string
  /** Real modules, and the one of this folder in place of each, as long as it is not this folder's own that asks for the real one. */
  readonly instead: readonly (readonly [RegExp, string])[]
  /** Beside Node, fast-check, the parser of forms, age and the ciphers. */
  readonly external?: readonly string[]
  /** Modules in which every bundled one finds what it takes for global. */
  readonly inject?: readonly string[]
}

/** The local servers run without sockets. */
const SERVER = [/\/src\/sandbox\/server\.ts$/, 'server.ts'] as const
const KEYS = [/\/src\/sandbox\/keys\.ts$/, 'keys.ts'] as const

/** What all of a page share. */
const PAGE_STATE = [/\/src\/core\/page-state\.ts$/, 'view.ts'] as const

const planted = ({ instead }: Bundle, changes: readonly Change[]): Plugin => ({
  name: 'planted',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ path, resolveDir, importer }) => {
      const whole = join(resolveDir, path)
      const own = instead.find(([real]) => real.test(whole))?.[1]
      return own && !importer.startsWith(here) ? { path: join(here, own) } : undefined
    })
    // The sandboxes' ids are random, and each run must be the same.
    onResolve({ filter: /^node:crypto$/ }, ({ importer }) =>
      importer.includes('/src/sandbox/') && !importer.endsWith('/keys.ts')
        ? { path: join(here, 'node-crypto.ts') }
        : undefined,
    )
    onLoad({ filter: /\/src\/.*\.ts$/ }, async ({ path }) => {
      let contents = await readFile(path, 'utf8')
      for (const { file, from, to } of changes) {
        if (!path.endsWith(file)) continue
        if (contents.split(from).length !== 2) throw new Error(`${file} has not once: ${from}`)
        contents = contents.replace(from, () => to)
      }
      return { contents, loader: 'ts' }
    })
  },
})

const write = async (to: string, changes: readonly Change[], bundle: Bundle): Promise<void> => {
  const { entry, external = [], inject = [] } = bundle
  const all = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: to,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'node20',
    logLevel: 'error',
    define: { __WORKER__: '"./worker.js"', __CLASSIC__: 'false', __WORKER_TEXT__: '""' },
    inject: [...inject],
    external: [
      'node:*',
      'fast-check',
      '@fastify/busboy',
      'age-encryption',
      '@noble/*',
      ...external,
    ],
    plugins: [planted(bundle, changes)],
  })
  for (const { text } of all.warnings) console.warn(text)
}

/** Writes the simulation and the source under it into one module, in which no name leads to the real clock, chance or network. */
export const bundle = (to: string, changes: readonly Change[] = []): Promise<void> =>
  write(to, changes, {
    entry: join(here, 'main.ts'),
    instead: [SERVER, KEYS, PAGE_STATE],
    inject: [join(here, 'globals.ts')],
  })

/** Writes the targets of the fuzzer and the source under them into one module, the source changed where a bug is planted. */
export const bundleTargets = (to: string, changes: readonly Change[] = []): Promise<void> =>
  write(to, changes, {
    entry: join(root, 'test/fuzz/main.ts'),
    instead: [SERVER],
    external: ['lit', 'lit/*'],
  })
