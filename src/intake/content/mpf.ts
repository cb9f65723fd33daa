import { readTiff } from './tiff.ts'

/** Of marker APP2. */
export const MPF = '\xe2MPF\0'

/** Multi-Picture Format (CIPA DC-007, 5.2.3.3): for each picture its attributes, size and offset (4 bytes each), and 4 bytes more. */
const ENTRIES = 0xb002
const ENTRY_BYTES = 16

/**
 * Where the pictures begin that, as an MPF block says, end behind the end of a file of so many bytes. `at`: where the block lies;
 * its offsets count from there.
 */
export const picturesOver = (mpf: Uint8Array, at: number, size: number): readonly number[] => {
  const tiff = readTiff(mpf)
  const entry = tiff.directory().get(ENTRIES)
  const starts: number[] = []
  if (!entry) return starts
  const first = tiff.long(entry + 8)
  const last = Math.min(first + tiff.long(entry + 4), mpf.length) - ENTRY_BYTES
  for (let one = first; one <= last; one += ENTRY_BYTES) {
    const start = at + tiff.long(one + 8)
    // The offset of the first picture, which has the block, is 0.
    if (start > at && start + tiff.long(one + 4) > size) starts.push(start)
  }
  return starts
}
