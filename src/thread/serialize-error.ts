import { isSealDropError, SealDropError } from '../core/errors.ts'
import { isReadError } from '../core/read.ts'
import type { SerializedError } from './protocol.ts'

/** In the worker: what was thrown, as plain data. */
export const serializeError = (thrown: unknown): SerializedError => {
  const { name, message } = thrown instanceof Error ? thrown : new Error(String(thrown))
  if (isSealDropError(thrown))
    return { code: thrown.code, name, message, ...(thrown.details && { details: thrown.details }) }
  if (isReadError(thrown)) return { code: 'unreadable', name, message }
  return { name, message }
}

/** On the page: the error again. One that was not ours becomes the cause, under its own name. */
export const deserializeError = ({
  code,
  name,
  message,
  details,
}: SerializedError): SealDropError =>
  new SealDropError(code ?? 'seal-failed', message, {
    ...(details && { details }),
    ...(name !== 'SealDropError' && { cause: new DOMException(message, name) }),
  })
