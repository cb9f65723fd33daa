export type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>

/** The whole text of a body; undefined where it is longer than `maxBytes`. Rejects where it is cut. */
export const readText = async (
  body: Bytes | null,
  maxBytes: number,
): Promise<string | undefined> => {
  if (!body) return ''
  const decoder = new TextDecoder()
  let text = ''
  let total = 0
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    total += value.length
    if (total > maxBytes) {
      await reader.cancel().catch(() => {})
      return undefined
    }
    text += decoder.decode(value, { stream: true })
  }
}
