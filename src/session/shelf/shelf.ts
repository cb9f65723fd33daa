import { asRecord } from '../../core/answer.ts'
import type { Parcel } from '../../core/contracts.ts'
import { withTimeout } from '../../core/timer.ts'
import { revive } from '../../seal/revive.ts'
import type { SendPoint } from '../upload-steps.ts'
import type { Binding } from './binding.ts'
import { readEntry } from './entry.ts'
import type { ShelfEntry, ShelfPlace, ShelfStorage } from './place.ts'
import { PATIENCE_MS, Spot } from './spot.ts'

interface Found {
  readonly entry: ShelfEntry
  readonly parcel: Parcel
}

/** What an earlier visit left unfinished, and nobody is at work on. */
export interface Offer {
  readonly entry: ShelfEntry
  readonly spot: Spot
  /** Makes it this page's own, once however often asked. Undefined where another tab has it, or where it is gone or expired. */
  take(): Promise<SendPoint | undefined>
}

/** One session's part of what the origin's pages keep of unfinished uploads. */
export interface Shelf {
  spotOf(id: string): Spot
  /** Deletes what may not stay, and gives what this session is offered. */
  sweep(): Promise<readonly Offer[]>
}

export const createShelf = (
  { marker, locks, open, remove }: ShelfPlace,
  bind: () => Promise<Binding>,
  failed: (thrown: unknown) => void,
): Shelf => {
  let opened: Promise<ShelfStorage> | undefined
  let binding: Promise<Binding> | undefined
  const storage = (): Promise<ShelfStorage> => {
    opened ??= open()
    return opened
  }
  const bound = (): Promise<Binding> => {
    binding ??= bind()
    return binding
  }
  /** Entries that this page is about to write. */
  let coming = 0
  const mark = (expiresAt: number, done?: Promise<unknown>): void => {
    if ((marker.read() ?? 0) < expiresAt) marker.write(expiresAt)
    if (!done) return
    coming++
    void done.then(() => coming--)
  }
  const latestIn = async (from: ShelfStorage): Promise<number | undefined> => {
    const entries = (await from.list()).map(([id, record]) => readEntry(id, record)?.expiresAt ?? 0)
    return entries.length > 0 ? Math.max(...entries) : undefined
  }
  /** Says so where nothing is left. */
  const unmark = async (from: ShelfStorage): Promise<void> => {
    if ((await latestIn(from)) !== undefined || coming > 0) return
    marker.write(undefined)
    // Another tab may have put something there since.
    const latest = await latestIn(from)
    if (latest !== undefined) mark(latest)
  }
  /** Says what is left, which a browser that was killed forgets, and deletes the storage where that is nothing. */
  const tidy = async (from: ShelfStorage): Promise<void> => {
    const latest = await latestIn(from)
    if (latest !== undefined) return mark(latest)
    marker.write(undefined)
    // Whoever uploads now is about to write.
    await locks.whileAllFree(remove)
  }
  const tools = {
    locks,
    storage,
    hashes: async (id: string) => (await bound()).hashes(id),
    mark,
    unmark,
    failed,
  }

  /** The entry as it is now, with its sealed body; undefined where it is not whole. */
  const read = async (id: string, record: unknown): Promise<Found | undefined> => {
    const entry = readEntry(id, record)
    const body = entry && (await (await storage()).body(id))
    const parcel = body && (await revive(entry, body).catch(() => undefined))
    return parcel && { entry, parcel }
  }

  /** Undefined where it is not this session's. */
  const readOwn = async (id: string): Promise<Found | undefined> => {
    const found = await read(id, await (await storage()).get(id))
    return found && (await (await bound()).whose(found.entry)) === 'own' ? found : undefined
  }

  const takeNow = async (id: string, spot: Spot): Promise<SendPoint | undefined> => {
    const release = await locks.acquire(id)
    if (!release) return undefined
    const found = await readOwn(id).catch((thrown: unknown) => {
      release() // another tab may be able to read it
      throw thrown
    })
    if (!found) {
      release()
      return undefined
    }
    const { entry, parcel } = found
    const { resume, uncertain, originalSize, addedAt, expiresAt } = entry
    spot.adopt(release, { parcel, resume, uncertain, originalSize, addedAt, expiresAt })
    return { parcel, uncertain, expiresAt, ...(resume !== undefined && { resume }) }
  }

  const offerOf = (entry: ShelfEntry): Offer => {
    const spot = new Spot(entry.id, tools)
    const takeOnce = (): Promise<SendPoint | undefined> => {
      const point = takeNow(entry.id, spot).catch((thrown: unknown) => {
        spot.release()
        failed(thrown)
        return undefined
      })
      return withTimeout(point, PATIENCE_MS, () => {
        void point.then(() => spot.release())
        return undefined
      })
    }
    let taken: Promise<SendPoint | undefined> | undefined
    const take = (): Promise<SendPoint | undefined> => {
      taken ??= takeOnce()
      return taken
    }
    return { entry, spot, take }
  }

  return {
    spotOf: id => new Spot(id, tools),
    async sweep() {
      const from = await storage()
      const left: ShelfEntry[] = []
      for (const [id, record] of await from.list()) {
        const entry = readEntry(id, record)
        // Whoever holds it writes it now, or sends it: then only time can end it.
        const isHeld = !(await locks.isFree(id))
        if (!entry && (!isHeld || isExpired(record))) await from.delete(id)
        else if (entry && !isHeld) left.push(entry)
      }
      const offers: Offer[] = []
      for (const entry of left) {
        const whose = await (await bound()).whose(entry)
        const isWhole = whose === 'own' && (await read(entry.id, entry)) !== undefined
        if (isWhole) offers.push(offerOf(entry))
        else if (whose !== 'other') await from.delete(entry.id)
      }
      await tidy(from)
      return offers.sort((a, b) => a.entry.addedAt - b.entry.addedAt)
    },
  }
}

const isExpired = (record: unknown): boolean => Number(asRecord(record).expiresAt) <= Date.now()
