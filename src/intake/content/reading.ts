import type { Reading, ReadPiece } from '../../core/contracts.ts'
import { PIECE_BYTES, READING_KEY_BYTES, readingKey, tagOf } from '../../core/reading.ts'

/** Writes down what a walk reads. Another verdict would need another byte somewhere in it. */
export interface Recorder {
  /** Bytes that were read at this offset. */
  note(at: number, bytes: Uint8Array<ArrayBuffer>): Promise<void>
  readonly reading: Reading
}

export const createRecorder = async (): Promise<Recorder> => {
  // A fresh one for each check: whoever can write to the file knows none.
  const key = crypto.getRandomValues(new Uint8Array(READING_KEY_BYTES))
  const imported = await readingKey(key)
  const pieces: ReadPiece[] = []
  return {
    reading: { key, pieces },
    // What is read twice may differ: then sealing finds that one of the two changed.
    async note(at, bytes) {
      for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
        const piece = bytes.subarray(from, from + PIECE_BYTES)
        const tag = await tagOf(imported, at + from, piece)
        pieces.push({ at: at + from, length: piece.length, tag })
      }
    },
  }
}
