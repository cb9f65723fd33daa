/** Bytes that are looked for, each under the name by which a find is told. */
export type Patterns = readonly (readonly [name: string, bytes: Buffer])[]

/** Two bytes as a number. */
const pair = (bytes: Buffer, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)

/**
 * Looks for many patterns at once, in one walk that skips most bytes: two bytes tell how far on the next pattern can end at the
 * earliest (S. Wu, U. Manber, "A fast algorithm for multi-pattern searching", 1994). One walk for each of 200 patterns takes
 * a hundred times as long. Answers with the names of those that were found.
 *
 * @param patterns each of two bytes or more
 */
export const searchFor = (patterns: Patterns): ((bytes: Buffer) => ReadonlySet<string>) => {
  /** So many bytes of each pattern decide where it can be. */
  const window = Math.min(255, ...patterns.map(([, { length }]) => length))
  if (window < 2) throw new RangeError('A pattern is too short.')
  const skips = new Uint8Array(0x1_0000).fill(window - 1)
  const endingIn = new Map<number, Patterns>()
  for (const pattern of patterns) {
    const [, bytes] = pattern
    for (let at = 0; at <= window - 2; at++) {
      const skip = window - 2 - at
      skips[pair(bytes, at)] = Math.min(skip, skips[pair(bytes, at)] ?? skip)
    }
    const last = pair(bytes, window - 2)
    endingIn.set(last, [...(endingIn.get(last) ?? []), pattern])
  }
  return bytes => {
    const found = new Set<string>()
    let at = window - 2
    while (at < bytes.length - 1) {
      const two = pair(bytes, at)
      const skip = skips[two] ?? 0
      if (skip === 0) {
        const start = at + 2 - window
        for (const [name, pattern] of endingIn.get(two) ?? [])
          if (bytes.subarray(start, start + pattern.length).equals(pattern)) found.add(name)
      }
      at += Math.max(1, skip)
    }
    return found
  }
}
