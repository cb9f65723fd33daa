import type { SessionFile, Transport } from '../../src/core/contracts.ts'
import type { Session, SessionOptions } from '../../src/session/session.ts'

/** What a session shows that stands still. */
export interface Still {
  readonly files: readonly SessionFile[]
  /** Ids of files that were taken off, and may be put back. */
  readonly withdrawn?: readonly string[]
  readonly isHeld?: boolean
}

const FINGERPRINTS = ['ca5af2d14bee0c9831d7', '77b0e1629a4d5f03c8a6']
const LARGEST_BYTES = 19_900_000

const load = ({ transport }: SessionOptions): Promise<Transport> =>
  Promise.resolve(typeof transport === 'function' ? transport() : transport)

/** Files in phases of our choice: nothing is read, sealed or sent, and nothing moves. */
export const stillSession = (still: Still, options: SessionOptions): Session => {
  const { files: all, withdrawn = [], isHeld = false } = still
  const files = all.filter(({ id }) => !withdrawn.includes(id))
  const receipts = files.flatMap(({ state }) => (state.phase === 'done' ? [state.receipt] : []))
  const nothing = (): void => {}
  return {
    files,
    receipts,
    withdrawn: all.flatMap((file, place) => (withdrawn.includes(file.id) ? [{ file, place }] : [])),
    isHeld,
    warmUp: async () => {},
    largest: async () => {
      await load(options)
      return LARGEST_BYTES
    },
    sealedFor: async () => FINGERPRINTS,
    add: () => [],
    subscribe: changed => {
      for (const file of files) changed(file)
      return nothing
    },
    start: nothing,
    pause: nothing,
    resume: nothing,
    resumeOwn: nothing,
    cancel: nothing,
    retry: nothing,
    removeFile: nothing,
    withdraw: () => false,
    reinstate: nothing,
    clear: nothing,
    settled: async () => receipts,
    finish: async () => receipts,
    restore: () => [],
    takeBack: async () => false,
    close: nothing,
  }
}
