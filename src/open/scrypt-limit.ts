import { SealDropError } from '../core/errors.ts'
import type { ReadStanza } from './header.ts'

/**
 * scrypt work factors that age's library accepts and we do not: they take up to 5 seconds and 1 GiB, in one step that nothing
 * can interrupt. 18 is age's own default (about a second, 256 MiB). The library itself calls a header with more than 20 malformed.
 */
const REFUSED_WORK_FACTORS: readonly unknown[] = ['19', '20']

/** Throws `unsupported` where opening a file by its passphrase would freeze the page for seconds. */
export const assertWorkFactor = (stanzas: readonly ReadStanza[]): void => {
  for (const { args } of stanzas) {
    const [type, , workFactor] = args
    if (type === 'scrypt' && REFUSED_WORK_FACTORS.includes(workFactor))
      throw new SealDropError(
        'unsupported',
        `The passphrase of this file takes more work than is done here (work factor ${workFactor}, not 18). Open it with the age command.`,
        { details: { workFactor: Number(workFactor) } },
      )
  }
}
