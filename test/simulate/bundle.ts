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

/** Modules that the simulation puts its own in place of, as long as it is not its own that asks for the real one. */
const INSTEAD: readonly (readonly [RegExp, string])[] = [
  [/\/src\/sandbox\/server\.ts$/, 'server.ts'],
  [/\/src\/sandbox\/keys\.ts$/, 'keys.ts'],
]

const OF_A_PAGE = /\/src\/core\/line-(slots|rate)\.ts$/

const simulated = (changes: readonly Change[]): Plugin => ({
  name: 'simulated',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ path, resolveDir, importer }) => {
      const whole = join(resolveDir, path)
      const own = INSTEAD.find(([real]) => real.test(whole))?.[1]
      return own && !importer.startsWith(here) ? { path: join(here, own) } : undefined
    })
    // The sandboxes' ids are random, and a story must play the same every time.
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
      // What a module remembers, it remembers for one page.
      if (OF_A_PAGE.test(path))
        contents = `import { ViewMap } from ${JSON.stringify(join(here, 'view.ts'))}\n${contents.replace(' = new Map<', ' = new ViewMap<')}`
      return { contents, loader: 'ts' }
    })
  },
})

/** Writes the simulation and the source under it into one module, in which no name leads to the real clock, chance or network. */
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
    inject: [join(here, 'globals.ts')],
    external: ['node:*', 'fast-check', '@fastify/busboy', 'age-encryption', '@noble/*'],
    plugins: [simulated(changes)],
  })
  for (const { text } of all.warnings) console.warn(text)
}
