import {
  asArray,
  asRecord,
  jsonOf,
  requestIdFact,
  sanitizeText,
  statusError,
} from '../../core/answer.ts'
import { SealDropError } from '../../core/errors.ts'
import type { Answer } from '../../core/request.ts'

export const unreadable = (answer: Answer): SealDropError => {
  const isPage = /^\s*</.test(answer.text)
  const message = isPage
    ? 'The server answered with a web page, such as a login, where JSON was expected: check the endpoint.'
    : 'The answer does not hold what was asked for.'
  return new SealDropError('protocol', message, {
    provider: { status: answer.status },
    ...requestIdFact(answer),
    outcome: 'unknown',
  })
}

/**
 * `{message, errors?: {field: [text]}}`; the status of a validation error is not documented (inferred: 422). The status decides, never
 * the words; only Laravel's way to say that a file is too large is taken for that (inferred). A gateway's 5xx may stand for an answer it
 * did not wait for.
 */
export const errorOf = (answer: Answer): SealDropError => {
  const { status } = answer
  if (status >= 200 && status < 400) return unreadable(answer)
  const { message, errors } = asRecord(jsonOf(answer))
  const refused = Object.entries(asRecord(errors))
  const texts = refused
    .flatMap(([, said]) => asArray(said))
    .filter(said => typeof said === 'string')
  const said = {
    code: sanitizeText(refused[0]?.[0]),
    message: sanitizeText(texts.join(' ')) ?? sanitizeText(message),
  }
  const isValidation = status === 422 || status === 400
  const isTooLarge = isValidation && /kilobytes/i.test(said.message ?? '')
  const error = statusError(answer, said, isTooLarge ? 'too-large' : undefined)
  return status < 500
    ? error
    : new SealDropError(error.code, error.message, { ...error.facts, outcome: 'unknown' })
}
