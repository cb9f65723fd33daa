import type { Source } from './source.ts'

export type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>

/** The whole text of a body; undefined where it is longer than `maxBytes`. Rejects where it is cut. */
export const readText = async (
  body: Bytes | Source | null,
  maxBytes: number,
): Promise<string | undefined> => {
  if (!body) return ''
  const decoder = new TextDecoder()
  let text = ''
  let total = 0
  const source = body instanceof ReadableStream ? body.getReader() : body
  for (;;) {
    const { done, value } = await source.read()
    if (done) return text + decoder.decode()
    total += value.length
    if (total > maxBytes) {
      await source.cancel().catch(() => {})
      return undefined
    }
    text += decoder.decode(value, { stream: true })
  }
}
