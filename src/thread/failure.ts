import { isSealDropError, SealDropError } from '../core/errors.ts'
import { isReadError } from '../core/read.ts'
import type { Failure } from './protocol.ts'

/** In the worker: what was thrown, as plain data. */
export const toFailure = (thrown: unknown): Failure => {
  const { name, message } = thrown instanceof Error ? thrown : new Error(String(thrown))
  if (isSealDropError(thrown))
    return { code: thrown.code, name, message, ...(thrown.details && { details: thrown.details }) }
  if (isReadError(thrown)) return { code: 'unreadable', name, message }
  return { name, message }
}

/** On the page: the error again, its foreign name kept in the cause. */
export const fromFailure = ({ code, name, message, details }: Failure): SealDropError =>
  new SealDropError(code ?? 'seal-failed', message, {
    ...(details && { details }),
    ...(name !== 'SealDropError' && { cause: new DOMException(message, name) }),
  })
