/**
 * Bytes of a body, as they are asked for. A reader of a web stream is one. What stands between a visitor and an upstream hands on this and no
 * stream of its own: each stream takes some 4 kB as long as it is there (Node 20), and more for each chunk.
 */
export interface Source {
  /** Who asks before the last one was answered waits behind it. Rejects where the body is cut, and from then on. */
  read(): Promise<ReadableStreamReadResult<Uint8Array<ArrayBuffer>>>
  /** Nothing more is wanted. Whoever still waits hears at once that it is over. */
  cancel(reason?: unknown): Promise<void>
}
