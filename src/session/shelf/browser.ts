import { deleteDatabase } from './database.ts'
import { browserLocks } from './locks.ts'
import { browserMarker, isDatabaseMade } from './marker.ts'
import type { ShelfPlace } from './place.ts'
import { openStorage } from './storage.ts'

/** This browser, for all pages of the origin. */
export const browserPlace: ShelfPlace = {
  marker: browserMarker,
  locks: browserLocks,
  isMade: isDatabaseMade,
  open: openStorage,
  remove: deleteDatabase,
}
