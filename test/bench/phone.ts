import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { photo, withComment } from '../browser/photos.ts'
import { traceMainThread } from '../main-thread.ts'
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

/** A phone's main thread: a photo of 12 megapixels in the element, from its choice to its receipt, in Chromium. */
export const phone: Line = async ({ site, pairs }) => {
  const sandbox = await startSandbox('didww')
  const chromium = await launchChromium()
  try {
    const tab = await chromium.open()
    const path = join(cache, 'photo.jpg')
    mkdirSync(cache, { recursive: true })
    const jpeg = withComment(await photo(tab.page, QUALITY), 0)
    writeFileSync(path, jpeg)
    await visit(tab, `${site.url}many.html`, [path])
    const page = remote<ManyBench>(tab)
    await page.ready(sandbox.server)
    await throttleMainThread(tab.page, TIMES_SLOWER)
    const longest: number[] = []
    const own: number[] = []
    for (let round = 0; round < pairs; round++) {
      const { longestUncollectedMs, longestWorkMs } = await traceMainThread(tab.page, async () => {
        await page.add(1)
        await page.send()
      })
      longest.push(longestUncollectedMs)
      own.push(longestWorkMs)
      await page.clear()
      await sandbox.forget()
    }
    const rowOf = (title: string, all: readonly number[]): (string | number)[] => {
      const { median, q1, q3 } = spreadOf(all)
      return [title, median, q1, q3, Math.max(...all)]
    }
    return {
      outcome: { browserVersion: chromium.version, longest, own },
      words: `A photo of ${jpeg.length} bytes in the element, to didww, from choice to receipt; ${pairs} rounds; the main thread ${TIMES_SLOWER} times as slow, workers at full speed; Chromium ${chromium.version}; milliseconds

${table(
  ['', 'median', 'quarter', '3/4', 'most'],
  [rowOf('longest task, without garbage', longest), rowOf("in the thread's own time", own)],
)}`,
    }
  } finally {
    await chromium.close()
    sandbox.close()
  }
}
