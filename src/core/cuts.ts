import type { Cut } from './contracts.ts'

/** Bytes of a file of so many without what is cut out of it. */
export const sizeWithout = (size: number, cuts: readonly Cut[] = []): number =>
  cuts.reduce((left, { start, end, put }) => left - end + start + put.length, size)

/**
 * Cuts out of bytes that lie `at` this offset of their file, in their own memory. What is put in takes the place of the first bytes
 * that are cut out, so a file may be cut piece by piece.
 *
 * @returns what is left, at the beginning of the same memory
 */
export const cutOut = (
  cuts: readonly Cut[],
  at: number,
  bytes: Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> => {
  let left = 0
  let from = 0
  const place = (offset: number): number => Math.max(from, Math.min(offset - at, bytes.length))
  const keep = (to: number): void => {
    if (left < from) bytes.copyWithin(left, from, to)
    left += to - from
    from = to
  }
  for (const { start, end, put } of cuts) {
    keep(place(start))
    const here = put.subarray(at + from - start, at + bytes.length - start)
    bytes.set(here, left)
    left += here.length
    from = place(end)
  }
  keep(bytes.length)
  return bytes.subarray(0, left)
}
