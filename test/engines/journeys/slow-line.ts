import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { paddedPdf } from '../../documents.ts'
import { startFast } from '../../line-site.ts'
import type { Journeys } from '../trip.ts'

/** The page's clock runs so many times faster, and so does the line. */
const TIMES = 10

export const slowLine: Journeys = {
  'over a slow line the first upload of a page is sent once, and not shown as sent before it has arrived':
    async trip => {
      const { http } = trip
      const lease = join(trip.folder, 'lease.pdf')
      // 75 s by the page's clock.
      await writeFile(lease, await paddedPdf(1_500_000))
      const site = await trip.site(
        'http',
        `<seal-drop upload="manual" ${trip.attributes('http')}></seal-drop>`,
      )
      const visitor = await trip.visitor()
      await visitor.goes(site.url)
      http.flip({ slow: { bytesPerSecond: 20_000 * TIMES } })
      await visitor.chooses(lease)
      await visitor.waitsFor('ready')
      await visitor.tab.evaluate(startFast, TIMES)
      await visitor.waitsFor('done')
      const told = await visitor.tab.evaluate(() => window.told)
      const early = told.filter(({ at }) => at < 65)
      expect(early.map(({ phase }) => phase)).toContain('sending')
      expect(early.map(({ phase }) => phase)).not.toContain('confirming')
      expect(Math.max(...early.map(({ part = 0 }) => part))).toBeLessThan(0.95)
      expect(http.requests().map(({ kind }) => kind)).toEqual(['upload'])
      expect(http.received()).toHaveLength(1)
    },
}
