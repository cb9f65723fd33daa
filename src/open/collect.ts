import { paced } from '../core/pace.ts'
import type { Pull } from './byte-reader.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** The browser takes so much at once out of the page's own memory. */
const PART_BYTES = 8 * 1024 * 1024
/** After so many milliseconds a page has its turn: a chunk of 64 KiB takes one, or five. */
const TURN_MS = 8

/** What a stream gives, piece by piece. */
export const pullFrom = (stream: ReadableStream<Uint8Array>): Pull => {
  const reader = stream.getReader()
  return async () => (await reader.read()).value as Bytes | undefined
}

/**
 * All that is pulled. Not by `new Response(stream).blob()`: what that collects Firefox writes into a file in the temporary
 * folder, and Chromium into one in the profile, where a browser that is killed leaves it (measured with 30 MiB).
 */
export const collect = async (pull: Pull): Promise<Blob> => {
  const parts: Blob[] = []
  let chunks: Bytes[] = []
  let collected = 0
  const takeTurns = paced(TURN_MS)
  const pack = (): void => {
    parts.push(new Blob(chunks))
    chunks = []
    collected = 0
  }
  for (;;) {
    const bytes = await pull()
    if (!bytes) break
    chunks.push(bytes)
    collected += bytes.length
    if (collected >= PART_BYTES) pack()
    await takeTurns()
  }
  pack()
  return new Blob(parts)
}
