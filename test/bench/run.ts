import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { type Figures, measure, type Outcome } from './measure.ts'
import type { Run } from './page/main.ts'
import { kinds } from './samples.ts'
import { fileBytes, filesAtOnce, setStage } from './stage.ts'

const { values: asked } = parseArgs({
  options: {
    pairs: { type: 'string', default: '15' },
    kind: { type: 'string', default: 'pdf' },
    json: { type: 'boolean', default: false },
  },
})
const pairs = Number(asked.pairs)
const kind = kinds.find(known => known === asked.kind)
if (!Number.isInteger(pairs) || pairs < 1 || !kind) {
  console.error('npm run bench -- [--pairs 15] [--kind pdf|jpg|png] [--json]')
  process.exit(2)
}

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, ...rows]
    .map(([name = '', ...cells]) => {
      const numbers = cells.map(cell =>
        (typeof cell === 'number' ? cell.toFixed(0) : cell).padStart(11),
      )
      return `${String(name).padEnd(32)}${numbers.join('')}`
    })
    .join('\n')

const rowOf = (name: string, figures: Figures): (string | number)[] => {
  const { median, q1, q3, firstMs, longestTaskMs, longestGapMs, typicalGapMs } = figures
  return [name, median, q1, q3, firstMs, longestTaskMs, longestGapMs, typicalGapMs]
}

const rowOfRun = (name: string, run: Run): (string | number)[] => [
  name,
  run.ms,
  run.longestTaskMs,
  run.longestGapMs,
  run.typicalGapMs,
]

const words = (outcome: Outcome, browserVersion: string): string => {
  const { sealdrop, peer, bare, atOnce, ratioOfMedians, medianOfRatios, phases } = outcome
  const spent = Object.entries(phases).map(([phase, ms]) => `${phase} ${ms.toFixed(0)}`)
  return `
One ${kind} of ${fileBytes} bytes, from choice to answer; ${pairs} pairs; Chromium ${browserVersion}; milliseconds

${table(
  ['', 'median', 'quarter', '3/4', 'first', 'long task', 'gap', 'gap p99'],
  [
    rowOf('SealDrop: check, hash, seal, send', sealdrop),
    rowOf('@didww/encrypt + fetch', peer),
    rowOf('the bare request', bare),
  ],
)}

SealDrop takes ${ratioOfMedians.toFixed(2)} of the peer's time (ratio of medians), ${medianOfRatios.toFixed(2)} (median of the pairs' ratios).
Of that: ${spent.join(', ')}.

${filesAtOnce} files at once
${table(
  ['', 'all', 'long task', 'gap', 'gap p99'],
  [rowOfRun('SealDrop', atOnce.sealdrop), rowOfRun('@didww/encrypt + fetch', atOnce.peer)],
)}

Long task: the longest one the browser reported, and it reports those over 50 ms. Gap: the longest time the main thread
did not get round to anything else; p99: 99 of 100 gaps are shorter.
`
}

// What is measured is what is shipped, as it is now.
execFileSync('npm', ['run', '--silent', 'build'], {
  stdio: ['ignore', 2, 2],
  shell: process.platform === 'win32',
})
const stage = await setStage(kind)
try {
  const outcome = await measure(stage, pairs)
  const { browserVersion } = stage
  console.log(
    asked.json
      ? JSON.stringify({ kind, fileBytes, pairs, browserVersion, ...outcome }, null, 2)
      : words(outcome, browserVersion),
  )
} finally {
  await stage.close()
}
