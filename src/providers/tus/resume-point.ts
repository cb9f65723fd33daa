import { asRecord } from '../../core/answer.ts'
import { hex } from '../../core/bytes.ts'
import type { Json, Parcel, SendJob } from '../../core/contracts.ts'

/** Where an upload got to: the URL where it goes on, unless that is gone. How far it got there only the server knows. */
export interface ResumePoint {
  /** Of the parcel, as `fingerprint` makes it. */
  readonly print: string
  readonly url?: string
  /** How often it had to start again, because the server no longer had what it got. */
  readonly restarts: number
  /** An upload of this parcel was there, and is not to be gone on with: another creation is meant. */
  readonly isLost?: boolean
}

const PRINT_BYTES = 8192

/**
 * Tells one parcel from any other: its id, its size and the hash of its start, where every sealed file has random bytes.
 * (tus-js-client's own takes name, date and size, which all ciphertexts of one size share.)
 */
export const fingerprint = async (
  { id, body, size }: Parcel,
  job: Pick<SendJob, 'digest'>,
): Promise<string> => `${id} ${size} ${hex(await job.digest(body.slice(0, PRINT_BYTES)))}`

/** What was kept, or undefined where that is no resume point. */
export const readResumePoint = (kept: Json | undefined): ResumePoint | undefined => {
  const { print, url, restarts, isLost } = asRecord(kept)
  if (typeof print !== 'string') return undefined
  return {
    print,
    ...(typeof url === 'string' && URL.canParse(url) && { url }),
    restarts: typeof restarts === 'number' ? restarts : 0,
    ...(isLost === true && { isLost }),
  }
}
