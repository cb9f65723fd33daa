import type { CallContext } from '../../core/api.ts'
import { SealDropError } from '../../core/errors.ts'
import type { Answer } from '../../core/request.ts'
import { locatedId } from './answers.ts'
import type { Client } from './client.ts'
import { errorCodeOf, errorOf, isMissing } from './errors.ts'
import type { CheckedOptions } from './options.ts'
import { lookAt, lookUntilThere } from './poll.ts'
import type { TransferSessions } from './sessions.ts'

/**
 * The submit itself, which mails the recipients, of a session that was there just before. Gives the transfer's id.
 *
 * A browser that got no answer sends a request again by itself. The second one is refused, for the first one made the session a
 * transfer: so a refusal counts only where the transfer is not there.
 */
export const submit = async (
  client: Client,
  sessions: TransferSessions,
  options: CheckedOptions,
  id: string,
  context: CallContext,
): Promise<string> => {
  sessions.markSubmitted(id, id)
  const answer = await sessions.request(id, 'POST', '', context)
  const { status } = answer
  if (status === 201) {
    const transfer = locatedId(answer) ?? id
    sessions.markSubmitted(id, transfer)
    return transfer
  }
  if (status >= 400 && status < 500 && errorCodeOf(answer) !== undefined) {
    if (await isDone(client, options, id, answer, context)) return id
    sessions.unmarkSubmitted(id)
  }
  if (status >= 400 && status < 500) throw errorOf(answer)
  if (status >= 500) {
    const { code, message, facts } = errorOf(answer)
    throw new SealDropError(code, message, { ...facts, outcome: 'unknown' })
  }
  throw new SealDropError('protocol', 'Cryptshare did not say that it took the transfer.', {
    provider: { status },
    outcome: 'unknown',
  })
}

/** Whether the session, whose submit was refused, is a transfer all the same. */
const isDone = async (
  client: Client,
  { poll, apiVersion }: CheckedOptions,
  id: string,
  answer: Answer,
  context: CallContext,
): Promise<boolean> => {
  if (!isMissing(answer)) return (await lookAt(client, id, apiVersion, context)).there === 'yes'
  // Nothing but the submit ends a session from one moment to the next: of a server too old to tell, that is believed.
  return (await lookUntilThere(client, id, poll, apiVersion, context)).there !== 'no'
}
