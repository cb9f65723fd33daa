import { identityToRecipient } from 'age-encryption'
import { SealDropError } from '../core/errors.ts'

/** Without a cause: the words of age's library repeat the whole secret. */
export const notAnIdentity = (): SealDropError =>
  new SealDropError('no-identity', 'That is not an identity of age (AGE-SECRET-KEY-1…).')

/**
 * The recipient (`age1…`) that belongs to an identity: what senders are given. Throws `no-identity` where it is none, and never
 * repeats it.
 */
export const recipientOf = async (identity: string): Promise<string> => {
  try {
    return await identityToRecipient(identity.trim())
  } catch {
    throw notAnIdentity()
  }
}
