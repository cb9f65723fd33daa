import type { Cut } from '../../core/contracts.ts'
import { orientationAlone } from './exif.ts'

/** Pictures have some ten. A hostile one must not be able to fill the memory. */
const MAX_CUTS = 1000

/** Gathers what a picture holds beside the picture. */
export class Cuts {
  /** In order; undefined once the picture cannot be told from the rest for certain. */
  list: Cut[] | undefined = []
  #turn: string | undefined

  /** From `start` to `end` nothing stays, but `put`. In order. */
  add(start: number, end: number, put: Uint8Array<ArrayBuffer> = new Uint8Array(0)): void {
    if (!this.list || start >= end) return
    const last = this.list.at(-1)
    if (last?.end === start && put.length === 0) {
      this.list.pop()
      this.add(last.start, end, last.put)
    } else if (
      this.list.push({ start, end, put }) > MAX_CUTS ||
      put.length > end - start ||
      start < (last?.end ?? 0)
    )
      this.fail()
  }
  /** What to put in for EXIF: the orientation alone that the first one says, as decoders read it; empty for upright. */
  turn(exif: Uint8Array): string | undefined {
    this.#turn ??= orientationAlone(exif)
    return this.#turn
  }
  /** Nothing can be cut out of this picture safely. */
  fail(): void {
    this.list = undefined
  }
}
