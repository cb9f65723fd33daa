import type { ShelfMarker } from './place.ts'

/** Of all that is shelved, but large bodies. */
export const DATABASE = 'sealdrop'
const ITEM = 'sealdrop:shelf'

/** In the origin's localStorage, which throws where the visitor blocks it, and which not every place has. */
export const browserMarker: ShelfMarker = {
  read() {
    try {
      const text = localStorage.getItem(ITEM)
      return text === null ? undefined : Number(text) || 0
    } catch {
      return undefined
    }
  },
  write(expiresAt) {
    try {
      if (expiresAt === undefined) localStorage.removeItem(ITEM)
      else localStorage.setItem(ITEM, String(expiresAt))
    } catch {
      // Without it nothing is offered, and the upload goes on all the same.
    }
  },
}

/** Whether the database is there. A browser that cannot say so (Firefox before 126) relies on the marker alone. */
export const isDatabaseMade = async (): Promise<boolean> => {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === DATABASE)
  } catch {
    return false
  }
}
