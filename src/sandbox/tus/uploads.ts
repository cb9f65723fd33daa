import { randomUUID } from 'node:crypto'

/** One upload. */
export interface TusUpload {
  readonly id: string
  /** Bytes of all of it; not known yet where it was deferred. */
  length: number | undefined
  body: Buffer
  /** As it came. */
  readonly metadata: string | undefined
  /** `Upload-Concat`, as it came. */
  readonly concat: string | undefined
  /** Milliseconds since 1970. */
  readonly createdAt: number
}

/** What is stored, and what was. */
export class TusUploads {
  readonly #uploads = new Map<string, TusUpload>()
  readonly #gone = new Map<string, 404 | 410>()

  create(facts: Pick<TusUpload, 'length' | 'metadata' | 'concat'>, body: Buffer): TusUpload {
    const upload = {
      ...facts,
      id: randomUUID(),
      body,
      createdAt: Date.now(),
    }
    this.#uploads.set(upload.id, upload)
    return upload
  }

  /** The upload, or the status that says why there is none. */
  find(id: string): TusUpload | 404 | 410 {
    return this.#uploads.get(id) ?? this.#gone.get(id) ?? 404
  }

  remove(id: string, status: 404 | 410): void {
    this.#uploads.delete(id)
    this.#gone.set(id, status)
  }

  get all(): readonly TusUpload[] {
    return [...this.#uploads.values()]
  }

  clear(): void {
    this.#uploads.clear()
    this.#gone.clear()
  }
}

/** All of its bytes have come. */
export const isComplete = ({ length, body }: TusUpload): boolean => body.length === length
