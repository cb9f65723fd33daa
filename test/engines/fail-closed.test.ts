import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DidwwSandbox, startDidww } from '../../src/sandbox/didww/sandbox.ts'
import { type HttpSandbox, startHttp } from '../../src/sandbox/http/sandbox.ts'
import { startWebsite, upstreamOf, type Website } from '../browser/website.ts'
import { documentedPolicy } from '../documented-policy.ts'
import { paddedPdf } from '../documents.ts'
import { createFolder } from './driver/downloads.ts'
import type { Engine, Tab } from './driver/engine.ts'
import { engines } from './driver/engines.ts'
import { breaks, brokenWorker, wrongHash } from './leaks/breaks.ts'
import { startWire, type Wire } from './leaks/wire.ts'
import { visitorOn } from './visitor.ts'

// Whatever goes wrong on the way to a sealed file, the browser sends no body: not one byte, to nobody.

const dist = join(import.meta.dirname, '..', '..', 'dist')

/** How the first file ended, as soon as it has. Runs in the page. */
const readEnd = (): string | undefined => {
  const [file] = document.querySelector('seal-drop')?.files ?? []
  const state = file?.state
  if (state?.phase === 'done') return 'done'
  return state && 'error' in state && /failed|refused/.test(state.phase)
    ? `${state.phase} ${state.error.code}`
    : undefined
}

const pageWith = (attributes: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Form</title>
  <script type="module" src="/sealdrop.js"></script><seal-drop ${attributes}></seal-drop></html>`

for (const { name, isInstalled, launch } of engines)
  describe.skipIf(!isInstalled)(`in ${name}`, () => {
    const undo: (() => Promise<unknown>)[] = []
    let engine: Engine
    let http: HttpSandbox
    let didww: DidwwSandbox
    let worker: string
    let document: string
    /** It has no address for reports: they would be bodies, too. */
    let policy: string
    const marker = randomBytes(18).toString('hex')

    beforeAll(async () => {
      const launched = await launch()
      if (!launched) throw new Error('It did not start.')
      engine = launched
      ;[http, didww] = await Promise.all([startHttp(), startDidww({ modulusLength: 2048 })])
      worker = await readFile(join(dist, 'worker.js'), 'utf8')
      policy = await documentedPolicy()
      const folder = await createFolder('fail-closed', later => undo.push(later))
      document = join(folder, 'passport.pdf')
      const pdf = await paddedPdf(200_000)
      pdf.write(marker, pdf.length - 100_000)
      await writeFile(document, pdf)
    })
    afterAll(async () => {
      await engine?.close()
      for (const close of [http?.close, didww?.close, ...undo]) await close?.()
    })

    interface Told {
      readonly end: string | undefined
      readonly bodies: readonly string[]
      readonly hasPlaintext: boolean
    }

    /** A person chooses a document on such a page; what became of it, and what left the browser. */
    const chooseOn = async (
      attributes: string,
      files: Readonly<Record<string, string>>,
    ): Promise<Told> => {
      const upstream = attributes.includes('didww')
        ? upstreamOf(didww)
        : { url: http.url, header: 'authorization', secret: `Bearer ${http.token}` }
      let site: Website | undefined
      let wire: Wire | undefined
      let tab: Tab | undefined
      try {
        site = await startWebsite(
          upstream,
          dist,
          { '/': pageWith(attributes), ...files },
          { policy },
        )
        wire = await startWire(site.url)
        tab = await engine.open()
        const visitor = visitorOn(tab)
        await visitor.goes(wire.url)
        await visitor.chooses(document)
        await expect.poll(() => visitor.tab.evaluate(readEnd)).toBeDefined()
        const end = await tab.evaluate(readEnd)
        return { end, bodies: wire.bodies(), hasPlaintext: wire.sent().includes(marker) }
      } finally {
        await tab?.close()
        await wire?.close()
        await site?.close()
      }
    }

    const age = (): string =>
      `transport="http" endpoint="/relay/files" options='{"reference":{"json":"data.id"}}' recipients="${http.recipient}"`

    it('the recorder sees what leaves: a whole upload, and plaintext where the page says "none"', async () => {
      const sealed = await chooseOn(age(), {})
      expect(sealed).toEqual({ end: 'done', bodies: ['POST /relay/files'], hasPlaintext: false })
      const none = await chooseOn(
        `transport="http" endpoint="/relay/files" options='{"reference":{"json":"data.id"}}' seal="none: a test"`,
        {},
      )
      expect(none).toEqual({ end: 'done', bodies: ['POST /relay/files'], hasPlaintext: true })
    })

    for (const [promise, [end, broken]] of Object.entries(breaks))
      it(promise, async () => {
        const files = { '/worker.js': brokenWorker(broken, worker) }
        expect(await chooseOn(age(), files)).toEqual({ end, bodies: [], hasPlaintext: false })
      })

    it('where the hash is wrong nothing but ciphertext is sent, and a server that compares refuses it', async () => {
      const told = await chooseOn(age(), { '/worker.js': brokenWorker(wrongHash, worker) })
      expect(told).toMatchObject({ end: 'failed refused', hasPlaintext: false })
    })

    it('nothing is sent where the keys of the service are not the pinned ones', async () => {
      const pin = `${'a'.repeat(40)} ${'b'.repeat(40)}`
      const told = await chooseOn(`transport="didww" endpoint="/relay/v3" pin="${pin}"`, {})
      expect(told).toEqual({ end: 'failed keys-untrusted', bodies: [], hasPlaintext: false })
    })
  })
