import { afterAll, beforeAll, describe, test } from 'vitest'
import type { Engine } from './driver/engine.ts'
import { type Journeys, type Peers, startPeers, walk } from './trip.ts'

/** One test for each journey. Skipped, and counted so, where the engine is not installed. */
export const runJourneys = (
  title: string,
  isInstalled: boolean,
  launch: () => Promise<Engine | undefined>,
  journeys: Journeys,
): void => {
  describe.skipIf(!isInstalled)(title, () => {
    let engine: Engine | undefined
    let peers: Peers | undefined
    beforeAll(async () => {
      peers = await startPeers()
      engine = await launch()
      console.log(`${title}: ${engine?.name} ${engine?.version}`)
    })
    afterAll(async () => {
      await engine?.close()
      for (const peer of Object.values(peers ?? {})) await peer.close()
    })
    for (const [promise, journey] of Object.entries(journeys))
      test(promise, async () => {
        if (!engine || !peers) throw new Error(`${title} did not start.`)
        await walk(engine, peers, promise, journey)
      })
  })
}
