import { hex } from '../core/bytes.ts'
import { misconfigured, SealDropError } from '../core/errors.ts'
import type { TicketKeys } from '../core/relay/sign.ts'
import { withTimeout } from '../core/timer.ts'
import { deleteIf, isStore, KEPT_SECONDS, type RelayStore } from './store.ts'
import { checkExpected, type ExpectedTicket, type Ticket, verifyTicket } from './ticket.ts'

/** Whose ticket is claimed, and for what. */
export interface TicketClaim extends ExpectedTicket {
  /** What all servers share that claim tickets: `memoryStore()` for one process, else such as a Redis. */
  readonly store: RelayStore
  /** What the upload is claimed for, such as the id of the application: the same one passes again. */
  readonly by: string
}

/** What a claimed ticket states. */
export interface ClaimedTicket extends Ticket {
  /** The same `by` had claimed it before: that call's claim it is, and not this one's to release. */
  readonly isAgain?: true
}

/** Longer than a store in the next room takes, and shorter than a person waits for a form. */
const WAIT_MS = 5000

const check = (caller: string, key: unknown, claim: Partial<TicketClaim>): void => {
  checkExpected(caller, key, claim)
  if (!isStore(claim.store))
    throw misconfigured(`${caller}: store must have get, set, add and delete.`)
  if (typeof claim.by !== 'string' || claim.by === '')
    throw misconfigured(`${caller}: by must say what the upload is for, such as the id of a form.`)
}

const hashOf = async (words: readonly string[]): Promise<string> => {
  const bytes = new TextEncoder().encode(JSON.stringify(words))
  return hex(await crypto.subtle.digest('SHA-256', bytes))
}

/** Of the upload, not of the ticket: one upload may have several. Hashes, so that whoever reads the store learns of neither. */
const entryOf = async ({ provider, reference, transfer = '' }: Ticket, by: string) => {
  const at = await hashOf(['sealdrop claim v1', provider, reference, transfer])
  const value = await hashOf(['sealdrop claimed by v1', at, by])
  return { at: `sealdrop:ticket:${at}`, value, end: `sealdrop:ticket-end:${value}` }
}

/** What is at `end`, from the moment at which it is settled whether a claim passed again, or is released: whichever came first. */
const AGAIN = 'again'
const RELEASED = 'released'
/** Longer than a release takes. One that broke off in its midst has released nothing then. */
const RELEASE_SECONDS = 30

/** Rejects where the store does not answer: whether a form is taken without it is for the site to say. */
const ask = async <Value>(caller: string, call: () => Promise<Value>): Promise<Value> => {
  const asked = (async () => call())()
  try {
    return await withTimeout(asked, WAIT_MS, () => {
      throw new Error('It took too long.')
    })
  } catch (cause) {
    asked.catch(() => {})
    const facts = { retryable: true, cause }
    throw new SealDropError('server', `${caller}: the store does not answer.`, facts)
  }
}

/**
 * As `verifyTicket`, for one use of the upload: undefined also where it was claimed `by` another. Of two at the same moment one passes. The
 * same `by` passes again, with `isAgain`. The claim holds until the ticket has expired. Rejects with `server` where the store does not answer, and with `misconfigured` as `verifyTicket`.
 */
export const claimTicket = async (
  ticket: unknown,
  key: TicketKeys,
  claim: TicketClaim,
): Promise<ClaimedTicket | undefined> => {
  check('claimTicket', key, claim ?? {})
  const { store, by, ...expected } = claim
  const stated = await verifyTicket(ticket, key, expected)
  if (!stated) return undefined
  const { at, value, end } = await entryOf(stated, by)
  // Another ticket for the same upload may be that much younger: the relay gives a remembered answer a new one.
  const seconds = Math.ceil((stated.expires - Date.now()) / 1000) + KEPT_SECONDS
  return ask('claimTicket', async () => {
    if (await store.add(at, value, seconds)) return stated
    if ((await store.get(at)) !== value) return undefined
    const isFirst = await store.add(end, AGAIN, seconds)
    const isAgain = isFirst || (await store.get(end)) === AGAIN
    // It may have been released, and claimed by another, before that was settled.
    const holder = await store.get(at)
    if (isAgain && holder === value) return { ...stated, isAgain }
    if (holder && holder !== value) return undefined
    throw new Error('It is released at this moment: ask again.')
  })
}

/**
 * Undoes `claimTicket` for the same `by`, as where the form could not be stored. Whether it did: false where there is no such claim, and where the
 * same `by` has passed again meanwhile, which may have stored the form. Call it only where the claim was this call's own (no `isAgain`).
 */
export const releaseTicket = async (
  ticket: unknown,
  key: TicketKeys,
  claim: TicketClaim,
): Promise<boolean> => {
  check('releaseTicket', key, claim ?? {})
  const { store, by, ...expected } = claim
  const stated = await verifyTicket(ticket, key, expected)
  if (!stated) return false
  const { at, value, end } = await entryOf(stated, by)
  return ask('releaseTicket', async () => {
    if ((await store.get(at)) !== value) return false
    if (!(await store.add(end, RELEASED, RELEASE_SECONDS))) return false
    const isTheirs = await deleteIf(store, at, value)
    await store.delete(end)
    return isTheirs
  })
}
