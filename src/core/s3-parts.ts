/** What one PUT takes; anything larger goes in parts. */
export const MAX_WHOLE_BYTES: number = 64 * 1024 ** 2
/** S3 takes no smaller part but the last one, */
export const MIN_PART_BYTES: number = 5 * 1024 ** 2
/** and no larger one. */
export const MAX_PART_BYTES: number = 5 * 1024 ** 3
/** One list of parts (1,000) has them all, and what completes an upload fits into 64 KiB. S3 takes 10,000. */
export const MAX_PARTS: number = 500

const MIB = 1024 ** 2

/** Bytes of each part but the last one: as asked, and more where there would be too many of them. */
export const partBytesFor = (size: number, asked: number): number =>
  Math.max(asked, Math.ceil(size / MAX_PARTS / MIB) * MIB)

/** Where a part begins and ends; `part` from 1 up. Undefined where the upload has no such part. */
export const partRange = (
  size: number,
  partBytes: number,
  part: number,
): { readonly start: number; readonly end: number } | undefined => {
  const start = (part - 1) * partBytes
  const isThere = Number.isInteger(part) && part >= 1 && start < size
  return isThere ? { start, end: Math.min(start + partBytes, size) } : undefined
}
