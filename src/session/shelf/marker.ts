import type { ShelfMarker } from './place.ts'

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
