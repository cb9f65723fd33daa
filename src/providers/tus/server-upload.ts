import type { Parcel, SendJob } from '../../core/contracts.ts'
import { SealDropError } from '../../core/errors.ts'
import type { Answer } from '../../core/request.ts'
import { expiryIn, isGone, isGood, isOtherLength, locationIn, offsetIn, refusal } from './answer.ts'
import type { ResumePoint } from './resume-point.ts'
import type { UnfinishedUploads } from './unfinished-uploads.ts'

/** The server no longer has the upload that the resume point names, so it begins again from zero. */
export class UploadLost extends SealDropError {}

/** One parcel's upload, as the server's answers tell of it. What a later send needs is kept before the next request is made. */
export class ServerUpload {
  readonly #parcel: Parcel
  readonly #job: SendJob
  readonly #endpoint: string
  readonly #unfinished: UnfinishedUploads
  #point: ResumePoint
  #expiresAt: string | undefined
  #latest: Answer | undefined
  /** The server said that it has it, so what is gone now was lost there. */
  #wasThere = false

  constructor(
    parcel: Parcel,
    job: SendJob,
    point: ResumePoint,
    endpoint: string,
    unfinished: UnfinishedUploads,
  ) {
    this.#parcel = parcel
    this.#job = job
    this.#point = point
    this.#endpoint = endpoint
    this.#unfinished = unfinished
  }

  get point(): ResumePoint {
    return this.#point
  }

  /** The last good answer. */
  get latest(): Answer | undefined {
    return this.#latest
  }

  /** The answer to a POST. */
  async onCreated(answer: Answer): Promise<void> {
    if (!isGood(answer)) throw refusal(answer)
    await this.#keep({ ...this.#point, url: locationIn(answer, this.#endpoint) }, expiryIn(answer))
    await this.#note(answer, 0)
  }

  /** The answer to a HEAD. Rejects with `UploadLost` where the server no longer has these bytes. */
  async onFound(answer: Answer): Promise<void> {
    const { size } = this.#parcel
    if (isGone(answer) || (isGood(answer) && isOtherLength(answer, size))) {
      this.#wasThere = true
      await this.forget()
      this.#wasThere = false
      throw new UploadLost('expired', 'The server no longer has the upload.')
    }
    // It may be gone as well (tus 1.0.0), but only a person begins again.
    if (answer.status === 403) await this.forget()
    if (!isGood(answer)) throw refusal(answer)
    await this.#note(answer, offsetIn(answer, 0, size))
    this.#wasThere = true
  }

  /** The answer to a PATCH of so many bytes from this offset on. */
  async onStored(answer: Answer, from: number, bytes: number): Promise<void> {
    const error = isGood(answer) ? undefined : refusal(answer, isGone(answer) && this.#wasThere)
    if (isGone(answer)) await this.forget()
    if (error) throw error
    await this.#note(answer, offsetIn(answer, from + 1, from + bytes))
    this.#wasThere = true
  }

  /** The next send begins from zero. */
  forget(): Promise<void> {
    const { print, restarts } = this.#point
    return this.#keep({ print, restarts: restarts + (this.#wasThere ? 1 : 0), isLost: true })
  }

  async #keep(point: ResumePoint, expiresAt?: string): Promise<void> {
    const { url } = this.#point
    if (url !== undefined && url !== point.url) this.#unfinished.remove(url)
    this.#point = point
    this.#expiresAt = expiresAt
    await this.#job.keep({ ...point }, expiresAt)
  }

  async #note(answer: Answer, offset: number): Promise<void> {
    const { url } = this.#point
    const { size } = this.#parcel
    const expiresAt = expiryIn(answer)
    if (url !== undefined)
      this.#unfinished.startSending({ url, size, offset, ...(expiresAt && { expiresAt }) })
    this.#latest = answer
    // A server may put it off with each answer.
    if (expiresAt !== undefined && expiresAt !== this.#expiresAt)
      await this.#keep(this.#point, expiresAt)
  }
}
