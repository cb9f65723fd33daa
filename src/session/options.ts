import { checkOrigins } from '../core/authorize.ts'
import { misconfigured } from '../core/errors.ts'
import { checkTimeouts } from '../core/timeouts.ts'
import { parseLimits, type Rules } from '../intake/limits.ts'
import { parsePolicy, type RetryPolicy } from './retry.ts'
import type { SessionOptions } from './surface.ts'

/** What the page chose, read once; without what it left out. */
export interface Choices
  extends Required<Pick<SessionOptions, 'fileName' | 'upload' | 'parallel' | 'shelf'>> {
  readonly rules: Rules
  readonly policy: RetryPolicy
}

/** A misspelt choice must not count as the other one: it could tell the server the file's own name. */
const oneOf = (option: string, chosen: string, choices: readonly string[]): void => {
  if (!choices.includes(chosen)) throw misconfigured(`${option} must be ${choices.join(' or ')}.`)
}

/** Throws `misconfigured`, with what to change, for what could only fail later. */
export const readOptions = (options: SessionOptions): Choices => {
  const { transport, fileName = 'opaque', upload = 'auto', parallel = 3, shelf = 'on' } = options
  if (!transport) throw misconfigured('A session needs a transport.')
  if (!Number.isInteger(parallel) || parallel < 1)
    throw misconfigured('parallel must be a whole number from 1 up.')
  oneOf('fileName', fileName, ['opaque', 'original'])
  oneOf('upload', upload, ['auto', 'manual'])
  oneOf('shelf', shelf, ['on', 'off'])
  const strips = Boolean(options.stripLocation)
  if (strips && options.seal?.scheme === 'none') throw misconfigured('stripLocation needs a seal.')
  checkOrigins(options.origins)
  checkTimeouts(options.timeouts)
  const rules = { ...parseLimits(options.limits), strips }
  return { fileName, upload, parallel, shelf, rules, policy: parsePolicy(options.retryPolicy) }
}
