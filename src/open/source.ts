import type { Job } from '../core/contracts.ts'
import { readBytes } from '../core/read.ts'

type Bytes = Uint8Array<ArrayBuffer>

const SLICE_BYTES = 1024 * 1024

/** A blob as a stream; `readError` is set if the blob could not be read. */
export interface Source {
  readonly stream: ReadableStream<Bytes>
  readonly readError: unknown
}

/** Used instead of `blob.stream()`, which in Chromium fails with a bare TypeError whatever the reason. */
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
