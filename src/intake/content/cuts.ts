import type { Cut } from '../../core/contracts.ts'

/** Pictures have some ten. A hostile one must not be able to fill the memory. */
const MAX_CUTS = 1000

/** Gathers what a picture holds beside the picture. */
export class Cuts {
  /** In order; undefined once the picture cannot be told from the rest for certain. */
  list: Cut[] | undefined = []

  /** From `start` to `end` nothing stays, but `put`. In order. */
  add(start: number, end: number, put: Uint8Array<ArrayBuffer> = new Uint8Array(0)): void {
    if (!this.list || start >= end) return
    const last = this.list.at(-1)
    if (last?.end === start && put.length === 0) this.list.splice(-1, 1, { ...last, end })
    else if (this.list.push({ start, end, put }) > MAX_CUTS || put.length > end - start) this.fail()
  }
  /** Nothing can be cut out of this picture safely. */
  fail(): void {
    this.list = undefined
  }
}
