import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page } from 'playwright/test'
import { type DidwwSandbox, startDidww } from '../../src/sandbox/didww/sandbox.ts'
import { startTus, type TusSandbox } from '../../src/sandbox/tus/sandbox.ts'
import { type Pages, type Site, startSite } from '../frameworks/site.ts'
import { chooseBy } from './chooser.ts'
import { complaintsOf } from './complaints.ts'

const PDF = join(import.meta.dirname, '..', 'samples', 'pdf', 'doc_1_3_pages.pdf')

/** Two services that need different code of ours, and of others: a seal each, and a transport each. */
export interface Services {
  /** Both elements, and what their sites' relay asks for. */
  readonly body: string
  /** A site with a relay to both. */
  site(pages: Pages): Promise<Site>
  /** Opens a page with that body, and delivers a document by each element. Nothing may complain. */
  deliverToBoth(page: Page, url: string): Promise<void>
  reset(): void
  close(): Promise<void>
}

/** As a page's own script does it, once the element is there. */
export const SCRIPT = `
  for (const element of document.querySelectorAll('seal-drop'))
    element.authorize = () => ({ Authorization: 'Bearer ada' })`

const arrivedAt = async (didww: DidwwSandbox, tus: TusSandbox): Promise<string[]> => {
  const opened = await Promise.all([
    ...didww.received().map(({ id }) => didww.plaintext(id)),
    ...tus.received().map(({ id }) => tus.plaintext(id)),
  ])
  return opened.map(bytes => createHash('sha256').update(bytes).digest('hex'))
}

export const startServices = async (): Promise<Services> => {
  const didww = await startDidww({ modulusLength: 2048 })
  const tus = await startTus()
  return {
    body: `
      <seal-drop name="identity" label="Identity" transport="didww" endpoint="/relay/didww"></seal-drop>
      <seal-drop name="income" label="Income" transport="tus" endpoint="/relay/tus" recipients="${tus.recipient}"></seal-drop>`,
    site: pages => startSite(pages, { didww: didww.upstream, tus: tus.upstream }),
    async deliverToBoth(page, url) {
      const complaints = complaintsOf(page)
      await page.goto(url)
      for (const label of ['Identity', 'Income']) {
        const widget = page.locator(`seal-drop[label="${label}"]`)
        const button = widget.getByRole('button', { name: /^choose/i })
        await chooseBy(page, () => button.click(), PDF)
        await expect(widget.getByText(/^Delivered/)).toBeVisible()
      }
      const sha256 = createHash('sha256')
        .update(await readFile(PDF))
        .digest('hex')
      expect(await arrivedAt(didww, tus)).toEqual([sha256, sha256])
      expect(complaints).toEqual([])
    },
    reset() {
      didww.reset()
      tus.reset()
    },
    async close() {
      await didww.close()
      await tus.close()
    },
  }
}
