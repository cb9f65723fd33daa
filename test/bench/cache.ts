import { join } from 'node:path'

const root: string = join(import.meta.dirname, '..', '..')
/** What a run writes: documents, the built pages, a browser's profile. */
export const cache: string = join(root, '.cache', 'bench')
