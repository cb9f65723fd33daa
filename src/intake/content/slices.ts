import type { Job, Remark } from '../../core/contracts.ts'
import { readBytes, yieldToEventLoop } from '../../core/read.ts'
import { release } from '../../core/release.ts'
import type { Recorder } from './reading.ts'

/** What a walk over one format found. `damage`, in a developer's words: absent when the file is whole. */
export interface Findings {
  readonly damage?: string
  readonly remarks: readonly Remark[]
}

export const damaged = (damage: string): Findings => ({ damage, remarks: [] })

/** More bytes than this behind the end of the document get a remark; fewer are line ends or padding. */
export const STRAY_BYTES = 2048

/**
 * In Chromium 20 MiB take 92 ms in slices of 1 MiB, 40 in slices of 8 (measured); all at once is not faster, and takes more memory.
 * They begin at multiples of their size, as those that a large file is sealed in.
 */
const SLICE_BYTES = 1 << 23

/** A hostile file may have millions of markers in one slice. The recipient's page, which has no worker, must stay responsive. */
const MAX_BUSY_MS = 10

// This is windows-1252 in fact: one character per byte and unchanged ASCII are enough for searching.
export const latin1: TextDecoder = new TextDecoder('latin1')
const LETTERS = latin1.decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))

/** The letter that this byte is in a text of a slice; of a larger number the lowest eight bits count. */
export const textOf = (byte: number): string => LETTERS.charAt(byte & 255)

/** The bytes that a text of a slice was read from. */
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, letter => LETTERS.indexOf(letter))

/** Reads a blob in slices, one in memory at a time. Any offset may be asked for; there are no bytes past the end. */
export class Slices {
  readonly size: number
  readonly #blob: Blob
  readonly #job: Job
  readonly #recorder: Recorder | undefined
  #slice = new Uint8Array(0)
  #start = 0
  #read = 0
  #lastYield = performance.now()

  constructor(blob: Blob, job: Job, recorder?: Recorder) {
    this.size = blob.size
    this.#blob = blob
    this.#job = job
    this.#recorder = recorder
  }

  /** Gives back the memory of what was read last. */
  end(): void {
    const read = this.#slice
    this.#slice = new Uint8Array(0)
    if (read.length > 0) release(read)
  }

  /**
   * The bytes from `start` on, till the next bytes are asked for: at least `least` of them unless the blob ends before, and those behind that are in memory anyway.
   * When it has to read, it reads `ahead` bytes from there, or else the slice that `start` lies in. Rejects with the browser's read error, or with the signal's reason.
   */
  async from(start: number, least: number, ahead?: number): Promise<Uint8Array> {
    const end = Math.min(start + least, this.size)
    if (!(start >= 0 && start < end)) return new Uint8Array(0)
    if (performance.now() - this.#lastYield > MAX_BUSY_MS) await this.#yield()
    if (start < this.#start || end > this.#start + this.#slice.length) {
      this.#job.signal.throwIfAborted()
      const [from, to] = this.#spanOf(start, end, ahead)
      // A slice would not tell that the file has grown.
      const isWhole = from === 0 && to === this.size
      this.end()
      this.#slice = await readBytes(isWhole ? this.#blob : this.#blob.slice(from, to))
      this.#start = from
      await this.#recorder?.note(from, this.#slice)
      this.#read = Math.min(this.#read + this.#slice.length, this.size)
      this.#job.progress(this.#read, this.size)
    }
    return this.#slice.subarray(start - this.#start)
  }

  #spanOf(start: number, end: number, ahead: number | undefined): readonly [number, number] {
    if (ahead !== undefined) return [start, Math.min(Math.max(end, start + ahead), this.size)]
    const from = start - (start % SLICE_BYTES)
    const to = from + SLICE_BYTES
    // What lies across two slices is read by itself.
    return end > to ? [start, end] : [from, Math.min(to, this.size)]
  }

  async #yield(): Promise<void> {
    await yieldToEventLoop()
    this.#job.signal.throwIfAborted()
    this.#lastYield = performance.now()
  }

  /** At most `length` bytes from `start` as text, one character per byte. */
  async text(start: number, length: number): Promise<string> {
    return latin1.decode((await this.from(start, length, 1 << 16)).subarray(0, length))
  }
}
