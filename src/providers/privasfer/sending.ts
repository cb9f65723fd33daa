import { type CallContext, contextOf, type RequestPayload } from '../../core/api.ts'
import type { Delivery, Facts, Parcel, SendJob, Taken, Transport } from '../../core/contracts.ts'
import { isSealDropError, SealDropError } from '../../core/errors.ts'
import { idempotencyKey } from '../../core/idempotency-key.ts'
import type { WatchedApi } from '../../core/relay-watch.ts'
import type { Answer } from '../../core/request.ts'
import { ticketFact, ticketIn, ticketsOf } from '../../core/ticket.ts'
import { sleep } from '../../core/timer.ts'
import { sendingOnce } from '../../core/unknown.ts'
import { allOf, oneOf, type PrivasferFile, readFile } from './answers.ts'
import type { RequestBudget } from './budget.ts'
import { createCopyCheck, createRemoval } from './copies.ts'
import {
  isUploadOf,
  mayBeArriving,
  readTrace,
  searchKeyword,
  type Trace,
  traceOf,
} from './search.ts'
import type { PrivasferCall, PrivasferFilesQuery, PrivasferOptions } from './surface.ts'

/** A relay wants the ticket of what a call is about. */
export type TicketedContext = CallContext & PrivasferCall

/** Waits before the looks for a cancelled upload, which may be stored only after it was cancelled. */
const STORED_BY_THEN_MS = [0, 1000, 4000]

export interface SendingTools extends Pick<WatchedApi, 'isRelayed' | 'takesKey'> {
  /** Resolves with the answer of a request that was carried out; rejects with why it was not. */
  ask(
    method: string,
    path: string,
    context?: TicketedContext,
    payload?: RequestPayload,
    statuses?: readonly number[],
  ): Promise<Answer>
  look(path: string, query: object, context?: TicketedContext): Promise<Answer>
  remove(id: string, context?: TicketedContext): Promise<void>
  readonly budget: RequestBudget
  readonly options: PrivasferOptions
}

/** How one parcel is sent, found again, and taken back. */
export const createSending = ({
  ask,
  look,
  remove,
  budget,
  isRelayed,
  takesKey,
  options: { field = 'file', fields = {}, accepted },
}: SendingTools): Required<Pick<Transport, 'send' | 'discard'>> => {
  /** One that is gone already is as good: a browser may have sent the DELETE twice. */
  const removeIfThere = async (id: string, context: TicketedContext): Promise<void> => {
    try {
      await remove(id, context)
    } catch (thrown) {
      if (!isSealDropError(thrown) || thrown.code !== 'not-found') throw thrown
    }
  }
  /** The newest first: paging is not documented. Through a relay a visitor learns of one parcel only. */
  const listed = async (trace: Trace | undefined, context: CallContext) => {
    const keyword = trace && { keyword: searchKeyword(trace) }
    const query: PrivasferFilesQuery = { sort: '-created_at', ...keyword }
    const answer = await look('/files', query, context)
    return { answer, files: allOf(answer, readFile) }
  }
  const { hasSpare } = budget
  const removeOthers = createRemoval({ hasSpare, remove: removeIfThere })
  const keepOne = createCopyCheck({
    hasSpare,
    removeOthers,
    list: async (trace, context) => (await listed(trace, context)).files,
  })
  /** The relay sees to it that nothing is stored twice. */
  const isThroughRelay = (answer: Answer): boolean => isRelayed() || ticketsOf(answer).length > 0

  /** The oldest copy, where there are several. The others are deleted. */
  const find = async (trace: Trace, job: CallContext): Promise<Delivery | undefined> => {
    const context = contextOf(job)
    const { answer, files } = await listed(trace, context)
    const own = files.filter(entry => isUploadOf(entry, trace))
    const file = own.at(-1)
    if (!file) return undefined
    const isAlone = isThroughRelay(answer) || (await removeOthers(file.id, own, context))
    return deliveryOf(file, answer, { found: 'true', ...(!isAlone && { copies: 'unknown' }) })
  }
  const upload = async (parcel: Parcel, job: SendJob): Promise<Delivery> => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    body.set(field, parcel.body, parcel.name)
    const headers = idempotencyKey(parcel, takesKey())
    const answer = await ask('POST', '/files', job, { headers, body }, accepted)
    const file = oneOf(answer, readFile)
    if (file.size !== undefined && file.size !== parcel.size)
      throw new SealDropError('mismatch', 'Privasfer stored another size than was sent.', {
        outcome: 'unknown',
      })
    if (isThroughRelay(answer)) return deliveryOf(file, answer)
    const { id, copies } = await keepOne(file.id, parcel, contextOf(job))
    return deliveryOf({ ...file, id }, answer, copies && { copies })
  }
  const sendOne = async (parcel: Parcel, job: SendJob): Promise<Delivery> => {
    if (job.uncertain || readTrace(job.resume)) {
      const found = await find(parcel, job)
      if (found) return found
    }
    budget.check()
    // Kept before a byte leaves, because the file may have arrived already when a pause or a cancel comes.
    await job.keep(traceOf(parcel))
    const bodyTaken = (taken: Taken = 'yes'): void => {
      job.bodyTaken?.(taken)
      if (taken === 'yes') void job.keep(traceOf(parcel, true))
    }
    try {
      return await upload(parcel, { ...job, bodyTaken })
    } catch (thrown) {
      if (isRefusal(thrown)) await job.keep(null)
      throw thrown
    }
  }

  return {
    send: (parcel, job) =>
      sendingOnce(
        () => true,
        () => sendOne(parcel, job),
      ),
    async discard(what, job) {
      const take = async (delivery: Delivery): Promise<true> => {
        await removeIfThere(delivery.reference, { ...contextOf(job), ...ticketIn(delivery) })
        return true
      }
      if ('reference' in what) return take(what)
      const trace = readTrace(what.resume)
      if (!trace) return false
      for (const ms of mayBeArriving(what.resume) ? STORED_BY_THEN_MS : [0]) {
        if (ms > 0) await sleep(ms, job.signal)
        const found = await find(trace, job)
        if (found) return take(found)
      }
      return false
    },
  }
}

/** Whether it is certain that the server stored nothing of this try. */
const isRefusal = (thrown: unknown): boolean => {
  if (!isSealDropError(thrown)) return false
  return thrown.outcome === undefined || thrown.code === 'rate-limited'
}

const deliveryOf = (file: PrivasferFile, answer: Answer, more: Facts = {}): Delivery => ({
  reference: file.id,
  facts: {
    ...(file.createdAt !== undefined && { createdAt: file.createdAt }),
    ...(file.encryptedSize !== undefined && { encryptedSize: String(file.encryptedSize) }),
    ...ticketFact(answer),
    ...more,
  },
})
