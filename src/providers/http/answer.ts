import { jsonOf, requestIdFact, sanitizeText, statusError } from '../../core/answer.ts'
import { saysFailed } from '../../core/answer-kind.ts'
import type { Json } from '../../core/contracts.ts'
import { SealDropError } from '../../core/errors.ts'
import type { Answer } from '../../core/request.ts'

/** The value at a path such as `data.0.id`; own properties only, for the answer may be anything. */
export const valueAt = (value: Json | undefined, path: string): Json | undefined => {
  let here: unknown = value
  for (const key of path.split('.')) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined
    here = (here as Readonly<Record<string, unknown>>)[key]
  }
  return here as Json | undefined
}

const saidIn = (
  answer: Answer,
): {
  readonly code: string | undefined
  readonly message: string | undefined
} => {
  const body = jsonOf(answer)
  const codes = ['code', 'error.code'].map(path => valueAt(body, path))
  const messages = ['message', 'error.message', 'error', 'detail'].map(path => valueAt(body, path))
  return {
    code: sanitizeText(codes.find(code => code !== undefined)),
    message: sanitizeText(messages.find(message => message !== undefined)),
  }
}

/**
 * The error for any status but a good one. To a request with a key, 409 says that the first one with it is still under way, and 422
 * that one with other bytes came before (draft-ietf-httpapi-idempotency-key-header, 2.7): both may mean that the file is there.
 */
export const errorOf = (answer: Answer, hasKey: boolean): SealDropError => {
  const isBusy = hasKey && answer.status === 409
  const error = statusError(answer, saidIn(answer), isBusy ? 'server' : undefined)
  if (!isBusy && !(hasKey && answer.status === 422)) return error
  return new SealDropError(error.code, error.message, {
    ...error.facts,
    outcome: 'unknown',
  })
}

/** Throws `refused` for a good status whose JSON says that it failed. */
export const throwIfRefused = (answer: Answer): void => {
  if (saysFailed(jsonOf(answer))) throw statusError(answer, saidIn(answer), 'refused')
}

/** What is not what the server itself would have answered, so that the file may be stored or not. */
export const unreadable = (answer: Answer, message: string, cause?: unknown): SealDropError =>
  new SealDropError('protocol', message, {
    ...(cause !== undefined && { cause }),
    provider: { status: answer.status },
    ...requestIdFact(answer),
    outcome: 'unknown',
  })
