import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { paddedPdf } from '../../documents.ts'
import { type Journeys, moduleFrom } from '../trip.ts'

declare global {
  interface Window {
    /** Every screen wake lock that was given, in order. */
    locks: WakeLockSentinel[]
  }
}

const KEEP_LOCKS = `window.locks = []
const request = WakeLock.prototype.request
WakeLock.prototype.request = async function (type) {
  const lock = await request.call(this, type)
  window.locks.push(lock)
  return lock
}`

/** Runs in the page: which of the locks still hold. */
const locks = (): string[] => window.locks.map(({ released }) => (released ? 'released' : 'held'))

/** Only where another tab hides this one: not in a headless Chromium. */
export const awake: Journeys = {
  'with keep-awake the screen stays on again once the tab is shown again': async trip => {
    const lease = join(trip.folder, 'lease.pdf')
    await writeFile(lease, await paddedPdf(16_000_000))
    const site = await trip.site(
      'http',
      `<seal-drop keep-awake ${trip.attributes('http')}></seal-drop>`,
      {
        head: `<script src="/locks.js"></script>${moduleFrom('')}`,
        files: { '/locks.js': KEEP_LOCKS },
      },
    )
    const visitor = await trip.visitor()
    await visitor.goes(site.url)
    trip.http.flip({ stall: { afterBytes: 1000 } })
    await visitor.chooses(lease)
    await visitor.waitsFor('sending')
    await expect.poll(() => visitor.tab.evaluate(locks)).toEqual(['held'])
    const other = await trip.visitor()
    await expect.poll(() => visitor.tab.evaluate(locks)).toEqual(['released'])
    await other.tab.close()
    await expect.poll(() => visitor.tab.evaluate(locks)).toEqual(['released', 'held'])
    await visitor.clicks('Cancel lease.pdf')
    await expect.poll(() => visitor.tab.evaluate(locks)).toEqual(['released', 'released'])
  },
}
