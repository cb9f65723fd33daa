import { join } from 'node:path'
import { build, preview } from 'vite'

const root = join(import.meta.dirname, '..')

export interface Site {
  /** With a slash at its end. */
  readonly url: string
  close(): Promise<void>
}

/** Pages of this folder, built as a site builds its own: what they import as `src/index.ts` or `src/define.ts` is the packaged library. */
export const servePackaged = async (
  pages: string,
  outDir: string,
  names: readonly string[] = ['index.html'],
): Promise<Site> => {
  const shared = { configFile: false, root: pages, logLevel: 'warn' } as const
  await build({
    ...shared,
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      rolldownOptions: { input: names.map(name => join(pages, name)) },
    },
    worker: { format: 'es' },
    plugins: [
      {
        name: 'test:packaged',
        enforce: 'pre',
        resolveId: source => {
          const [, entry] = /\/src\/(index|define)\.ts$/.exec(source) ?? []
          return entry && join(root, 'dist', `${entry}.js`)
        },
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
