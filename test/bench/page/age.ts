import { neverAborted } from '../../../src/core/abort.ts'
import { sealFile } from '../../../src/seal/seal.ts'
import { createThread } from '../../../src/thread/client.ts'
import workerUrl from '../../../src/worker.ts?worker&url'
import type { Answer, Order, Outcome } from './age.worker.ts'
import type { Sealer } from './age-sealers.ts'
import { chosenFiles } from './files.ts'

/** `sealdrop`: as it is shipped, from the page, with the threads that it takes. The others run in one worker. */
export type Contestant = 'sealdrop' | Sealer

/** What a driver can ask of this page, one call at a time, with the one chosen file. */
export interface AgeBench {
  /** Milliseconds from the file to the sealed Blob. Rejects, where a proof was asked for, unless that opens to the file. */
  run(name: Contestant, isProof: boolean): Promise<number>
}

const worker = new Worker(new URL('./age.worker.ts', import.meta.url), { type: 'module' })

const ask = <Result>(order: Order): Promise<Result> =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) =>
      'error' in data ? reject(new Error(data.error)) : resolve(data.result as Result)
    worker.onerror = ({ message }) => reject(new Error(message))
    worker.postMessage(order)
  })

const whom = ask<string>({ kind: 'whom' })
const thread = createThread(workerUrl)

const asShipped = async (file: File): Promise<Outcome> => {
  const { name, type, lastModified } = file
  const recipients = [await whom]
  window.gc?.()
  await new Promise(resolve => setTimeout(resolve, 50))
  const start = performance.now()
  const { parcel, digests } = await sealFile(
    thread,
    crypto.randomUUID(),
    { blob: file, name, type, lastModified, remarks: [] },
    { scheme: 'age', recipients },
    'opaque',
    { signal: neverAborted, progress: () => {} },
  )
  await digests
  return { ms: performance.now() - start, sealed: parcel.body }
}

const bench: AgeBench = {
  async run(name, isProof) {
    const [file] = chosenFiles(1)
    if (!file) throw new Error('No file was chosen.')
    const run = name === 'sealdrop' ? asShipped(file) : ask<Outcome>({ kind: 'seal', name, file })
    const { ms, sealed } = await run
    if (isProof) await ask({ kind: 'prove', sealed, file })
    return ms
  },
}
window.bench = bench
