import { SealDropError } from '../../core/errors.ts'
import { withTimeout } from '../../core/timer.ts'
import { browserPlace } from './browser.ts'
import { CLEARED } from './cleared.ts'
import type { ShelfPlace, ShelfStorage } from './place.ts'

const PATIENCE_MS = 10_000

const forgetKept = (): void => {
  globalThis.dispatchEvent?.(new Event(CLEARED)) // Node has no window
  try {
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith('sealdrop:')) sessionStorage.removeItem(key)
    localStorage.setItem(CLEARED, '')
    localStorage.removeItem(CLEARED)
  } catch {
    // Where it is blocked, nothing is kept in it.
  }
}

/** A browser without storage has nothing to delete. */
const opened = ({ open }: ShelfPlace): Promise<ShelfStorage | undefined> =>
  open().catch(() => undefined)

/**
 * Deletes all that SealDrop keeps in this browser for pages of this origin, whoever left it: for a sign-out. What is being sent goes
 * on, but survives no reload. Nothing is taken back at the providers. Rejects with `unsupported` where it could not be deleted.
 */
export const clearShelf = async (place: ShelfPlace = browserPlace): Promise<void> => {
  forgetKept()
  const clear = async (): Promise<void> => {
    const storage = await opened(place)
    await place.locks.whileAllFree(async () => storage?.clear())
    // A file that is still being sent from goes with its upload, or at the next visit.
    const left = (await storage?.list()) ?? []
    for (const [id] of left) await storage?.delete(id, !(await place.locks.isFree(id)))
    if (((await storage?.list()) ?? []).length === 0) place.marker.write(undefined)
  }
  try {
    await withTimeout(clear(), PATIENCE_MS, () => {
      throw new DOMException('The database does not answer.', 'TimeoutError')
    })
  } catch (cause) {
    throw new SealDropError('unsupported', 'What is shelved could not be deleted.', { cause })
  }
}
