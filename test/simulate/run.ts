import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundle, type Change } from './bundle.ts'
import { plants } from './plants.ts'

type Simulation = typeof import('./main.ts')

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    runs: { type: 'string' },
    path: { type: 'string' },
    survey: { type: 'boolean', default: false },
    planted: { type: 'boolean', default: false },
    plant: { type: 'string' },
    transport: { type: 'string', multiple: true },
  },
})
const folder = join(import.meta.dirname, '../../.cache/simulate')
// For the planted bugs always the same: they must be found, and not only with luck.
const seed = Number(values.seed ?? (values.planted ? 11 : Date.now() % 2 ** 31))
const runs = Number(values.runs ?? (values.planted ? 5_000 : 2_000))
const transports = values.transport

const built = async (name: string, changes?: readonly Change[]): Promise<Simulation> => {
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${name}.mjs`)
  await bundle(path, changes)
  return import(path)
}

const surveyAll = async (): Promise<void> => {
  const { survey } = await built('simulation')
  const startedAt = performance.now()
  const found = await survey({ seed, runs, ...(transports && { transports }) })
  const seconds = (performance.now() - startedAt) / 1000
  console.log(`${runs} stories, ${Math.round(runs / seconds)} a second; seed ${seed}`)
  for (const [kind, { count, words, why }] of [...found].sort(([, a], [, b]) => b.count - a.count))
    console.log(`${String(count).padStart(6)}  ${kind}\n${words}\n${why}`)
}

const simulateAll = async (): Promise<void> => {
  const { simulate } = await built('simulation')
  const { path } = values
  const asked = {
    seed,
    runs,
    ...(path !== undefined && { path }),
    ...(transports && { transports }),
  }
  const { played, seconds, broken } = await simulate(asked)
  const rate = Math.round(played / seconds)
  console.log(`${played} stories in ${seconds.toFixed(1)} s, ${rate} a second; seed ${seed}`)
  if (!broken) return
  console.error(`\nA promise is broken. --seed ${seed} --path ${broken.path}\n${broken.words}`)
  console.error(`\n${broken.why}\n\n${JSON.stringify(broken.story)}`)
  process.exitCode = 1
}

/** The simulation is believed only if it notices what is wrong. */
const simulatePlanted = async (): Promise<void> => {
  const { play } = await built('simulation')
  for (const { name, changes, transports } of plants) {
    if (values.plant && name !== values.plant) continue
    const { simulate } = await built(`planted-${name.replaceAll(' ', '-')}`, changes)
    const { played, broken } = await simulate({ seed, runs, transports })
    // It counts only if the story ends well without the bug.
    const isSound =
      broken &&
      (await play(broken.story).then(
        () => true,
        () => false,
      ))
    const why = broken?.why.split('\n')[0]
    console.log(`${name}: ${isSound ? `after ${played} stories` : 'NOT FOUND'} (${why})`)
    if (!isSound) process.exitCode = 1
    if (broken) console.log(broken.words)
  }
}

await (values.planted ? simulatePlanted() : values.survey ? surveyAll() : simulateAll())
