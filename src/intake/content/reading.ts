import { hex } from '../../core/bytes.ts'
import type { ReadSlice } from '../../core/contracts.ts'

/** Writes down what a walk reads. Another verdict would need another byte somewhere in it. */
export class Reading {
  readonly #slices: Promise<ReadSlice>[] = []

  note(at: number, bytes: Uint8Array<ArrayBuffer>): void {
    const slice = crypto.subtle
      .digest('SHA-256', bytes)
      .then(digest => ({ at, length: bytes.length, sha256: hex(digest) }))
    slice.catch(() => {}) // awaited below, unless the walk fails first
    // What is read twice may differ: then sealing finds that one of the two changed.
    this.#slices.push(slice)
  }

  async slices(): Promise<readonly ReadSlice[]> {
    return Promise.all(this.#slices)
  }
}
