import { readFile } from 'node:fs/promises'
import { type CDPSession, expect, type Page } from 'playwright/test'
import { PDF, test } from './element-site.ts'

type SealDrop = HTMLElementTagNameMap['seal-drop']

declare global {
  interface Window {
    /** Object URLs that were made and not revoked. */
    urls: Set<string>
    /** Adds, delivers and removes a file so many times. */
    cycle(times: number): Promise<void>
  }
}

/** Till then the browser has compiled what is called often, and its own lists of what a page did are full: 930 B a cycle after 150, 510 after 400, 310 after 800. */
const WARM_UP = 400
const CYCLES = 100
/** Of one cycle: the browser still compiles a little. A receipt that stayed would be over 2,000. */
const MOST_HEAP_BYTES = 1_000

interface Counts {
  readonly nodes: number
  readonly listeners: number
  readonly documents: number
  readonly urls: number
  readonly heapBytes: number
}

/** What the page holds once everything that nobody can reach is gone, and all that was said. */
const countsOf = async (page: Page, devTools: CDPSession): Promise<Counts> => {
  await expect(page.locator('seal-drop #said')).toBeEmpty({ timeout: 20_000 })
  for (let round = 0; round < 4; round++) {
    await page.evaluate(() => new Promise(resolve => requestIdleCallback(resolve)))
    await devTools.send('HeapProfiler.collectGarbage')
  }
  const { nodes, jsEventListeners, documents } = await devTools.send('Memory.getDOMCounters')
  const { usedSize } = await devTools.send('Runtime.getHeapUsage')
  const urls = await page.evaluate(() => window.urls.size)
  return { nodes, listeners: jsEventListeners, documents, urls, heapBytes: usedSize }
}

test('a hundred files that came, arrived and went leave nothing behind', async ({
  open,
  didww,
  page,
}) => {
  test.slow()
  await page.addInitScript(() => {
    window.urls = new Set()
    const { createObjectURL, revokeObjectURL } = URL
    URL.createObjectURL = object => {
      const url = createObjectURL.call(URL, object)
      window.urls.add(url)
      return url
    }
    URL.revokeObjectURL = url => {
      window.urls.delete(url)
      revokeObjectURL.call(URL, url)
    }
  })
  const widget = await open(`<form><seal-drop name="papers" multiple ${didww}></seal-drop></form>`)
  const pdf = [...(await readFile(PDF))]
  await widget.evaluate((element: SealDrop, bytes) => {
    const content = new Uint8Array(bytes)
    window.cycle = async times => {
      for (let time = 0; time < times; time++) {
        element.add([new File([content, String(time)], `lease-${time}.pdf`)])
        const receipts = await element.settled()
        if (receipts.length !== 1) throw new Error(`There are ${receipts.length} receipts.`)
        await element.updateComplete
        element.removeFile(element.files[0]?.id ?? '')
        await element.updateComplete
        window.seen = []
      }
    }
  }, pdf)
  const devTools = await page.context().newCDPSession(page)
  await page.evaluate(times => window.cycle(times), WARM_UP)
  const before = await countsOf(page, devTools)
  await page.evaluate(times => window.cycle(times), CYCLES)
  const after = await countsOf(page, devTools)
  const { heapBytes, ...held } = after
  expect(held).toEqual({
    nodes: before.nodes,
    listeners: before.listeners,
    documents: before.documents,
    urls: 0,
  })
  expect((heapBytes - before.heapBytes) / CYCLES).toBeLessThan(MOST_HEAP_BYTES)
})
