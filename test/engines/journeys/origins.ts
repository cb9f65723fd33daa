import { expect } from 'vitest'
import { classicFrom, type Journeys, moduleFrom, type PeerName } from '../trip.ts'
import { delivers } from './sending.ts'

/** The script tag names another origin, where all files of the package lie. */
const fromElsewhere =
  (peer: PeerName, tag: (origin: string) => string, cors: boolean): Journeys[string] =>
  async trip => {
    const cdn = await trip.cdn({ cors })
    // Without CORS what lies beside the script does not load, and the console says so.
    const attributes = `${trip.attributes(peer)}${cors ? '' : ' shelf="off"'}`
    await delivers(trip, peer, { head: tag(cdn.origin), cdn: cdn.origin }, attributes)
    const workers = cdn.asked.filter(path => path.includes('worker'))
    // Its text, which is for pages that cannot reach the file, is not fetched.
    expect(workers).toEqual(['/worker.js'])
  }

export const origins: Journeys = {
  'a module from another origin sends with age': fromElsewhere('http', moduleFrom, true),
  'a module from another origin sends over tus': fromElsewhere('tus', moduleFrom, true),
  'a classic script from another origin sends with age': fromElsewhere('http', classicFrom, true),
  'a classic script from an origin without CORS sends for DIDWW': fromElsewhere(
    'didww',
    classicFrom,
    false,
  ),
}
