import { SealDropError } from '../core/errors.ts'
import type { ReadStanza } from './header.ts'

/**
 * Work factors of scrypt above 18, age's own default (about a second and 256 MiB, in one step), that age's library would still
 * do: up to 5 seconds and 1 GiB. It takes a header with a larger one for a malformed one.
 */
const UNBEARABLE: readonly unknown[] = ['19', '20']

/** Throws `unsupported` where the passphrase of a file takes so much work that a page would stand still for seconds. */
export const expectBearable = (stanzas: readonly ReadStanza[]): void => {
  for (const { args } of stanzas) {
    const [type, , workFactor] = args
    if (type === 'scrypt' && UNBEARABLE.includes(workFactor))
      throw new SealDropError(
        'unsupported',
        `The passphrase of this file takes more work than is done here (work factor ${workFactor}, not 18). Open it with the age command.`,
        { details: { workFactor: Number(workFactor) } },
      )
  }
}
