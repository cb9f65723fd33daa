import { sha256 } from '@noble/hashes/sha2.js'
import type { Cut, Job, Reading } from '../../../core/contracts.ts'
import { sizeWithout } from '../../../core/cuts.ts'
import { readBytes, yieldToEventLoop } from '../../../core/read.ts'
import { release } from '../../../core/release.ts'
import { type Comparison, changed, compareWith } from '../as-checked.ts'
import type { Body } from '../body.ts'
import type { Aead } from './aead.ts'
import { CHUNK_BYTES, type Chunker, roomFor, sealChunks } from './stream.ts'

/** Up to this size a file is read whole and hashed by WebCrypto; a larger one in slices, so that memory stays bounded. */
const WHOLE_BYTES = 64 * 1024 * 1024
const SLICE_BYTES = 128 * CHUNK_BYTES
/** Bytes that are handed on at once. In a Blob the browser moves them out of the worker while the next part is encrypted. */
const PART_BYTES = 64 * CHUNK_BYTES

type Bytes = Uint8Array<ArrayBuffer>

/** Where the sealed bytes go. */
type Target = Pick<Body, 'add' | 'spareBytes' | 'reuse'>

/** Bytes of a file from `at` on. */
interface Slice {
  readonly at: number
  readonly slice: Bytes
}

/**
 * Reads a blob's slices in order, each while the previous one is in use: the `first` bytes, then `then` bytes at a time.
 * Rejects with the browser's read errors.
 */
export async function* slicesOf(blob: Blob, first: number, then: number): AsyncGenerator<Slice> {
  const read = (from: number, to: number): Promise<Bytes> => readBytes(blob.slice(from, to))
  let next = read(0, first)
  for (let at = 0, end = first; at === 0 || at < blob.size; at = end, end += then) {
    const slice = await next
    if (end < blob.size) {
      next = read(end, end + then)
      next.catch(() => {}) // awaited in the next turn, if there is one
    }
    yield { at, slice }
  }
}

const isBeginningOf = (head: Bytes, whole: Bytes): boolean => {
  const words = head.length >> 2
  const [one, other] = [head, whole].map(bytes => new Int32Array(bytes.buffer, 0, words))
  for (let at = 0; at < words; at++) if (one?.[at] !== other?.[at]) return false
  return head.subarray(words << 2).every((byte, at) => byte === whole[(words << 2) + at])
}

/**
 * The whole file at once, which a longer one cannot pass for: a slice would end where the file once ended. `headBytes` of it are
 * read by themselves before, and where they are others in the whole, it rejects with `changed`. `read` is handed the whole, and
 * gives back what is sealed.
 */
async function* wholeOf(
  blob: Blob,
  headBytes: number,
  read: (whole: Bytes) => Promise<Bytes>,
  { spareBytes, reuse }: Target,
): AsyncGenerator<Slice> {
  const isSplit = headBytes < blob.size
  const headRead = isSplit ? readBytes(blob.slice(0, headBytes)) : undefined
  const wholeRead = readBytes(spareBytes ? new Blob([blob, new Uint8Array(spareBytes)]) : blob)
  wholeRead.catch(() => {}) // awaited below, unless the head fails first
  const head = await headRead
  if (head) yield { at: 0, slice: head }
  const room = await wholeRead
  const found = room.subarray(0, blob.size)
  if (head && !isBeginningOf(head, found)) throw changed()
  const whole = await read(found)
  const at = head?.length ?? 0
  yield { at, slice: whole.subarray(at) }
  reuse(room)
}

/** The bytes of a file in order, and the SHA-256 of them once all were taken. */
interface Source {
  readonly slices: AsyncGenerator<Slice>
  digest(): Promise<Bytes>
}

/** WebCrypto takes all bytes at once, so it hashes what is read whole; a larger file is hashed in JavaScript, slice by slice. */
const sourceOf = (blob: Blob, headBytes: number, see: Comparison['see'], into: Target): Source => {
  if (blob.size > Math.max(WHOLE_BYTES, headBytes)) {
    const hash = sha256.create()
    const slices = async function* (): AsyncGenerator<Slice> {
      for await (const one of slicesOf(blob, SLICE_BYTES, SLICE_BYTES)) {
        await see(one.at, one.slice)
        hash.update(one.slice)
        yield one
        release(one.slice)
      }
    }
    return { slices: slices(), digest: async () => hash.digest() }
  }
  let digest: Promise<ArrayBuffer> | undefined
  const read = async (found: Bytes): Promise<Bytes> => {
    const whole = await see(0, found)
    digest = crypto.subtle.digest('SHA-256', whole)
    digest.catch(() => {}) // awaited at the end, unless sealing fails first
    return whole
  }
  return {
    slices: wholeOf(blob, headBytes, read, into),
    async digest() {
      if (!digest) throw new Error('Not all bytes came.')
      return new Uint8Array(await digest)
    },
  }
}

/**
 * Encrypts a blob in one pass, so that the bytes that are hashed, and compared with what was checked (`reading`), are those that are
 * encrypted. `headBytes` (a multiple of the chunk) are read before the rest, and encrypted while the rest is read; where
 * something is cut out, all are read at once.
 *
 * @returns the SHA-256 of exactly the bytes that were encrypted.
 */
export const sealPayload = async (
  blob: Blob,
  aead: Aead,
  into: Target,
  { progress, signal }: Job,
  headBytes: number = WHOLE_BYTES,
  reading?: Reading,
  cuts: readonly Cut[] = [],
): Promise<Bytes> => {
  const size = sizeWithout(blob.size, cuts)
  const first = cuts.length > 0 ? blob.size : headBytes
  let done = 0
  const chunker: Chunker = {
    aead,
    sealed(bytes) {
      done += bytes
      progress(done, size)
    },
    signal,
    room: roomFor(Math.min(PART_BYTES, size)),
  }
  const comparison = compareWith(reading, cuts)
  const source = sourceOf(blob, first, comparison.see, into)
  for await (const { at: from, slice: bytes } of source.slices) {
    signal.throwIfAborted()
    for (let at = 0; at === 0 || at < bytes.length; at += PART_BYTES) {
      const part = bytes.subarray(at, at + PART_BYTES)
      const isEnd = from + at + part.length >= size
      into.add(await sealChunks(part, (from + at) / CHUNK_BYTES, isEnd, chunker))
      // The cipher in JavaScript runs in microtasks only, so without this no abort and no other call would arrive before its end.
      if (!isEnd) await yieldToEventLoop()
    }
  }
  release(chunker.room)
  const digest = await source.digest()
  comparison.end()
  return digest
}
