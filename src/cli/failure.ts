import { isSealDropError } from '../core/errors.ts'
import { isReadError } from '../core/read.ts'
import { systemCode, systemWords } from './exit.ts'

/** A file that a command had nothing to do with. */
export interface Skipped {
  readonly status: 'skipped'
  readonly file: string
  readonly message: string
}

/** A file with which a command could not do what it does. */
export interface Failed {
  readonly status: 'failed'
  readonly file: string
  /** One of `SealDropError`, or `unreadable`. */
  readonly code: string
  readonly message: string
}

/** What was thrown over one file, so that the next one has its turn. Throws again what is no failure of a file. */
export const failureOf = (file: string, thrown: unknown): Failed => {
  if (isSealDropError(thrown))
    return { status: 'failed', file, code: thrown.code, message: thrown.message }
  if (!systemCode(thrown) && !isReadError(thrown)) throw thrown
  return { status: 'failed', file, code: 'unreadable', message: `${systemWords(thrown)}.` }
}
