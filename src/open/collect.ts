type Bytes = Uint8Array<ArrayBuffer>

/** The browser takes so much at once out of the page's own memory. */
const PART_BYTES = 8 * 1024 * 1024

/**
 * All that a stream gives. Not by `new Response(stream).blob()`: what that collects Firefox writes into a file in the temporary
 * folder, and Chromium into one in the profile, where a browser that is killed leaves it (measured with 30 MiB).
 */
export const collect = async (stream: ReadableStream<Uint8Array>): Promise<Blob> => {
  const reader = stream.getReader()
  const parts: Blob[] = []
  let chunks: Bytes[] = []
  let collected = 0
  const pack = (): void => {
    parts.push(new Blob(chunks))
    chunks = []
    collected = 0
  }
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value as Bytes)
    collected += value.length
    if (collected >= PART_BYTES) pack()
  }
  pack()
  return new Blob(parts)
}
