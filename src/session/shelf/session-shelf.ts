import type { SessionFile } from '../../core/contracts.ts'
import { tellUnshelved } from '../../core/debug.ts'
import type { ResolvedOptions } from '../resolved-options.ts'
import type { SessionOptions } from '../surface.ts'
import { browserMarker, isDatabaseMade } from './marker.ts'
import type { ShelfPlace } from './place.ts'
import type { Offer, Shelf } from './shelf.ts'
import type { Kept, Spot } from './spot.ts'

/** One file's place on the shelf, whose code may still be loading. Nothing here throws, and nobody waits for it. */
export interface SessionSpot {
  /** The file is about to be sealed. */
  prepare(): void
  /** Whether the sealed bytes may go into a file, as they are made. */
  reserve(addedAt: number): Promise<boolean>
  /** Writes down where the sending stands; without that, deletes what is there. */
  keep(kept: Kept | undefined): void
  /** Resolves when what was asked of it so far is on the disk, or cannot be. */
  written(): Promise<void>
  /** The file is over: nothing of it stays. */
  leave(): void
  /** What is there stays for whoever takes it. */
  release(): void
}

/** A session's shelf, as far as the session's own code knows it. */
export interface SessionShelf {
  /** Loads what writing needs: there is a file. */
  warmUp(): void
  spotOf(id: string): SessionSpot
  /** Deletes what may not stay, and gives what this session is offered. Loads nothing where nothing is shelved. */
  offers(): Promise<readonly Offer[]>
}

/** As `clear.ts` says, whose code loads first. */
export const clearShelf = async (): Promise<void> => (await import('./late.ts')).clearShelf()

/** How far an offer got, only the provider knows. */
export const leftOf = ({
  entry: { id, size, originalSize, addedAt },
}: Offer): Pick<SessionFile, 'id' | 'size' | 'type' | 'addedAt' | 'state'> => ({
  id,
  size: originalSize,
  type: '',
  addedAt,
  state: { phase: 'paused', from: 'sending', done: 0, total: size, offered: true },
})

/**
 * What this session leaves is for one like it: on the same page, of the same name, to the same place, for the same keys and person.
 * `place`: another one than the browser's.
 */
export const createSessionShelf = (
  { name = '', shelfScope, stripLocation }: SessionOptions,
  resolved: () => Promise<ResolvedOptions>,
  place: ShelfPlace | undefined,
): SessionShelf => {
  let loading: Promise<Shelf> | undefined
  const load = async (): Promise<Shelf> => {
    const { bindTo, browserPlace, createShelf } = await import('./late.ts')
    const bind = async () => {
      const { transport, seal } = await resolved()
      return bindTo({
        path: globalThis.location?.pathname ?? '',
        name,
        transport: transport.name,
        endpoint: transport.endpoint,
        seal,
        scope: shelfScope || undefined,
        strips: stripLocation,
      })
    }
    return createShelf(place ?? browserPlace, bind, tellUnshelved)
  }
  const loaded = (): Promise<Shelf> => {
    loading ??= load()
    return loading
  }
  return {
    warmUp: () => void loaded().catch(tellUnshelved),
    spotOf(id) {
      let spot: Promise<Spot> | undefined
      const loadedSpot = (): Promise<Spot> => {
        spot ??= loaded().then(shelf => shelf.spotOf(id))
        return spot
      }
      const use = (work: (spot: Spot) => void): void =>
        void loadedSpot().then(work).catch(tellUnshelved)
      return {
        prepare: () => use(one => one.prepare()),
        reserve: addedAt =>
          loadedSpot().then(
            one => one.reserve(addedAt),
            () => false,
          ),
        keep(kept) {
          // Most files never have anything to delete.
          if (kept || spot) use(one => one.keep(kept))
        },
        written: () =>
          loadedSpot().then(
            one => one.written(),
            () => {},
          ),
        leave: () => spot && use(one => one.leave()),
        release: () => spot && use(one => one.release()),
      }
    },
    async offers() {
      const { marker, isMade } = place ?? { marker: browserMarker, isMade: isDatabaseMade }
      const isLeft = marker.read() !== undefined || (await isMade())
      return isLeft ? (await loaded()).sweep() : []
    },
  }
}
