import { identityToRecipient } from 'age-encryption'
import { SealDropError } from '../core/errors.ts'
import { keysIn } from './key-file.ts'

/** Without a `cause`: the error of age's library repeats the whole secret. */
export const notAnIdentity = (): SealDropError =>
  new SealDropError('no-identity', 'That is not an identity of age (AGE-SECRET-KEY-1…).')

/**
 * The recipient (`age1…`) of an identity, or of a key file with one, which is given to senders. Throws `no-identity` where the text is
 * not an identity; the error never repeats it.
 */
export const recipientOf = async (identity: string): Promise<string> => {
  const { keys, strays } = keysIn(identity)
  const [key] = keys
  if (key === undefined || keys.length > 1 || strays.length > 0) throw notAnIdentity()
  try {
    return await identityToRecipient(key)
  } catch {
    throw notAnIdentity()
  }
}
