import { parentPort, workerData } from 'node:worker_threads'
import type { Asked, Played } from './play.ts'

/** What is played, and in which bundle of it. */
export interface ToPlayer extends Asked {
  readonly path: string
  readonly target: string
  readonly from: number
}

/** The input as text: it may be kept. */
export type FromPlayer = Omit<Played, 'found'> & {
  readonly found?: {
    readonly target: string
    readonly index: number
    readonly why: string
    readonly input: string
  }
}

const asked = workerData as ToPlayer & { readonly began: SharedArrayBuffer }
const { encode, fuzz, listenForRejections, targets } = (await import(
  asked.path
)) as typeof import('./main.ts')
const target = targets.find(({ name }) => name === asked.target)
if (!target) throw new Error(`There is no target "${asked.target}".`)
listenForRejections()
const seen = new BigInt64Array(asked.began)
const { found, ...played } = await fuzz(target, {
  ...asked,
  begins(index) {
    Atomics.store(seen, 0, BigInt(index))
    Atomics.add(seen, 1, 1n)
  },
})
const told: FromPlayer = found
  ? { ...played, found: { ...found, input: encode(found.input) } }
  : played
parentPort?.postMessage(told)
