import type { Source } from '../core/relay/source.ts'

/** A form's fields may stand before its file. */
const MAX_BYTES = 16_384
/** A browser sends the head of a form in its first chunks. Whoever sends it byte by byte is not read byte by byte. */
const MAX_CHUNKS = 64

export interface Head<Found> {
  /** Undefined where it is not within the first 16 KiB. */
  readonly found: Found | undefined
  /** The same bytes, from the first one on. */
  readonly body: Source
}

/** Reads chunks until `find` makes something of the text so far, and hands them on. Rejects where the body is cut meanwhile. */
export const readHead = async <Found>(
  source: Source,
  find: (text: string) => Found | undefined,
): Promise<Head<Found>> => {
  let text = ''
  let found = find(text)
  if (found !== undefined) return { found, body: source }
  const decoder = new TextDecoder()
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  let isWhole = false
  while (found === undefined && !isWhole && bytes < MAX_BYTES && chunks.length < MAX_CHUNKS) {
    const { done, value } = await source.read()
    isWhole = done
    if (done) break
    chunks.push(value)
    bytes += value.length
    text += decoder.decode(value.subarray(0, MAX_BYTES), { stream: true })
    found = find(text)
  }
  const body: Source = {
    read() {
      const value = chunks.shift()
      return value ? Promise.resolve({ done: false, value }) : source.read()
    },
    cancel: reason => source.cancel(reason),
  }
  return { found, body }
}
