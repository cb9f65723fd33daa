import { generateIdentity as generate, identityToRecipient } from 'age-encryption'

export { recipientFingerprint } from '../core/recipient.ts'
export type { SealRecord } from '../core/record.ts'
export { type Opened, type Opener, open } from './open.ts'

/** A new X25519 identity (`AGE-SECRET-KEY-1…`). Keep it as a file; who loses it loses every document sealed for it alone. */
export const generateIdentity = (): Promise<string> => generate()

/** The recipient (`age1…`) that belongs to an identity: what senders are given. */
export const recipientOf = (identity: string): Promise<string> =>
  identityToRecipient(identity.trim())
