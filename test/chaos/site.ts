import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Site, servePackaged } from '../packaged-site.ts'

export type { Site } from '../packaged-site.ts'

const cache = join(import.meta.dirname, '..', '..', '.cache', 'chaos')

/** The page of the runs, on the packaged library and its worker. */
export const serveSite = async (): Promise<Site> => {
  // Several runs at once must not build over each other.
  const outDir = join(cache, String(process.pid))
  const { url, close } = await servePackaged(join(import.meta.dirname, 'page'), outDir)
  return {
    url,
    async close() {
      await close()
      await rm(outDir, { recursive: true, force: true })
    },
  }
}
