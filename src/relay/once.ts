import { HttpError } from '../core/relay/http-error.ts'
import type { Once, RelayCall } from '../core/relay/route.ts'
import type { Source } from '../core/relay/source.ts'
import { type Answers, type Known, referencesIn } from './answers.ts'
import type { Claims } from './claims.ts'
import type { Upstream } from './exchange.ts'
import { type HeldBody, holdBody } from './held-body.ts'
import type { RequestLimits } from './limits.ts'
import type { NamedParcel } from './parcel-key.ts'
import type { Reply } from './respond.ts'

export interface Attempt {
  readonly once: Once
  readonly call: RelayCall
  readonly upstream: Upstream
  readonly answers: Answers
  readonly claims: Claims
  readonly parcel: NamedParcel
  /** Reads what is left of the body, and throws it away. */
  readonly drain: () => Promise<unknown>
  readonly limits: RequestLimits
  /** How long it waits for another request with the same key. */
  readonly timeoutMs: number
}

const POLL_MS = 100
/** Gateways say so when the server behind them did not answer them: it may have stored what was sent. */
const WITHOUT_ORIGINAL_ANSWER: readonly number[] = [502, 504, 520, 522, 524]

/** What an answer says became of the parcel. */
const outcomeIn = (reply: Reply): 'stored' | 'failed' | 'unknown' => {
  const { status, outcome } = reply
  if (status >= 200 && status < 300)
    return outcome ?? (referencesIn(reply).length > 0 ? 'stored' : 'unknown')
  return WITHOUT_ORIGINAL_ANSWER.includes(status) ? 'unknown' : 'failed'
}

/** Whether the next try is told what became of the parcel, or may send it. */
const canTellLater = ({ once, parcel }: Attempt): boolean =>
  once.isHarmlessAgain === true || (once.look !== undefined && parcel.name !== undefined)

const unknown = (attempt: Attempt): HttpError =>
  new HttpError(
    502,
    'The file may have arrived: nobody answered when it was sent.',
  ).withUnknownOutcome(!canTellLater(attempt))
const stillUnderWay = (): HttpError =>
  new HttpError(409, 'The same file is still being sent by an earlier request.', {
    'Retry-After': '5',
  }).withUnknownOutcome(false)
const thrownAway = (): HttpError =>
  new HttpError(502, 'The earlier request for the same file came to nothing: send it again.')

/**
 * Sends a parcel that was not sent before; else gives the first answer again. A request that comes while another one sends the same
 * parcel waits for that. Where nobody knows what became of the parcel, the provider is asked; where that cannot be, it is not sent again.
 */
export const sendOnce = async (attempt: Attempt): Promise<Reply> => {
  const { parcel, answers, claims, call, drain, timeoutMs, limits } = attempt
  const { keys, body } = parcel
  if (keys.length === 0) return send(attempt, body, undefined, undefined)
  const { signal } = call.request
  const held = holdBody(body, drain)
  const until = performance.now() + timeoutMs
  let stopWaiting: (() => void) | undefined
  try {
    for (;;) {
      const release = await claims.claim(keys)
      if (release)
        try {
          return await sendClaimed(attempt, held)
        } finally {
          await release()
        }
      const known = claims.isTakenHere(keys) ? undefined : (await answers.find(keys)).known
      if (known?.is === 'stored') return known.reply
      // The earlier one may still store it.
      if (limits.error) throw limits.error.withUnknownOutcome(false)
      stopWaiting ??= claims.startWaiting(keys)
      if (!stopWaiting || signal.aborted || performance.now() > until) throw stillUnderWay()
      await held.wait(POLL_MS, signal)
    }
  } catch (thrown) {
    // A store that is down while it waits: the earlier one may still store it.
    const isDown = stopWaiting && thrown instanceof HttpError && thrown.status === 503
    throw isDown ? thrown.withUnknownOutcome(false) : thrown
  } finally {
    stopWaiting?.()
  }
}

const sendClaimed = async (attempt: Attempt, held: HeldBody): Promise<Reply> => {
  const { key, known } = await attempt.answers.find(attempt.parcel.keys)
  const reply = known && (await settled(attempt, key, known))
  if (reply) return reply
  const taken = held.take()
  if (!taken) throw thrownAway()
  return send(attempt, taken.body, key, known)
}

/** Another visitor may have sent a file of this name: nobody heard what became of this one's. */
const byName = (reply: Reply): Reply => ({
  ...reply,
  uploads: reply.uploads.map(upload => ({ ...upload, foundByName: true })),
})

/** The answer to a parcel that was sent before; undefined where it is to be sent now. */
const settled = async (attempt: Attempt, key: string, known: Known): Promise<Reply | undefined> => {
  const { once, call, upstream, answers } = attempt
  const { name } = attempt.parcel
  if (known.is === 'stored') return known.reply
  if (once.isHarmlessAgain) return undefined
  if (!once.look || name === undefined) throw unknown(attempt)
  try {
    const found = await once.look(call, name, upstream.ask)
    const reply = found && byName(await upstream.reply(found))
    if (reply) await answers.keep(key, reply, call)
    else await answers.drop(key)
    return reply
  } catch (thrown) {
    throw unknown(attempt).because(thrown)
  }
}

const send = async (
  attempt: Attempt,
  body: Source | null,
  key: string | undefined,
  known: Known | undefined,
): Promise<Reply> => {
  const { upstream, answers, call } = attempt
  let isWhole = false
  let noted = Promise.resolve()
  const onWhole = (): void => {
    isWhole = true
    if (key !== undefined) noted = answers.keepUnknown(key)
  }
  try {
    const outlivesVisitor = key !== undefined
    const reply = await upstream.send(body, { onWhole, outlivesVisitor, key })
    await noted
    if (key === undefined) return reply
    const outcome = outcomeIn(reply)
    if (outcome === 'stored') await answers.keep(key, reply, call)
    else if (outcome === 'failed' && known === undefined) await answers.drop(key)
    return reply
  } catch (thrown) {
    await noted
    const isRefused = thrown instanceof HttpError && thrown.isRefusal
    if (isRefused && key !== undefined && known === undefined) await answers.drop(key)
    if (!isWhole || isRefused) throw thrown
    const isFinal = key !== undefined && !canTellLater(attempt)
    throw thrown instanceof HttpError
      ? thrown.withUnknownOutcome(isFinal)
      : unknown(attempt).because(thrown)
  }
}
