import type { Delivery, FileState } from '../core/contracts.ts'
import { asSealDropError, isSealDropError, type SealDropError } from '../core/errors.ts'
import { type Attempt, attemptFrom, withoutReceipt } from './attempt.ts'
import { missingResult } from './shared-request.ts'
import { withFileId } from './with-file-id.ts'

/** The delivered file that is committed. */
interface CommittedFile {
  readonly id: string
  size(): number
  attempt(): Attempt | undefined
  /** Nothing is known of what became of the parcel but this attempt, which starts from zero. */
  startOver(attempt: Attempt): void
  move(to: FileState): void
  /** Makes the receipt, and is done. */
  finish(attempt: Attempt, delivery: Delivery, transport: string): Promise<void>
}

/** One file's part in the commit of its batch. */
export class FileCommit {
  readonly #file: CommittedFile

  constructor(file: CommittedFile) {
    this.#file = file
  }

  /** Nothing but the receipt is missing. */
  get isDone(): boolean {
    return this.#file.attempt()?.isCommitted ?? false
  }
  start(): void {
    this.#file.move({ phase: 'committing' })
  }
  wait(at: number | 'online', error: SealDropError): void {
    this.#note(error)
    const size = this.#file.size()
    const own = withFileId(error, this.#file.id)
    this.#file.move({ phase: 'retrying', at, done: size, total: size, error: own })
  }
  fail(error: SealDropError): void {
    this.#note(error)
    this.#file.move({ phase: 'failed', error: withFileId(error, this.#file.id) })
  }
  /** What the commit said of this file. Never rejects: one file's receipt must not make the batch be committed again. */
  async settle(result: Delivery | SealDropError | undefined, transport: string): Promise<void> {
    const attempt = this.#file.attempt()
    if (!attempt) return
    if (result === undefined || isSealDropError(result)) {
      const error = result ?? missingResult()
      // The provider has nothing of it any more: a retry sends the same parcel from the start, and by itself.
      if (error.outcome === 'unsent') {
        this.#file.startOver(attemptFrom({ parcel: attempt.parcel }))
      }
      this.fail(error)
      return
    }
    attempt.isCommitted = true
    attempt.delivery = result
    try {
      await this.#file.finish(attempt, result, transport)
    } catch (thrown) {
      const error = asSealDropError(thrown, 'seal-failed', 'The receipt could not be made.')
      this.fail(withoutReceipt(error))
    }
  }

  #note({ outcome }: SealDropError): void {
    const attempt = this.#file.attempt()
    if (attempt && outcome === 'unknown') attempt.mayBeCommitted = true
  }
}
