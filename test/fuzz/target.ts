import { isAbortError } from '../../src/core/abort.ts'
import { isSealDropError, type SealDropError } from '../../src/core/errors.ts'
import type { Chance } from './chance.ts'

/** One room under fuzz. */
export interface Target<Input = unknown> {
  readonly name: string
  /** Plain data and bytes, so that a case can be kept in a file. */
  make(chance: Chance): Input
  /** Throws `Broken` where a promise does not hold for this input. */
  judge(input: Input): Promise<void>
}

/** A promise that does not hold. */
export class Broken extends Error {
  override readonly name = 'Broken'
}

export function expect(holds: boolean, promise: string): asserts holds {
  if (!holds) throw new Broken(promise)
}

export type Outcome<Value> = { readonly value: Value } | { readonly error: SealDropError }

const CODE = /^[a-z]+(-[a-z]+)*$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: that none is there is the promise
const UNSHOWABLE = /[\0-\x08\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]/

/** What an error of ours must look like, whatever came in. */
const judgeError = (error: SealDropError): void => {
  const { code, message, provider, retryAfterMs } = error
  expect(CODE.test(code) && message !== '', `no code or no words: ${code} ${message}`)
  if (retryAfterMs !== undefined)
    expect(Number.isFinite(retryAfterMs) && retryAfterMs >= 0, `waits ${retryAfterMs} ms`)
  for (const said of [provider?.code, provider?.message])
    if (said !== undefined)
      expect(
        typeof said === 'string' && said.length <= 300 && !UNSHOWABLE.test(said),
        `repeats what the server said as it came: ${JSON.stringify(said).slice(0, 400)}`,
      )
}

/** What came of it; only an error of ours may come out. */
export const outcomeOf = async <Value>(
  act: () => Value | Promise<Value>,
): Promise<Outcome<Value>> => {
  try {
    return { value: await act() }
  } catch (thrown) {
    if (thrown instanceof Broken) throw thrown
    if (isAbortError(thrown)) throw new Broken('It was aborted, and nobody aborted it.')
    if (!isSealDropError(thrown))
      throw new Broken(`Another error came out: ${thrown instanceof Error ? thrown.stack : thrown}`)
    judgeError(thrown)
    return { error: thrown }
  }
}
