import { type ErrorFacts, SealDropError } from './errors.ts'
import type { Answer } from './request.ts'
import { RELAY_HEADER } from './ticket.ts'

/** What a relay answers as `code`, with 502, where the provider refuses the relay's own credentials: nothing that a visitor could mend. */
export const BAD_CREDENTIALS = 'bad-credentials'
/** The same where the provider took the file, and its answer does not name it: there is nothing to put into a form. */
export const NO_REFERENCE = 'no-reference'

/** The relay's own words, whatever the provider's errors look like; an empty object where no relay answered. */
export const saidByRelay = (answer: Answer): Readonly<Record<string, unknown>> => {
  if (answer.header(RELAY_HEADER) === null) return {}
  try {
    const said: unknown = JSON.parse(answer.text)
    return typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

const finalError = (answer: Answer): SealDropError | undefined => {
  if (answer.status !== 502) return undefined
  const { code } = saidByRelay(answer)
  const facts = (outcome: ErrorFacts['outcome'] & string): ErrorFacts => ({
    retryable: false,
    outcome,
    provider: { status: answer.status, code: String(code) },
  })
  if (code === BAD_CREDENTIALS)
    return new SealDropError(
      'server',
      'The provider refuses the credentials of the relay: its log says which.',
      facts('unsent'),
    )
  if (code === NO_REFERENCE)
    return new SealDropError(
      'protocol',
      'The provider took the file, and its answer does not name it as the relay expects: its log says how.',
      facts('unknown'),
    )
  return undefined
}

/** Throws for what a relay says for good, before a provider's own table is asked what the status means. */
export const throwIfFinal = (answer: Answer): Answer => {
  const error = finalError(answer)
  if (error) throw error
  return answer
}
