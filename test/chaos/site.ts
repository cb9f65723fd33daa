import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build, preview } from 'vite'

const root = join(import.meta.dirname, '..', '..')

export interface Site {
  readonly url: string
  close(): Promise<void>
}

/** The page of the runs, built as a site builds its own, on the packaged library and its worker. */
export const serveSite = async (): Promise<Site> => {
  // Several runs at once must not build over each other.
  const outDir = join(root, '.cache', 'chaos', String(process.pid))
  const shared = {
    configFile: false,
    root: join(import.meta.dirname, 'page'),
    logLevel: 'warn',
  } as const
  await build({
    ...shared,
    build: { outDir, emptyOutDir: true, target: 'es2022' },
    worker: { format: 'es' },
    plugins: [
      {
        name: 'chaos:packaged',
        enforce: 'pre',
        resolveId: source =>
          source.endsWith('/src/index.ts') ? join(root, 'dist', 'index.js') : undefined,
      },
    ],
  })
  const server = await preview({
    ...shared,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  })
  return {
    url: server.resolvedUrls?.local[0] ?? '',
    async close() {
      await server.close()
      await rm(outDir, { recursive: true, force: true })
    },
  }
}
