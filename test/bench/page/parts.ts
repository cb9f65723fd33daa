import { chosenFiles } from './files.ts'
import type { Part, PartOrder, PartOutcome } from './parts.worker.ts'

/**
 * What a driver can ask of this page, one call at a time, in milliseconds: one of the parts in one thread; the cipher with half of
 * the bytes in each of two threads; the hash in one thread beside the cipher in another. The bytes are in the threads already.
 */
export interface PartsBench {
  run(name: Part | 'cipherTwice' | 'hashBesideCipher'): Promise<number>
}

const threads = [0, 1].map(
  () => new Worker(new URL('./parts.worker.ts', import.meta.url), { type: 'module' }),
)

const ask = (thread: number, order: PartOrder): Promise<number> =>
  new Promise((resolve, reject) => {
    const worker = threads[thread]
    if (!worker) throw new Error('No such thread.')
    worker.onmessage = ({ data }: MessageEvent<PartOutcome>) =>
      'error' in data ? reject(new Error(data.error)) : resolve(data.ms)
    worker.onerror = ({ message }) => reject(new Error(message))
    worker.postMessage(order, order.bytes ? [order.bytes.buffer] : [])
  })

const bytesOf = async (file: File, from = 0, to = file.size): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await file.slice(from, to).arrayBuffer())

/** From the first message to the last answer. */
const together = async (...orders: readonly PartOrder[]): Promise<number> => {
  const start = performance.now()
  await Promise.all(orders.map((order, thread) => ask(thread, order)))
  return performance.now() - start
}

const bench: PartsBench = {
  async run(name) {
    const [file] = chosenFiles(1)
    if (!file) throw new Error('No file was chosen.')
    window.gc?.()
    if (name === 'cipherTwice') {
      const half = file.size / 2
      const [one, other] = [await bytesOf(file, 0, half), await bytesOf(file, half)]
      return together({ part: 'cipher', bytes: one }, { part: 'cipher', bytes: other })
    }
    if (name === 'hashBesideCipher') {
      const [one, other] = [await bytesOf(file), await bytesOf(file)]
      return together({ part: 'hash', bytes: one }, { part: 'cipher', bytes: other })
    }
    return ask(
      0,
      name === 'read' ? { part: name, file } : { part: name, bytes: await bytesOf(file) },
    )
  },
}
window.bench = bench
