import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'
import { installOracles, oracle } from '../oracle.ts'
import { bundleTargets, type Change } from '../simulate/bundle.ts'
import { compareAll, showComparison } from './oracles.ts'
import { plants } from './plants.ts'
import type { FromPlayer, ToPlayer } from './player.ts'

const { values } = parseArgs({
  options: {
    target: { type: 'string', multiple: true },
    runs: { type: 'string' },
    seed: { type: 'string' },
    case: { type: 'string' },
    planted: { type: 'boolean', default: false },
    plant: { type: 'string' },
    oracles: { type: 'boolean', default: false },
  },
})
const folder = join(import.meta.dirname, '../../.cache/fuzz')
await mkdir(folder, { recursive: true })
// For the planted bugs always the same: they must be found, and not only with luck.
const seed = Number(values.seed ?? (values.planted ? 11 : Date.now() % 2 ** 31))

/** In plain JavaScript: a thread does not load TypeScript. */
const player = join(folder, 'player.mjs')
const here = import.meta.dirname
await build({
  entryPoints: [join(here, 'player.ts')],
  outfile: player,
  format: 'esm',
  target: 'node20',
})

const built = async (name: string, changes?: readonly Change[]): Promise<string> => {
  const path = join(folder, `${name}.mjs`)
  await bundleTargets(path, changes)
  return path
}

/** No case takes so long. */
const HUNG_MS = 30_000

/** Plays in a thread of its own, so that a case that never lets go can be ended. */
const play = (asked: ToPlayer): Promise<FromPlayer> =>
  new Promise((resolve, reject) => {
    const began = new SharedArrayBuffer(16)
    const seen = new BigInt64Array(began)
    const worker = new Worker(player, {
      workerData: { ...asked, began },
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    })
    let last = -1n
    const watch = setInterval(() => {
      const now = Atomics.load(seen, 1)
      if (now !== last) {
        last = now
        return
      }
      const index = Number(Atomics.load(seen, 0))
      const found = {
        target: asked.target,
        index,
        why: `It never lets go (${HUNG_MS} ms).`,
        input: '',
      }
      end()
      resolve({ played: index - asked.from + 1, slowestMs: HUNG_MS, found })
    }, HUNG_MS)
    const end = (): void => {
      clearInterval(watch)
      void worker.terminate()
    }
    worker.on('message', (message: FromPlayer) => {
      end()
      resolve(message)
    })
    worker.on('error', thrown => {
      end()
      reject(thrown)
    })
  })

const names = async (path: string): Promise<readonly string[]> => {
  const { targets } = (await import(path)) as typeof import('./main.ts')
  return targets.map(({ name }) => name)
}

const fuzzAll = async (): Promise<void> => {
  const path = await built('fuzz')
  const runs = Number(values.runs ?? 1000)
  const from = Number(values.case ?? 0)
  for (const target of values.target ?? (await names(path))) {
    const began = performance.now()
    const count = values.case === undefined ? runs : 1
    const { played, found, slowestMs } = await play({ path, target, seed, runs: count, from })
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.log(
      `${target}: ${played} cases in ${seconds} s, the slowest took ${Math.round(slowestMs)} ms; seed ${seed}`,
    )
    if (!found) continue
    process.exitCode = 1
    const kept = join(folder, `${target}-${seed}-${found.index}.json`)
    await writeFile(kept, `{ "target": "${target}", "input": ${found.input} }\n`)
    console.error(`\nA promise is broken. --target ${target} --seed ${seed} --case ${found.index}`)
    console.error(
      `${found.why}\nThe simplest input is kept: ${kept}\nMend it, and move that file to test/fuzz/findings under the name of the promise.\n`,
    )
  }
}

/** The fuzz is believed only if it notices what is wrong. */
const fuzzPlanted = async (): Promise<void> => {
  const runs = Number(values.runs ?? 5000)
  for (const { name, target, changes } of plants) {
    if (values.plant && name !== values.plant) continue
    const path = await built(`planted-${name.replaceAll(/\W+/g, '-')}`, changes)
    const { played, found } = await play({ path, target, seed, runs, from: 0, shrinks: false })
    console.log(
      `${name}: ${found ? `after ${played} cases of ${target}` : 'NOT FOUND'} (${found?.why.split('\n')[0]})`,
    )
    if (!found) process.exitCode = 1
  }
}

const compare = async (): Promise<void> => {
  installOracles(['pngcheck', 'djpeg', 'qpdf', 'pdftotext'])
  const programs = {
    pngcheck: oracle('pngcheck'),
    djpeg: oracle('djpeg'),
    qpdf: oracle('qpdf'),
    pdftotext: oracle('pdftotext'),
  }
  const asked = { seed, runs: Number(values.runs ?? 2000) }
  const comparison = await compareAll(await built('fuzz'), asked, programs)
  showComparison(comparison)
  if (comparison.refused.size > 0) process.exitCode = 1
}

await (values.planted ? fuzzPlanted() : values.oracles ? compare() : fuzzAll())
process.exit()
