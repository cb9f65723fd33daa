import { browserLocks } from './locks.ts'
import { browserMarker } from './marker.ts'
import type { ShelfPlace } from './place.ts'
import { openStorage } from './storage.ts'

/** This browser, for all pages of the origin. */
export const browserPlace: ShelfPlace = {
  marker: browserMarker,
  locks: browserLocks,
  open: openStorage,
}
