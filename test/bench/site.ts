import { join } from 'node:path'
import { build, preview } from 'vite'
import { cache, root } from './cache.ts'

export interface Site {
  /** With a slash at its end. */
  readonly url: string
  close(): Promise<void>
}

/** The pages, built as a site builds its own: `index.html` on the packaged library, `age.html` on the seal's source. */
export const serveSite = async (): Promise<Site> => {
  const pages = join(import.meta.dirname, 'page')
  const shared = { configFile: false, root: pages, logLevel: 'warn' } as const
  const outDir = join(cache, 'page')
  await build({
    ...shared,
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      rolldownOptions: { input: ['index.html', 'age.html'].map(name => join(pages, name)) },
    },
    worker: { format: 'es' },
    plugins: [
      {
        name: 'bench:packaged',
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
  return { url: server.resolvedUrls?.local[0] ?? '', close: () => server.close() }
}
