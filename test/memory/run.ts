import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { median } from '../bench/statistics.ts'
import { buildIfStale } from '../is-built.ts'
import { type Figures, measure } from './measure.ts'
import { writePdf } from './pdf.ts'
import { runDesk, runDisk } from './run-desk.ts'
import { runReseal } from './run-reseal.ts'
import { bare, element, type Sender } from './senders.ts'
import { startServer } from './server.ts'

const MIB = 1_048_576
const SMALL_BYTES = 65_536

/** What is sent, and how many MiB it may take. */
const lines = {
  http: { mib: 19, peak: 50, after: 20 },
  tus: { mib: 1_024, peak: 128, after: 20 },
} as const
/** What the command reseals. */
const RESEALED_MIB = 1_024
/** Where a bare upload of the same file alone takes more than that, ours may take so many MiB more than it. */
const ABOVE_BARE_MIB = 20

const { values: asked } = parseArgs({
  options: {
    only: { type: 'string', default: [...Object.keys(lines), 'reseal', 'desk', 'disk'].join() },
    rounds: { type: 'string', default: '3' },
    /** Another size. */
    mib: { type: 'string' },
    /** How many documents the desk opens, of how many bytes. */
    files: { type: 'string', default: '500' },
    bytes: { type: 'string', default: '5000000' },
    /** More attributes of the element, as JSON. */
    attributes: { type: 'string', default: '{}' },
  },
})
if (process.platform !== 'linux') {
  console.error('Memory is measured by /proc/<pid>/smaps_rollup, which Linux alone has.')
  process.exit(2)
}

const tell = (who: string, { once, peak, after, kinds, seconds }: Figures): void => {
  const parts = Object.entries(kinds).map(([kind, of]) => `${kind} ${of.map(Math.round).join('/')}`)
  const [first, most, left] = [once, peak, after].map(Math.round)
  console.log(
    `  ${who}: once ${first}, peak ${most}, after ${left}; ${parts.join(', ')}; ${seconds.toFixed(1)} s`,
  )
}

await buildIfStale()
const folder = await mkdtemp(join(tmpdir(), 'sealdrop-memory-'))
const server = await startServer()
try {
  const small = join(folder, 'small.pdf')
  await writePdf(small, SMALL_BYTES)
  for (const name of asked.only.split(',')) {
    if (name === 'desk' || name === 'disk') {
      const run = name === 'desk' ? runDesk : runDisk
      if (!(await run(Number(asked.files), Number(asked.bytes)))) process.exitCode = 1
      continue
    }
    if (name === 'reseal') {
      const mib = Number(asked.mib ?? RESEALED_MIB)
      if (!(await runReseal(mib, Number(asked.rounds)))) process.exitCode = 1
      continue
    }
    if (name !== 'http' && name !== 'tus')
      throw new TypeError(`--only ${Object.keys(lines)},reseal,desk,disk`)
    const mib = Number(asked.mib ?? lines[name].mib)
    const big = join(folder, 'big.pdf')
    await writePdf(big, mib * MIB)
    const medians = async (
      who: string,
      sender: Sender,
    ): Promise<Record<'peak' | 'after', number>> => {
      const rounds: Figures[] = []
      for (let round = 0; round < Number(asked.rounds); round++) {
        const figures = await measure(sender, { big, small }, server)
        tell(who, figures)
        rounds.push(figures)
      }
      return {
        peak: median(rounds.map(({ peak }) => peak)),
        after: median(rounds.map(({ after }) => after)),
      }
    }
    console.log(`${mib} MiB over ${name}, sealed by age; MiB above idle, peak/after by process`)
    const floor = await medians('bare', bare)
    const ours = await medians('ours', element(name, JSON.parse(asked.attributes)))
    for (const [words, when] of [
      ['peak', 'peak'],
      ['3 s after delivery', 'after'],
    ] as const) {
      const target = lines[name][when]
      const limit = floor[when] > target ? floor[when] + ABOVE_BARE_MIB : target
      const isMet = ours[when] <= limit
      console.log(
        `${words}: ${ours[when].toFixed()} of at most ${limit.toFixed()}; a bare fetch(PUT) of the same file ${floor[when].toFixed()}${isMet ? '' : ' TOO MUCH'}`,
      )
      if (!isMet) process.exitCode = 1
    }
  }
} finally {
  server.close()
  await rm(folder, { recursive: true, force: true })
}
