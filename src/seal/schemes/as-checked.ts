import type { Cut, Reading, ReadPiece } from '../../core/contracts.ts'
import { cutOut } from '../../core/cuts.ts'
import { SealDropError } from '../../core/errors.ts'
import { isSame, readingKey } from '../../core/reading.ts'

type Bytes = Uint8Array<ArrayBuffer>

export const changed = (): SealDropError =>
  new SealDropError('changed', 'The file is not what was checked any more.')

/** Compares the bytes of a file with those that were checked, as they go by, and cuts out what is not sealed. */
export interface Comparison {
  /** The next bytes of the file, from `at` on. What is left of them is at the beginning of their memory. Rejects with `changed`. */
  see(at: number, bytes: Bytes): Promise<Bytes>
  /** Once all went by. Throws `changed` where the check read what did not. */
  end(): void
}

/** A piece of which some bytes have gone by. */
interface Open extends ReadPiece {
  readonly kept: Bytes
}

/** `reading`: what the check read; without one there was no check, and nothing to compare. `cuts`: what is not sealed. */
export const compareWith = (
  reading: Reading | undefined,
  cuts: readonly Cut[] = [],
): Comparison => {
  const pieces = [...(reading?.pieces ?? [])].sort((one, other) => one.at - other.at)
  const key = reading && readingKey(reading.key)
  key?.catch(() => {}) // awaited with the first piece
  let next = 0
  let open: Open[] = []

  const judge = async (piece: ReadPiece, bytes: Bytes): Promise<void> => {
    if (!key || !(await isSame(await key, piece, bytes))) throw changed()
  }

  return {
    async see(at, bytes) {
      const end = at + bytes.length
      const whole: Open[] = []
      const stillOpen: Open[] = []
      const take = (piece: Open): void => {
        const from = Math.max(piece.at, at)
        const to = Math.min(piece.at + piece.length, end)
        if (from < to) piece.kept.set(bytes.subarray(from - at, to - at), from - piece.at)
        const isOver = piece.at + piece.length <= end
        ;(isOver ? whole : stillOpen).push(piece)
      }
      for (const piece of open) take(piece)
      for (let piece = pieces[next]; piece && piece.at < end; piece = pieces[++next]) {
        const from = piece.at - at
        const isWithin = from >= 0 && piece.at + piece.length <= end
        if (isWithin) await judge(piece, bytes.subarray(from, from + piece.length))
        else take({ ...piece, kept: new Uint8Array(piece.length) })
      }
      open = stillOpen
      for (const piece of whole) await judge(piece, piece.kept)
      return cutOut(cuts, at, bytes)
    },
    end() {
      if (open.length > 0 || next < pieces.length) throw changed()
    },
  }
}
