import type { Job } from '../core/contracts.ts'
import { readBytes } from '../core/read.ts'

type Bytes = Uint8Array<ArrayBuffer>

const SLICE_BYTES = 1024 * 1024

/** A blob as a stream, and why it could not be read, if so. */
export interface Source {
  readonly stream: ReadableStream<Bytes>
  readonly readError: unknown
}

/** Not the blob's own stream: when that breaks, Chromium says no more than TypeError, whatever happened. */
export const sourceOf = (blob: Blob, { signal, progress }: Partial<Job>): Source => {
  let readError: unknown
  let done = 0
  const stream = new ReadableStream<Bytes>({
    async pull(controller) {
      if (done >= blob.size) return controller.close()
      const slice = await readBytes(blob.slice(done, done + SLICE_BYTES)).catch(cause => {
        readError = cause
        throw cause
      })
      signal?.throwIfAborted()
      done += slice.length
      progress?.(done, blob.size)
      controller.enqueue(slice)
    },
  })
  return {
    stream,
    get readError() {
      return readError
    },
  }
}
