import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { traceMainThread } from '../main-thread.ts'
import { cache } from './cache.ts'
import { launchChromium } from './chromium.ts'
import type { Line } from './line.ts'
import type { ManyBench, Stretch } from './page/many.ts'
import { remote, visit } from './remote.ts'
import { writeSample } from './samples.ts'
import { startSandbox } from './sandbox.ts'
import { table } from './table.ts'

/** Warmed up by the first. */
const COUNTS = [10, 10, 100, 1_000] as const
const BYTES = 20_000

/** Many small documents, no two alike. */
const smallDocuments = (count: number): string[] => {
  const folder = join(cache, 'many')
  mkdirSync(folder, { recursive: true })
  return Array.from({ length: count }, (_, index) => {
    const path = join(folder, `document-${index}.pdf`)
    writeSample(path, 'pdf', BYTES + index)
    return path
  })
}

interface Run {
  readonly count: number
  /** Until all are listed, shown and checked. */
  readonly added: Stretch
  /** From there until all have arrived. */
  readonly sent: Stretch
}

/** Milliseconds of the longest task, without the time in which the browser collected garbage. */
interface Own {
  readonly added: number
  readonly sent: number
}

const rowOf = ({ count, added, sent }: Run): (string | number)[] => [
  `${count} files`,
  ...[added, sent].flatMap(({ ms, longestTaskMs, longestGapMs }) => [
    longestTaskMs,
    longestGapMs,
    ms / count,
  ]),
]

/** In Chromium, the element as it is shipped, with many files added at once. */
export const many: Line = async ({ site }) => {
  const sandbox = await startSandbox('didww')
  const chromium = await launchChromium()
  try {
    const tab = await chromium.open()
    const most = Math.max(...COUNTS)
    await visit(tab, `${site.url}many.html`, smallDocuments(most))
    const page = remote<ManyBench>(tab)
    await page.ready(sandbox.server)
    const forget = async (): Promise<void> => {
      await page.clear()
      await sandbox.forget()
    }
    const runs: Run[] = []
    for (const count of COUNTS) {
      runs.push({ count, added: await page.add(count), sent: await page.send() })
      await forget()
    }
    runs.shift()
    // A trace slows the browser down: what it tells is asked of a run of its own.
    const traced = async (act: () => Promise<unknown>): Promise<number> =>
      (await traceMainThread(tab.page, act)).longestUncollectedMs
    const own: Own = { added: await traced(() => page.add(most)), sent: await traced(page.send) }
    await forget()
    const head = ['', 'in: task', 'gap', 'each', 'sent: task', 'gap', 'each']
    return {
      outcome: { browserVersion: chromium.version, runs, own },
      words: `Files of ${BYTES} bytes, all added to one element at once; Chromium ${chromium.version}; milliseconds

${table(head, [...runs.map(rowOf), [`${most}, without garbage`, own.added, '', '', own.sent, '', '']])}

In: until all are listed, shown and checked; sent: until all have arrived. Task: the longest one the browser reported, and it reports those
over 50 ms. Gap: the longest time the main thread did not get round to anything else. Each: all of it, divided by the number of files.
Without garbage: the longest task less the time in which the browser collected garbage, from a trace of one more run.`,
    }
  } finally {
    await chromium.close()
    sandbox.close()
  }
}
