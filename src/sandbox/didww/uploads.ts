import type { KeySet } from '../keys.ts'
import type { ReceivedUpload } from '../sandbox.ts'
import { describeOpened, type Opened, sha256, type Verification, verify } from './opening.ts'

/** One stored upload, opened. */
export interface ReceivedDidww extends ReceivedUpload {
  readonly at: string
  readonly expiresAt: string
  readonly description: string | null
  readonly fingerprint: string
  readonly wireType: string
  /** The first 64 bytes of ciphertext, hex. */
  readonly head: string
  readonly openedWithA: Opened
  readonly openedWithB: Opened
  readonly verification: Verification
}

/** As it came. Times are milliseconds since 1970. */
export interface Upload {
  readonly id: string
  readonly at: number
  readonly expiresAt: number
  readonly description: string | null
  readonly wireName: string
  readonly wireType: string
  readonly body: Buffer
  readonly keys: KeySet
  received?: ReceivedDidww
}

/** Opened when somebody asks, once. */
export const receivedFrom = (upload: Upload): ReceivedDidww => {
  if (upload.received) return upload.received
  const { id, at, expiresAt, description, wireName, wireType, body, keys } = upload
  const openedWithA = describeOpened(body, keys, 'a')
  const openedWithB = describeOpened(body, keys, 'b')
  upload.received = {
    id,
    at: new Date(at).toISOString(),
    expiresAt: new Date(expiresAt).toISOString(),
    description,
    fingerprint: keys.fingerprint,
    wireName,
    wireType,
    size: body.length,
    sha256: sha256(body),
    head: body.subarray(0, 64).toString('hex'),
    openedWithA,
    openedWithB,
    verification: verify(openedWithA, openedWithB),
  }
  return upload.received
}
