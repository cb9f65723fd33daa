import { hex } from '../../core/bytes.ts'
import type { ReadSlice } from '../../core/contracts.ts'
import { SealDropError } from '../../core/errors.ts'

type Bytes = Uint8Array<ArrayBuffer>

export const changed = (): SealDropError =>
  new SealDropError('changed', 'The file is not what was checked any more.')

/** Compares the bytes that are sealed with those that were checked, as they go by. */
export interface Comparison {
  /** The check read the whole file at once: `end` must be told its digest. */
  readonly needsDigest: boolean
  /** The next bytes of the file, from `at` on. They may be overwritten afterwards. */
  see(at: number, bytes: Bytes): void
  /** Once all went by. Rejects with `changed`. `digest`: the SHA-256 of all of them, hex. */
  end(digest?: string): Promise<void>
}

/** A slice of which some bytes have gone by. */
interface Open extends ReadSlice {
  readonly kept: Bytes
}

export const compareWith = (read: readonly ReadSlice[], size: number): Comparison => {
  const isWhole = ({ at, length }: ReadSlice): boolean => at === 0 && length === size
  const wholes = read.filter(isWhole)
  const parts = read.filter(slice => !isWhole(slice)).sort((one, other) => one.at - other.at)
  let open: Open[] = []
  const verdicts: Promise<boolean>[] = []

  const judge = ({ sha256 }: ReadSlice, bytes: Bytes): void => {
    const verdict = crypto.subtle.digest('SHA-256', bytes).then(found => hex(found) === sha256)
    verdict.catch(() => {}) // awaited at the end, unless sealing fails first
    verdicts.push(verdict)
  }

  return {
    needsDigest: wholes.length > 0,
    see(at, bytes) {
      const end = at + bytes.length
      const stillOpen: Open[] = []
      const take = (slice: Open): void => {
        const from = Math.max(slice.at, at)
        const to = Math.min(slice.at + slice.length, end)
        if (from < to) slice.kept.set(bytes.subarray(from - at, to - at), from - slice.at)
        if (slice.at + slice.length > end) stillOpen.push(slice)
        else judge(slice, slice.kept)
      }
      for (const slice of open) take(slice)
      for (let next = parts[0]; next && next.at < end; next = parts[0]) {
        parts.shift()
        if (next.at >= at && next.at + next.length <= end)
          judge(next, bytes.subarray(next.at - at, next.at + next.length - at))
        else take({ ...next, kept: new Uint8Array(next.length) })
      }
      open = stillOpen
    },
    async end(digest) {
      // What did not go by was not compared.
      if (open.length + parts.length > 0) throw changed()
      const isSame = (await Promise.all(verdicts)).every(verdict => verdict)
      if (!isSame || wholes.some(({ sha256 }) => sha256 !== digest)) throw changed()
    },
  }
}
