import type { IncomingMessage } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'

export interface ReadingOptions {
  /** More than this is not kept. */
  readonly maxBytes: number
  /** Stops for good after so many bytes; what came with the last of them is dropped. */
  readonly cutAfter?: number | undefined
  /** Waits after so many bytes. */
  readonly pause?: { readonly afterBytes: number; wait(): Promise<'go on' | 'hang up'> } | undefined
  readonly bytesPerSecond?: number | undefined
  /** Aborted when the server closes. */
  readonly signal: AbortSignal
}

export interface Body {
  readonly bytes: Buffer
  /** `cut`: by a fault; `gone`: by the client; `too-large`: over `maxBytes`. */
  readonly end: 'whole' | 'cut' | 'gone' | 'too-large'
}

/** Reads a request's body as slowly and as badly as it is told. Never rejects for what the client does. */
export const readBody = async (
  request: IncomingMessage,
  options: ReadingOptions,
): Promise<Body> => {
  const { maxBytes, cutAfter, pause, bytesPerSecond, signal } = options
  const chunks: Buffer[] = []
  let size = 0
  let hasPaused = false
  const endSoFar = async (): Promise<Body['end']> => {
    if (size > maxBytes) return 'too-large'
    if (cutAfter !== undefined && size >= cutAfter) return 'cut'
    if (!pause || hasPaused || size < pause.afterBytes) return 'whole'
    hasPaused = true
    return (await pause.wait()) === 'go on' ? 'whole' : 'cut'
  }
  let end = await endSoFar()
  try {
    if (end === 'whole')
      for await (const chunk of request.iterator({ destroyOnReturn: false })) {
        const bytes = chunk as Buffer
        chunks.push(bytes)
        size += bytes.length
        end = await endSoFar()
        if (end !== 'whole') break
        if (bytesPerSecond) await delay((bytes.length / bytesPerSecond) * 1000, null, { signal })
      }
  } catch {
    end = 'gone'
  }
  return { bytes: Buffer.concat(chunks).subarray(0, cutAfter), end }
}
