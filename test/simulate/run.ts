import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundle } from './bundle.ts'

const root = join(import.meta.dirname, '../..')
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    runs: { type: 'string', default: '2000' },
    path: { type: 'string' },
    survey: { type: 'boolean', default: false },
    transport: { type: 'string', multiple: true },
  },
})

const folder = join(root, '.cache/simulate')
await mkdir(folder, { recursive: true })
const built = join(folder, 'simulation.mjs')
await bundle(built)
const { simulate, survey } = (await import(built)) as typeof import('./main.ts')
const asked = {
  seed: Number(values.seed),
  runs: Number(values.runs),
  ...(values.path !== undefined && { path: values.path }),
  ...(values.transport && { transports: values.transport }),
}

const surveyAll = async (): Promise<void> => {
  const startedAt = performance.now()
  const found = await survey(asked)
  const seconds = (performance.now() - startedAt) / 1000
  console.log(`${asked.runs} stories, ${Math.round(asked.runs / seconds)} a second`)
  for (const [kind, { count }] of [...found].sort(([, a], [, b]) => b.count - a.count))
    console.log(`${String(count).padStart(6)}  ${kind}`)
}

const simulateAll = async (): Promise<void> => {
  const { runs, seconds, broken } = await simulate(asked)
  const rate = Math.round(runs / seconds)
  console.log(`${runs} stories in ${seconds.toFixed(1)} s, ${rate} a second; seed ${asked.seed}`)
  if (!broken) return
  const { seed, path, words, why, story } = broken
  console.error(`\nA promise is broken. --seed ${seed} --path ${path}\n${words}\n\n${why}\n`)
  console.error(JSON.stringify(story))
  process.exitCode = 1
}

await (values.survey ? surveyAll() : simulateAll())
