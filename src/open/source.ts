import { neverAborted, orAborted } from '../core/abort.ts'
import type { Job } from '../core/contracts.ts'
import { SealDropError } from '../core/errors.ts'
import { readBytes } from '../core/read.ts'
import type { Pull } from './byte-reader.ts'

const SLICE_BYTES = 1024 * 1024

/** Where sealed bytes come from. A failure to read them is `unreadable`; an abort rejects with the signal's reason. */
export interface Source {
  readonly pull: Pull
  /** Nothing more will be read. */
  cancel(reason: unknown): Promise<void>
}

const unreadable = (cause: unknown): SealDropError =>
  new SealDropError('unreadable', 'The file cannot be read.', { cause })

/** Used instead of `blob.stream()`, which in Chromium fails with a bare TypeError whatever the reason. */
const fromBlob = (blob: Blob, { signal, progress }: Partial<Job>): Source => {
  let done = 0
  return {
    async pull() {
      signal?.throwIfAborted()
      if (done >= blob.size) return undefined
      const slice = await readBytes(blob.slice(done, done + SLICE_BYTES)).catch(cause => {
        throw unreadable(cause)
      })
      signal?.throwIfAborted()
      done += slice.length
      progress?.(done, blob.size)
      return slice
    },
    cancel: async () => {},
  }
}

/** How much is to come, a stream does not say: the total is `Infinity`. */
const fromStream = (
  stream: ReadableStream<Uint8Array>,
  { signal = neverAborted, progress }: Partial<Job>,
): Source => {
  const reader = stream.getReader()
  let bytes = 0
  return {
    async pull() {
      const reading = reader.read().catch(cause => {
        throw unreadable(cause)
      })
      const { done, value } = await orAborted(reading, signal)
      if (done) return undefined
      if (!(value instanceof Uint8Array))
        throw unreadable(new TypeError('The stream does not give bytes.'))
      bytes += value.length
      progress?.(bytes, Number.POSITIVE_INFINITY)
      return value as Uint8Array<ArrayBuffer>
    },
    // What it says to that is of no use to anybody any more.
    cancel: reason => reader.cancel(reason).catch(() => {}),
  }
}

export const sourceOf = (sealed: Blob | ReadableStream<Uint8Array>, job: Partial<Job>): Source =>
  sealed instanceof Blob ? fromBlob(sealed, job) : fromStream(sealed, job)
