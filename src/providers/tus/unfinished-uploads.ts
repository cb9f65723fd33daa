/** An upload that this page began and did not end. */
export interface TusUpload {
  readonly url: string
  /** Bytes of the whole file. */
  readonly size: number
  /** Bytes the server has. */
  readonly offset: number
  /** ISO 8601, where the server said it. */
  readonly expiresAt?: string
}

/** The uploads that were begun and not ended. In memory only: whoever knows such a URL can write to it. */
export class UnfinishedUploads {
  readonly #uploads = new Map<string, TusUpload>()
  /** URLs of those that are being sent. */
  readonly #sending = new Set<string>()

  /** It is being sent; the server has so much of it. */
  startSending(upload: TusUpload): void {
    this.#uploads.set(upload.url, upload)
    this.#sending.add(upload.url)
  }

  /** It is paused, or waits for another try. */
  stopSending(url: string): void {
    this.#sending.delete(url)
  }

  /** It is complete, or gone. */
  remove(url: string): void {
    this.#uploads.delete(url)
    this.#sending.delete(url)
  }

  get all(): readonly TusUpload[] {
    return [...this.#uploads.values()]
  }

  isSending({ url }: TusUpload): boolean {
    return this.#sending.has(url)
  }

  /** What the server now says of one, unless that has ended meanwhile. */
  update(upload: TusUpload): void {
    if (this.#uploads.has(upload.url)) this.#uploads.set(upload.url, upload)
  }
}
