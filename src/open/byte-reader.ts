type Bytes = Uint8Array<ArrayBuffer>

/** Gives the next bytes of a source, and undefined at its end. */
export type Pull = () => Promise<Bytes | undefined>

const joined = (parts: readonly Bytes[], length: number): Bytes => {
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Reads a source that comes in pieces of any size in pieces of a wanted one. It holds no more than was asked for, and one piece. */
export class ByteReader {
  readonly #pull: Pull
  #parts: Bytes[] = []
  #length = 0
  #isEnded = false

  constructor(pull: Pull) {
    this.#pull = pull
  }

  async #fill(count: number): Promise<void> {
    while (this.#length < count && !this.#isEnded) {
      const part = await this.#pull()
      if (!part) this.#isEnded = true
      else if (part.length > 0) {
        this.#parts.push(part)
        this.#length += part.length
      }
    }
  }

  /** The next `count` bytes, which stay where they are; fewer only where the source ends before. */
  async peek(count: number): Promise<Bytes> {
    await this.#fill(count)
    const [first] = this.#parts
    if (!first) return new Uint8Array(0)
    if (first.length < count && this.#parts.length > 1) {
      this.#parts = [joined(this.#parts, this.#length)]
      return this.peek(count)
    }
    return first.subarray(0, count)
  }

  /** The next `count` bytes, or fewer where the source ends before. */
  async read(count: number): Promise<Bytes> {
    const bytes = await this.peek(count)
    const [first, ...others] = this.#parts
    if (!first) return bytes
    const rest = first.subarray(bytes.length)
    this.#parts = rest.length > 0 ? [rest, ...others] : others
    this.#length -= bytes.length
    return bytes
  }

  /** What comes next, in pieces of at most `most` bytes as they are there; undefined at the end. */
  async next(most: number): Promise<Bytes | undefined> {
    await this.#fill(1)
    const [first] = this.#parts
    return first && this.read(Math.min(most, first.length))
  }

  async isAtEnd(): Promise<boolean> {
    await this.#fill(1)
    return this.#length === 0
  }
}
