import type { Order, Outcome } from './age.worker.ts'
import type { Sealer } from './age-sealers.ts'
import { chosenFiles } from './files.ts'

/** What a driver can ask of this page, one call at a time. All happens in one worker, with the one chosen file. */
export interface AgeBench {
  /** Milliseconds from the file to the sealed Blob. Rejects, where a proof was asked for, unless that opens to the file. */
  run(name: Sealer, isProof: boolean): Promise<number>
}

const worker = new Worker(new URL('./age.worker.ts', import.meta.url), { type: 'module' })

const bench: AgeBench = {
  async run(name, isProof) {
    const [file] = chosenFiles(1)
    const answer = new Promise<Outcome>((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data)
      worker.onerror = ({ message }) => reject(new Error(message))
    })
    worker.postMessage({ name, file, isProof } as Order)
    const outcome = await answer
    if ('error' in outcome) throw new Error(outcome.error)
    return outcome.ms
  },
}
window.bench = bench
