/** An upload that this page began and did not end. */
export interface TusUpload {
  readonly url: string
  /** Bytes of all of it. */
  readonly size: number
  /** Bytes the server has. */
  readonly offset: number
  /** ISO 8601, where the server said it. */
  readonly expiresAt?: string
}

/** What was begun and not ended. In memory only: whoever knows such a URL can write to it. */
export class Begun {
  readonly #uploads = new Map<string, TusUpload>()
  readonly #busy = new Set<string>()

  /** It is being sent, and the server has so much of it. */
  note(upload: TusUpload): void {
    this.#uploads.set(upload.url, upload)
    this.#busy.add(upload.url)
  }

  /** Nobody sends it at the moment. */
  rest(url: string): void {
    this.#busy.delete(url)
  }

  /** It is complete, or gone. */
  end(url: string): void {
    this.#uploads.delete(url)
    this.#busy.delete(url)
  }

  get all(): readonly TusUpload[] {
    return [...this.#uploads.values()]
  }

  isBusy({ url }: TusUpload): boolean {
    return this.#busy.has(url)
  }

  /** What the server said of one that rests. */
  correct(upload: TusUpload): void {
    if (this.#uploads.has(upload.url)) this.#uploads.set(upload.url, upload)
  }
}
