type Bytes = Uint8Array<ArrayBuffer>

/** Where the sealed bytes of one file go as they are made. */
export interface Body {
  /** The next ones. They may be overwritten afterwards. */
  add(pieces: readonly Bytes[]): void
  /** All of them, with these in front, which are made last. */
  end(head: readonly Bytes[]): Promise<Blob>
  /** Sealing failed: nothing of it stays. Never rejects. */
  drop(): Promise<void>
}

/** In Blobs, whose bytes the browser moves out of the worker while the next are made. */
export const bodyInMemory = (): Body => {
  const parts: Blob[] = []
  return {
    add: pieces => void parts.push(new Blob([...pieces])),
    end: async head => new Blob([...head, ...parts]),
    async drop() {},
  }
}
