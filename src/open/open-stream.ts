import { sha256 } from '@noble/hashes/sha2.js'
import { additionError } from '../core/additions.ts'
import { hex } from '../core/bytes.ts'
import type { Job } from '../core/contracts.ts'
import { SealDropError } from '../core/errors.ts'
import type { SealRecord } from '../core/record.ts'
import type { Opener } from './opener.ts'
import { type Unsealed, unseal } from './unseal.ts'

/** A sealed file that is opened while it comes in. */
export interface OpenedStream {
  /** What the sender claims. Absent where the file has no record, or one of an unknown version. */
  readonly record?: SealRecord
  /**
   * The original. Each chunk was authenticated, but whether the file goes on as it should is only known at its end: keep nothing of it
   * before the stream closed. It errors with `damaged` where the file was cut or changed, or is not what its record says; with `unreadable`
   * where the sealed file cannot be read to its end; and with the reason of an abort.
   */
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>
  /**
   * Settles once the stream ended: true where there is a record, and its SHA-256 and size match; false without one, and where the
   * stream was cancelled. Rejects with the error of the stream.
   */
  readonly intact: Promise<boolean>
}

const mismatch = (): SealDropError =>
  new SealDropError('damaged', 'What came out is not what the record says.')

/** Throws `damaged` as soon as it is known that the content is not what the record says, at the latest at its end. */
const compare = (record: SealRecord) => {
  const hash = sha256.create()
  let size = 0
  return {
    add(bytes: Uint8Array): void {
      hash.update(bytes)
      size += bytes.length
      if (size > record.size) throw mismatch()
    },
    end(): void {
      if (size !== record.size || hex(hash.digest()) !== record.sha256) throw mismatch()
    },
  }
}

/** The content as a stream that says at its end whether it is what the record says. */
export const streamOf = ({ record, pull, end }: Unsealed): OpenedStream => {
  const { promise, resolve, reject } = deferred<boolean>()
  const comparison = record && compare(record)
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        try {
          const bytes = await pull()
          if (bytes) {
            comparison?.add(bytes)
            return controller.enqueue(bytes)
          }
          comparison?.end()
          resolve(record !== undefined)
          controller.close()
        } catch (thrown) {
          reject(thrown)
          controller.error(thrown)
          await end(thrown)
        }
      },
      async cancel(reason) {
        resolve(false)
        await end(reason)
      },
    },
    // Nothing is decrypted before somebody asks for it.
    { highWaterMark: 0 },
  )
  return { ...(record && { record }), stream, intact: promise }
}

const deferred = <Value>() => {
  let resolve: (value: Value) => void = () => {}
  let reject: (reason: unknown) => void = () => {}
  const promise = new Promise<Value>((...both) => {
    ;[resolve, reject] = both
  })
  // Who only reads the stream hears of its error there.
  promise.catch(() => {})
  return { promise, resolve, reject }
}

/**
 * Opens an age v1 file while it is read, in constant memory: in Node and in workers. A stream need not be kept anywhere. Resolves once the
 * header was read, since the record is only known then, and rejects as `open` does for what is wrong until there. The rest is told by
 * `stream` and `intact`. `job.progress` counts sealed bytes; for a stream, their total is `Infinity`.
 */
export const openStream = async (
  sealed: Blob | ReadableStream<Uint8Array>,
  opener: Opener,
  job: Partial<Job> = {},
): Promise<OpenedStream> => {
  const error = additionError()
  if (error) throw error
  return streamOf(await unseal(sealed, opener, job))
}
