import { release } from '../../core/release.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Where the sealed bytes of one file go as they are made. */
export interface Body {
  /** So many bytes of memory it wants behind those of the file, so that the sealed ones have room there. */
  readonly spareBytes: number
  /** The next ones. They may be overwritten afterwards. */
  add(bytes: Bytes): void
  /** The memory in which the whole file was, with the spare bytes. Nobody else needs it any more. */
  reuse(room: Bytes): void
  /** All of them, with these in front, which are made last. */
  end(head: readonly Bytes[]): Promise<Blob>
  /** The SHA-256 of the body, once it has ended; undefined where its bytes are not at hand. */
  digest?(): Promise<ArrayBuffer | undefined>
  /** Sealing failed: nothing of it stays. Never rejects. */
  drop(): Promise<void>
}

/** In Blobs, whose bytes the browser moves out of the worker while the next are made. */
export const bodyInMemory = (): Body => {
  const parts: Blob[] = []
  return {
    spareBytes: 0,
    add: bytes => void parts.push(new Blob([bytes])),
    reuse: release,
    end: async head => new Blob([...head, ...parts]),
    async drop() {},
  }
}
