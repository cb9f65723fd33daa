import type { ErrorCode } from './errors.ts'
import { isSealDropError, SealDropError } from './errors.ts'
import { NO_REFERENCE } from './relay-codes.ts'

/** Codes of a request whose body may have arrived though no answer says so. A `mismatch` is an answer: sending again changes nothing. */
const UNANSWERED: readonly ErrorCode[] = [
  'offline',
  'network',
  'stalled',
  'timeout',
  'protocol',
  'server',
]

/**
 * What a relay answers as `code` where the provider cannot be asked what became of a parcel: it sends that one no more, and says so each
 * time. A file that is to go again all the same must be sealed again, as a parcel of its own.
 */
export const UNKNOWN_OUTCOME = 'unknown-outcome'

export const isGivenUp = ({ provider }: SealDropError): boolean =>
  provider?.code === UNKNOWN_OUTCOME

/** It is stored, and the same answer would come again. */
const isUnnamed = ({ provider }: SealDropError): boolean => provider?.code === NO_REFERENCE

/**
 * Runs a send. What it rejects with while its outcome is `unknown` becomes retryable exactly where a second send stores nothing
 * twice: because the transport looks first, because the request has a key, or because the server compares the bytes.
 */
export const sendingOnce = async <Value>(
  isSafeAgain: () => boolean,
  send: () => Promise<Value>,
): Promise<Value> => {
  try {
    return await send()
  } catch (thrown) {
    if (!isSealDropError(thrown) || thrown.outcome !== 'unknown') throw thrown
    const { code, message, facts } = thrown
    // No answer of the server, but one that is not to be read, such as a redirect to another origin: it would come again.
    if ((code === 'protocol' && !thrown.provider) || isGivenUp(thrown) || isUnnamed(thrown))
      throw thrown
    const retryable = isSafeAgain()
    if (!UNANSWERED.includes(code) || thrown.retryable === retryable) throw thrown
    throw new SealDropError(code, message, { ...facts, retryable })
  }
}
