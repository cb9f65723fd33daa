import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** The start page's own script, as a classic one: a module does not load from a disk. */
export const liveScript = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      lib: {
        entry: fileURLToPath(new URL('live.ts', import.meta.url)),
        formats: ['iife'],
        name: 'live',
      },
    },
  })
  const [first] = Array.isArray(built) ? built : [built]
  const [chunk, ...others] = first && 'output' in first ? first.output : []
  if (chunk?.type !== 'chunk' || others.length > 0)
    throw new Error('The start page must have one script.')
  return chunk.code
}
