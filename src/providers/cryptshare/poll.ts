import { neverAborted } from '../../core/abort.ts'
import type { CallContext } from '../../core/api.ts'
import { isSealDropError } from '../../core/errors.ts'
import { sleep } from '../../core/timer.ts'
import { type CryptshareTransfer, transferOf } from './answers.ts'
import type { Client } from './client.ts'
import { errorCodeOf, errorOf, isMissing } from './errors.ts'
import type { PollOptions } from './options.ts'

/** Transfers can be looked at from this minor version on. */
const LOOKS_FROM = 12
const UNSUPPORTED_VERSION = 2004

/** `unknown`: the server is too old to tell. */
export type Look =
  | { readonly there: 'yes'; readonly transfer: CryptshareTransfer }
  | { readonly there: 'no' | 'unknown' }

export const lookAt = async (
  client: Client,
  id: string,
  apiVersion: number,
  context: CallContext,
): Promise<Look> => {
  const answer = await client.askRenewing('GET', `/transfers/${encodeURIComponent(id)}`, context, {
    headers: { 'X-CS-MinimumMinorApiVersion': String(Math.max(apiVersion, LOOKS_FROM)) },
  })
  if (answer.status === 200) return { there: 'yes', transfer: transferOf(answer) }
  if (isMissing(answer)) return { there: 'no' }
  if (errorCodeOf(answer) === UNSUPPORTED_VERSION) return { there: 'unknown' }
  throw errorOf(answer)
}

const FIRST_LOOKS = 3
const FIRST_LOOKS_EVERY_MS = 1000

/** Looks at a transfer whose session is gone: the server may still be making the one of the other. */
export const lookUntilThere = async (
  client: Client,
  id: string,
  poll: PollOptions | undefined,
  apiVersion: number,
  context: CallContext,
): Promise<Look> => {
  for (let left = FIRST_LOOKS; ; left--) {
    const look = await lookAt(client, id, apiVersion, context)
    if (look.there !== 'no' || left === 1) return look
    const ms = Math.min(poll?.everyMs ?? FIRST_LOOKS_EVERY_MS, FIRST_LOOKS_EVERY_MS)
    await sleep(ms, context.signal ?? neverAborted)
  }
}

/**
 * The transfer, once the server has processed it, or as it was at the last look; undefined where no look told. The transfer was
 * submitted before, so a look that fails is no failure of it, and the next one is polling, not a retry. Rejects with `signal.reason`
 * only.
 */
export const waitWhileProcessing = async (
  client: Client,
  id: string,
  { everyMs, looks }: PollOptions,
  apiVersion: number,
  context: CallContext,
): Promise<CryptshareTransfer | undefined> => {
  const { signal = neverAborted } = context
  let seen: CryptshareTransfer | undefined
  for (let left = looks; left > 0; left--) {
    try {
      const look = await lookAt(client, id, apiVersion, context)
      if (look.there === 'unknown') return undefined
      if (look.there === 'yes') seen = look.transfer
    } catch (thrown) {
      signal.throwIfAborted()
      if (!isSealDropError(thrown)) throw thrown
      if (!thrown.retryable) return seen
    }
    if (seen && seen.state !== 'PROCESSING') return seen
    if (left > 1) await sleep(everyMs, signal)
  }
  return seen
}
