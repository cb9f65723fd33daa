import { generateHybridIdentity, generateX25519Identity } from 'age-encryption'

export { recipientFingerprint } from '../core/recipient-fingerprint.ts'
export type { SealRecord } from '../core/record.ts'
export type { ReadStanza } from './header.ts'
export { recipientOf } from './identity.ts'
export { type Opened, open } from './open.ts'
export { type OpenedStream, openStream } from './open-stream.ts'
export type { Identity, OneOpener, Opener } from './opener.ts'

/**
 * A new identity: X25519 (`AGE-SECRET-KEY-1…`), or post-quantum (`AGE-SECRET-KEY-PQ-1…`; MLKEM768-X25519, which age reads since
 * 1.3). Keep it as a file: without it, every document that was sealed for it alone is lost.
 */
export const generateIdentity = ({
  postQuantum = false,
}: {
  postQuantum?: boolean
} = {}): Promise<string> => (postQuantum ? generateHybridIdentity() : generateX25519Identity())
