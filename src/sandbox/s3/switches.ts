import { type FaultSwitches, NO_FAULTS } from '../faults.ts'

export interface S3Switches extends FaultSwitches {
  /** `If-None-Match` is known; else it is 501, as some services answer. */
  readonly conditions: boolean
  /** SHA-256 is compared and kept; else it is ignored, and refused (`MalformedXML`) in what completes an upload, as Swift does. */
  readonly checksums: boolean
  /** Its own signer signs `Content-MD5` in place of the SHA-256, and asks for it. */
  readonly contentMd5: boolean
  /** What signs may also read; else HEAD is 403. */
  readonly readable: boolean
  /** How far its clock is ahead, in milliseconds. */
  readonly skewMs: number
  /** Answers each PUT with this error of S3's, such as `SlowDown`. */
  readonly says: string
  /** Completing an upload is 200 with an error inside. */
  readonly errorInside: boolean
}

export const s3Defaults: S3Switches = {
  ...NO_FAULTS,
  conditions: true,
  checksums: true,
  contentMd5: false,
  readable: true,
  skewMs: 0,
  says: '',
  errorInside: false,
}
