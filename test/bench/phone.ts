import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { photo, withComment } from '../browser/photos.ts'
import { type MainThread, traceMainThread } from '../main-thread.ts'
import { cache } from './cache.ts'
import { launchChromium } from './chromium.ts'
import type { Line } from './line.ts'
import type { ManyBench } from './page/many.ts'
import { remote, visit } from './remote.ts'
import { startSandbox } from './sandbox.ts'
import { spreadOf } from './statistics.ts'
import { table } from './table.ts'
import { throttleMainThread } from './throttle.ts'

/** As the developer tools make a slow phone of a desk's machine. */
const TIMES_SLOWER = 6
/** Of the JPEG: it is 5 MB with it. */
const QUALITY = 0.89

/** Tabs that are opened for one photo each: what runs for the first time takes longer. */
const TABS = 7

/** A phone's main thread: a photo of 12 megapixels in the element, from its choice to its receipt, in Chromium. */
export const phone: Line = async ({ site, pairs }) => {
  const sandbox = await startSandbox('didww')
  const chromium = await launchChromium()
  try {
    const path = join(cache, 'photo.jpg')
    mkdirSync(cache, { recursive: true })
    const { page: drawing } = await chromium.open()
    const jpeg = withComment(await photo(drawing, QUALITY), 0)
    await drawing.close()
    writeFileSync(path, jpeg)
    /** So often in a tab of its own, whose main thread is so many times as slow. */
    const sendIn = async (times: number, slower = TIMES_SLOWER): Promise<MainThread[]> => {
      const tab = await chromium.open()
      await visit(tab, `${site.url}many.html`, [path])
      const page = remote<ManyBench>(tab)
      await page.ready(sandbox.server)
      if (slower > 1) await throttleMainThread(tab.page, slower)
      const found: MainThread[] = []
      for (let n = 0; n < times; n++) {
        const one = await traceMainThread(tab.page, async () => {
          await page.add(1)
          await page.send()
        })
        found.push(one)
        await page.clear()
        await sandbox.forget()
      }
      await tab.page.close()
      return found
    }
    const first: MainThread[] = []
    for (let n = 0; n < TABS; n++) first.push(...(await sendIn(1)))
    // The brake of the developer tools stops a thread by signals: where both cores are busy, it takes several times what it should.
    const unbraked: MainThread[] = []
    for (let n = 0; n < TABS; n++) unbraked.push(...(await sendIn(1, 1)))
    const [, ...all] = await sendIn(pairs + 1)
    const rowOf = (title: string, found: readonly number[]): (string | number)[] => {
      const { median, q1, q3 } = spreadOf(found)
      return [title, median, q1, q3, Math.max(...found)]
    }
    const longest = all.map(one => one.longestUncollectedMs)
    const own = all.map(one => one.longestWorkMs)
    const longestFirst = first.map(one => one.longestUncollectedMs)
    const ownFirst = unbraked.map(one => one.longestOwnMs * TIMES_SLOWER)
    return {
      outcome: { browserVersion: chromium.version, longest, own, longestFirst, ownFirst },
      words: `A photo of ${jpeg.length} bytes in the element, to didww, from choice to receipt; ${pairs} rounds in one tab, and the first one of ${TABS} tabs; the main thread ${TIMES_SLOWER} times as slow, workers at full speed; Chromium ${chromium.version}; milliseconds

${table(
  ['', 'median', 'quarter', '3/4', 'most'],
  [
    rowOf('longest task, without garbage', longest),
    rowOf("in the thread's own time", own),
    rowOf("a tab's first photo, without garbage", longestFirst),
    rowOf(`the same at full speed, the thread's own time, times ${TIMES_SLOWER}`, ownFirst),
  ],
)}`,
    }
  } finally {
    await chromium.close()
    sandbox.close()
  }
}
