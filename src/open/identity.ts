import { identityToRecipient } from 'age-encryption'
import { SealDropError } from '../core/errors.ts'

/** Without a `cause`: the error of age's library repeats the whole secret. */
export const notAnIdentity = (): SealDropError =>
  new SealDropError('no-identity', 'That is not an identity of age (AGE-SECRET-KEY-1…).')

/**
 * The recipient (`age1…`) of an identity, which is given to senders. Throws `no-identity` where the text is not an identity; the
 * error never repeats it.
 */
export const recipientOf = async (identity: string): Promise<string> => {
  try {
    return await identityToRecipient(identity.trim())
  } catch {
    throw notAnIdentity()
  }
}
