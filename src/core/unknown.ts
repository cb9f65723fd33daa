import type { ErrorCode } from './errors.ts'
import { isSealDropError, SealDropError } from './errors.ts'

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
/** The same with 502, where the provider refuses the relay's own credentials: nothing that a visitor could mend. */
export const BAD_CREDENTIALS = 'bad-credentials'
/** The same with 409, while an earlier request sends the same parcel: ask again later, and nothing is sent twice. */
export const UNDER_WAY = 'under-way'
/** The same with 502, where the provider took the file, and its answer does not name it: there is nothing to put into a form. */
export const NO_REFERENCE = 'no-reference'

export const isGivenUp = ({ provider }: SealDropError): boolean =>
  provider?.code === UNKNOWN_OUTCOME

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
    if (code === 'protocol' && !thrown.provider) throw thrown
    // The same answer would come again.
    if (isGivenUp(thrown) || thrown.provider?.code === NO_REFERENCE) throw thrown
    const retryable = isSafeAgain()
    if (!UNANSWERED.includes(code) || thrown.retryable === retryable) throw thrown
    throw new SealDropError(code, message, { ...facts, retryable })
  }
}
