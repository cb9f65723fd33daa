import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'

const here = import.meta.dirname
const root = resolve(here, '..', '..')

const bundle = async (contents: string, path: string): Promise<string> => {
  await build({
    stdin: { contents, resolveDir: here, loader: 'ts' },
    outfile: path,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    // package.json says of the modules that to import one does nothing; of these it does.
    ignoreAnnotations: true,
    logLevel: 'error',
  })
  return path
}

/** Below the project, so that what is imported from packages is found. */
const folder = join(root, '.cache', 'load')

/** One file for each process, so that its memory is that of the code that runs, and not a loader's of TypeScript. */
export const bundleProcess = (name: 'client' | 'sink' | 'tus' | 'bucket'): Promise<string> =>
  bundle(`import '${here}/${name}-process.ts'`, join(folder, `${name}.mjs`))

/** The relay of a source tree, ours or that of another commit, in a server of Node. One that has no adapter is served as its README said. */
export const bundleRelay = (name: string, tree: string = root): Promise<string> => {
  const adapters = join(tree, 'src/relay/node/index.ts')
  const serving = existsSync(adapters)
    ? `import { httpRelay as listenerOf } from '${adapters}'`
    : `import { createRequestListener as listenerOf } from '@remix-run/node-fetch-server'`
  const contents = `import { createRelay } from '${tree}/src/relay/index.ts'
    ${serving}
    import { serveRelay } from '${here}/serve-relay.ts'
    serveRelay({ createRelay, listenerOf })`
  return bundle(contents, join(folder, `relay-${name}.mjs`))
}
