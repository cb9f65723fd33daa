import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { cache } from './cache.ts'
import { launchChromium } from './chromium.ts'
import type { Line } from './line.ts'
import type { ManyBench, ManyRun } from './page/many.ts'
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

/** In Chromium, the element as it is shipped, with many files added at once. */
export const many: Line = async ({ site }) => {
  const sandbox = await startSandbox('didww')
  const chromium = await launchChromium()
  const runs: (ManyRun & { readonly count: number })[] = []
  try {
    const tab = await chromium.open()
    await visit(tab, `${site.url}many.html`, smallDocuments(Math.max(...COUNTS)))
    const page = remote<ManyBench>(tab)
    await page.ready(sandbox.server)
    for (const count of COUNTS) {
      runs.push({ count, ...(await page.run(count)) })
      await sandbox.forget()
    }
  } finally {
    await chromium.close()
    sandbox.close()
  }
  runs.shift()
  const rows = runs.map(({ count, checked, delivered }) => [
    `${count} files`,
    ...[checked, delivered].flatMap(({ ms, longestTaskMs, longestGapMs }) => [
      longestTaskMs,
      longestGapMs,
      ms / count,
    ]),
  ])
  const head = ['', 'in: task', 'gap', 'each', 'sent: task', 'gap', 'each']
  return {
    outcome: { browserVersion: chromium.version, runs },
    words: `Files of ${BYTES} bytes, all added to one element at once; Chromium ${chromium.version}; milliseconds

${table(head, rows)}

In: until all are listed, shown and checked; sent: until all have arrived. Task: the longest one the browser reported, and it reports those
over 50 ms. Gap: the longest time the main thread did not get round to anything else. Each: all of it, divided by the number of files.`,
  }
}
