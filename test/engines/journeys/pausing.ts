import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { PDF, paddedPdf } from '../../documents.ts'
import type { Journeys } from '../trip.ts'

/** So large that the buffers of the network do not swallow it. */
const MUCH = 16_000_000

export const pausing: Journeys = {
  'a tus upload is paused and goes on where it stopped': async trip => {
    const { tus } = trip
    const site = await trip.site('tus', `<seal-drop ${trip.attributes('tus')}></seal-drop>`)
    const visitor = await trip.visitor()
    await visitor.goes(site.url)
    tus.flip({ stall: { after: 1, on: 'upload' } })
    await visitor.chooses(PDF)
    await expect.poll(() => tus.requests().filter(({ kind }) => kind === 'upload').length).toBe(2)
    await visitor.clicks('Pause doc_1_3_pages.pdf')
    await visitor.sees('Paused at')
    tus.flip({ stall: false })
    await visitor.clicks('Resume doc_1_3_pages.pdf')
    await visitor.sees('Delivered')
    const [received, ...others] = tus.received()
    expect([...others, ...tus.unfinished()]).toEqual([])
    const opened = await tus.plaintext(received?.id ?? '')
    expect(opened.equals(await readFile(PDF))).toBe(true)
    // One creation: it did not begin again.
    expect(tus.requests().filter(({ kind }) => kind === 'creation')).toHaveLength(1)
  },

  'all uploads are paused, one is taken off, and the others go on': async trip => {
    const { http } = trip
    const lease = join(trip.folder, 'lease.pdf')
    await writeFile(lease, await paddedPdf(MUCH))
    const site = await trip.site(
      'http',
      `<seal-drop multiple parallel="1" ${trip.attributes('http')}></seal-drop>`,
    )
    const visitor = await trip.visitor()
    await visitor.goes(site.url)
    http.flip({ stall: { afterBytes: 1000 } })
    await visitor.chooses(lease, PDF)
    await visitor.waitsFor('sending', 'ready')
    await visitor.clicks('Pause all')
    await visitor.sees('Paused at', 'lease.pdf paused.')
    await visitor.clicks('Cancel lease.pdf')
    await visitor.sees('lease.pdf cancelled.')
    http.flip({ stall: false })
    await visitor.clicks('Resume all')
    await visitor.waitsFor('cancelled', 'done')
    expect(http.received()).toHaveLength(1)
    const [received] = http.received()
    const opened = await http.plaintext(received?.id ?? '')
    expect(opened.equals(await readFile(PDF))).toBe(true)
  },

  'what a server refuses for a while is sent again, without anybody’s doing': async trip => {
    const { didww } = trip
    const site = await trip.site('didww', `<seal-drop ${trip.attributes('didww')}></seal-drop>`)
    const visitor = await trip.visitor()
    await visitor.goes(site.url)
    // A connection that breaks would leave open whether the file arrived, and DIDWW cannot be asked.
    didww.flip({ status: { code: 503, times: 1 } })
    trip.excuse(/the server responded with a status of 503/)
    await visitor.chooses(PDF)
    await visitor.sees('Delivered')
    expect(didww.requests().filter(({ kind }) => kind === 'upload')).toHaveLength(2)
    expect(didww.received()).toHaveLength(1)
  },
}
