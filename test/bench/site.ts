import { join } from 'node:path'
import { type Site, servePackaged } from '../packaged-site.ts'
import { cache } from './cache.ts'

export type { Site } from '../packaged-site.ts'

/** The pages: `index.html` and `many.html` on the packaged library, `age.html` and `parts.html` on the seal's source. */
export const serveSite = (): Promise<Site> =>
  servePackaged(join(import.meta.dirname, 'page'), join(cache, 'page'), [
    'index.html',
    'age.html',
    'parts.html',
    'many.html',
  ])
