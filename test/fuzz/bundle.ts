import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import type { Change } from '../simulate/bundle.ts'

const here = import.meta.dirname
const root = join(here, '../..')
const simulation = join(root, 'test/simulate')

/** The local servers run without sockets, and with ids that are the same every time, as in the simulation. */
const INSTEAD: readonly (readonly [RegExp, string])[] = [
  [/\/src\/sandbox\/server\.ts$/, 'server.ts'],
]

const changed = (changes: readonly Change[]): Plugin => ({
  name: 'changed',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ path, resolveDir, importer }) => {
      const whole = join(resolveDir, path)
      const own = INSTEAD.find(([real]) => real.test(whole))?.[1]
      return own && !importer.startsWith(simulation) ? { path: join(simulation, own) } : undefined
    })
    onResolve({ filter: /^node:crypto$/ }, ({ importer }) =>
      importer.includes('/src/sandbox/') && !importer.endsWith('/keys.ts')
        ? { path: join(simulation, 'node-crypto.ts') }
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

/** Writes the targets and the source under them into one module, the source changed where a bug is planted. */
export const bundle = async (to: string, changes: readonly Change[] = []): Promise<void> => {
  const all = await build({
    absWorkingDir: root,
    entryPoints: [join(here, 'main.ts')],
    outfile: to,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'node20',
    logLevel: 'error',
    define: { __WORKER__: '"./worker.js"', __CLASSIC__: 'false', __WORKER_TEXT__: '""' },
    external: [
      'node:*',
      'fast-check',
      '@fastify/busboy',
      'age-encryption',
      '@noble/*',
      'lit',
      'lit/*',
    ],
    plugins: [changed(changes)],
  })
  for (const { text } of all.warnings) console.warn(text)
}
