import type { ShelfEntry, ShelfPlace, ShelfStorage } from '../../src/session/shelf/place.ts'
import type { SimulatedBlob } from './blobs.ts'
import { clock } from './clock.ts'
import { bound, outside, type View, viewNow } from './view.ts'

interface Asked {
  readonly view: View | undefined
  readonly what: string
  run(): void
}

/** What the origin's pages keep, and what can happen to it. */
export interface Disk {
  /** As one view of the page sees it. */
  readonly place: ShelfPlace
  readonly entries: ReadonlyMap<
    string,
    { readonly record: ShelfEntry; readonly body: SimulatedBlob }
  >
  /** Nothing can be written any more, or nothing be done at all. */
  fault: 'none' | 'full' | 'blocked'
  /** Somebody deletes the site's data. */
  wipe(): void
  /** The view is gone: its locks are free, and what it asked for last still happens, or does not. */
  forget(view: View, isWritten: boolean): void
  /** The whole browser is gone, and with it what localStorage had not written down yet. */
  loseMarker(): void
  isLocked(id: string): boolean
  /** Questions that have no answer yet. */
  readonly open: number
}

/** So long at most a browser keeps what a page puts into localStorage in memory (Chromium and Firefox: 5 s). */
const MARKER_MS = 5_000

/** `written`: told of each entry before it is there. */
export const createDisk = (
  nextDelay: () => number,
  written: (entry: ShelfEntry, body: SimulatedBlob) => void,
): Disk => {
  const entries = new Map<string, { record: ShelfEntry; body: SimulatedBlob }>()
  const locks = new Map<string, View | undefined>()
  /** In the order in which they were asked: transactions that write overlap nowhere. */
  let asked: Asked[] = []
  let marker: { readonly at: number; readonly expiresAt: number | undefined } | undefined
  let markerBefore: number | undefined
  let isMade = false

  const pump = (): void => {
    const [next] = asked
    if (!next) return
    const go = (): void => {
      if (asked[0] !== next) return
      asked.shift()
      next.run()
      pump()
    }
    outside(() => clock.plan(nextDelay(), `shelf: ${next.what}`, go))
  }
  /** In a later happening, one after the other. */
  const ask = <Value>(what: string, work: () => Value): Promise<Value> =>
    new Promise((resolve, reject) => {
      const view = viewNow()
      if (view?.isAlive === false) return
      const told = bound((tell: () => void) => tell())
      const run = (): void => {
        try {
          if (disk.fault === 'blocked') throw new DOMException('Blocked.', 'InvalidStateError')
          const value = work()
          told(() => resolve(value))
        } catch (thrown) {
          told(() => reject(thrown))
        }
      }
      asked.push({ view, what, run })
      if (asked.length === 1) pump()
    })
  const write = (record: ShelfEntry, body: SimulatedBlob): void => {
    if (disk.fault === 'full') throw new DOMException('Full.', 'QuotaExceededError')
    written(record, body)
    // Only what can be copied can be stored.
    isMade = true
    entries.set(record.id, { record: structuredClone(record), body })
  }
  const storage: ShelfStorage = {
    list: () => ask('list', () => [...entries].map(([id, { record }]) => [id, record] as const)),
    get: id => ask('get', () => structuredClone(entries.get(id)?.record)),
    body: id => ask('body', () => entries.get(id)?.body as unknown as Blob | undefined),
    put: (entry, body) => ask('put', () => write(entry, body as unknown as SimulatedBlob)),
    update: entry =>
      ask('update', () => {
        const known = entries.get(entry.id)
        if (known) write(entry, known.body)
      }),
    delete: id => ask('delete', () => void entries.delete(id)),
    clear: () => ask('clear', () => entries.clear()),
  }
  const disk: Disk = {
    fault: 'none',
    entries,
    place: {
      marker: {
        read: () => marker?.expiresAt,
        write(expiresAt) {
          if (viewNow()?.isAlive === false) return
          if (!marker || marker.at + MARKER_MS <= clock.now()) markerBefore = marker?.expiresAt
          marker = { at: clock.now(), expiresAt }
        },
      },
      locks: {
        async acquire(id) {
          const view = viewNow()
          if (locks.has(id) || view?.isAlive === false) return undefined
          locks.set(id, view)
          return () => {
            if (locks.get(id) === view) locks.delete(id)
          }
        },
        isFree: async id => !locks.has(id),
        async whileAllFree(work) {
          if (locks.size === 0) await work()
        },
      },
      isMade: async () => isMade,
      open: () =>
        ask('open', () => {
          isMade = true
          return storage
        }),
      remove: () =>
        ask('remove', () => {
          isMade = false
          entries.clear()
        }),
    },
    wipe() {
      entries.clear()
      isMade = false
      marker = undefined
    },
    forget(view, isWritten) {
      for (const [id, holder] of [...locks]) if (holder === view) locks.delete(id)
      const [first] = asked
      const own = asked.filter(one => one.view === view)
      if (isWritten) for (const { run } of own) run()
      asked = asked.filter(one => one.view !== view)
      if (first?.view === view) pump()
    },
    loseMarker() {
      if (marker && marker.at + MARKER_MS > clock.now())
        marker = markerBefore === undefined ? undefined : { at: 0, expiresAt: markerBefore }
    },
    isLocked: id => locks.has(id),
    get open() {
      return asked.length
    },
  }
  return disk
}
