import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { Worker } from 'node:worker_threads'
import { median } from './statistics.ts'

/** What figures are worth nothing without. */
export interface Machine {
  readonly processor: string
  readonly cores: number
  /** Whether it has instructions for SHA-256; undefined where the system does not tell. */
  readonly shaNi: boolean | undefined
  /** Mean number of processes that wanted a core in the last minute, before the bench began. */
  readonly load: number
  /** How many times as much two independent JavaScript threads compute as one in the same time: 2 on two free cores. */
  readonly twoThreads: number
}

/** Below this the cores were not free: what the bench says of threads, and mostly of everything else, is void. */
export const LEAST_SCALING = 1.7

const ROUNDS = 5

/** Runs in a thread, as text: Node 20 reads no TypeScript there. It computes with registers alone. */
const spin = `require('node:worker_threads').parentPort.on('message', () => {
  let state = 1
  for (let round = 0; round < 2e8; round++) state = (Math.imul(state, 1664525) + 1013904223) | 0
  require('node:worker_threads').parentPort.postMessage(state)
})`

const threadScaling = async (): Promise<number> => {
  const threads = [0, 1].map(() => new Worker(spin, { eval: true }))
  const timeOf = async (some: readonly Worker[]): Promise<number> => {
    const start = performance.now()
    const done = some.map(thread => once(thread, 'message'))
    for (const thread of some) thread.postMessage(undefined)
    await Promise.all(done)
    return performance.now() - start
  }
  await timeOf(threads)
  const scalings: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const alone = await timeOf(threads.slice(0, 1))
    scalings.push((2 * alone) / (await timeOf(threads)))
  }
  await Promise.all(threads.map(thread => thread.terminate()))
  return median(scalings)
}

const hasShaNi = (): boolean | undefined => {
  try {
    return /\bsha_ni\b/.test(readFileSync('/proc/cpuinfo', 'utf8'))
  } catch {
    return undefined
  }
}

export const describeMachine = async (): Promise<Machine> => ({
  load: loadavg()[0] ?? Number.NaN,
  processor: cpus()[0]?.model ?? 'unknown processor',
  cores: availableParallelism(),
  shaNi: hasShaNi(),
  twoThreads: await threadScaling(),
})

export const wordsOf = ({ processor, cores, shaNi, load, twoThreads }: Machine): string => {
  const sha = { true: 'with sha_ni', false: 'without sha_ni', undefined: 'sha_ni unknown' }[
    `${shaNi}`
  ]
  const verdict = twoThreads < LEAST_SCALING ? `, below ${LEAST_SCALING}: this run is void` : ''
  return `${processor}, ${cores} cores, ${sha}; load ${load.toFixed(1)}; two threads do ${twoThreads.toFixed(2)} times the work of one${verdict}`
}
