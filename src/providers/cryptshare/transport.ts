import { type CallContext, contextOf, type PageCall } from '../../core/api.ts'
import type { Delivery, Parcel, SendJob, Transport } from '../../core/contracts.ts'
import { misconfigured, SealDropError } from '../../core/errors.ts'
import { sendingOnce } from '../../core/unknown.ts'
import {
  type CryptsharePolicy,
  type CryptshareSession,
  type CryptshareTransfer,
  type CryptshareVerification,
  isId,
  sessionOf,
} from './answers.ts'
import { createClient, jsonBody } from './client.ts'
import { wasSubmitted } from './earlier.ts'
import { errorOf, isMissing } from './errors.ts'
import { markConfidential, readResumePoint, register, upload } from './files.ts'
import { type CryptshareOptions, type CryptsharePatch, readOptions } from './options.ts'
import { lookAt } from './poll.ts'
import { filePath, findFile, removeIfThere } from './registered.ts'
import { TransferSessions } from './sessions.ts'
import { submit } from './submission.ts'
import { submitSession } from './submit.ts'

export type {
  CryptshareFile,
  CryptsharePolicy,
  CryptshareSession,
  CryptshareTransfer,
  CryptshareVerification,
} from './answers.ts'
export type {
  CryptshareOptions,
  CryptsharePatch,
  CryptshareRecipients,
  PollOptions,
} from './options.ts'

export interface CryptshareTransport extends Transport {
  /** `GET /products/{key}/cors`: whether an administrator let this page's origin call the API. */
  corsActive(call?: PageCall): Promise<boolean>
  /** `GET /clients`: a new client id, to be kept for good and confidential. */
  newClientId(call?: PageCall): Promise<string>
  /** `GET /users/{email}/verification` */
  verification(call?: PageCall): Promise<CryptshareVerification>
  /** Has a code mailed to the sender. Earlier ones may no longer be valid. */
  requestCode(call?: PageCall): Promise<void>
  /** Proves the sender by the mailed code. Rejects with `unauthorized` for a wrong one. */
  verify(code: string, call?: PageCall): Promise<{ readonly validUntil?: string }>
  /** What the sender may send to these recipients. */
  policy(recipients: readonly string[], call?: PageCall): Promise<CryptsharePolicy>
  /** The tracking id of the transfer session that takes files; a new one where there is none. */
  createSession(call?: PageCall): Promise<string>
  /** The open transfer session, as the server has it. */
  state(call?: PageCall): Promise<CryptshareSession>
  /** `PATCH`: any property but files and recipients. Rejects with `refused` where a transfer rule forbids it. */
  edit(patch: CryptsharePatch, call?: PageCall): Promise<CryptshareSession>
  removeFile(id: string, call?: PageCall): Promise<void>
  /** Marks a registered file as the transfer's confidential message. */
  markConfidential(id: string, call?: PageCall): Promise<void>
  /** Sends the transfer, and mails the recipients. Gives its id. A session's `finish()` does so by itself. */
  submit(call?: PageCall): Promise<string>
  /** A submitted transfer: the last one, or the one of this id. Needs minor API version 12. */
  transfer(id?: string, call?: PageCall): Promise<CryptshareTransfer>
  discardSession(call?: PageCall): Promise<void>
  commit(
    ...given: Parameters<NonNullable<Transport['commit']>>
  ): ReturnType<NonNullable<Transport['commit']>>
}

/**
 * Delivers to a transfer session of Cryptshare's REST API (documentation.cryptshare.com, "Attaching Files to a Transfer Session"):
 * each file is registered, then sent, and `commit` submits them together, which mails the recipients. Cryptshare encrypts what it
 * stores itself, and holds that key: what nobody else can read is what was sealed before.
 */
export const cryptshare = (options: CryptshareOptions): CryptshareTransport => {
  const checked = readOptions(options)
  const { endpoint } = checked
  const { authorize, origins, timeouts, confidentialMessage } = options
  const client = createClient(
    { name: 'cryptshare', endpoint, authorize, origins, timeouts },
    checked,
  )
  const sessions = new TransferSessions(client, checked)

  const openId = (): string => {
    if (sessions.current) return sessions.current.id
    throw misconfigured('No transfer session is open: createSession() first.')
  }
  const checkId = (id: string): string => {
    if (isId(id)) return id
    throw misconfigured('That is no id of Cryptshare.')
  }
  const remove = async (transfer: string, file: string, context: CallContext): Promise<void> => {
    const answer = await sessions.request(transfer, 'DELETE', filePath(file), context)
    if (answer.status !== 204) throw errorOf(answer)
  }

  const state = async (call: PageCall = {}): Promise<CryptshareSession> => {
    const answer = await sessions.request(openId(), 'GET', '', call)
    if (answer.status !== 200) throw errorOf(answer)
    return sessionOf(answer)
  }

  /** The session is asked for a file, or a transfer, whose answer did not come, and bytes that come again replace the first. */
  const looksFirst = (): boolean => true
  const sendOne = async (parcel: Parcel, job: SendJob): Promise<Delivery> => {
    const point = readResumePoint(job.resume)
    const context = contextOf(job)
    if (
      point?.file !== undefined &&
      job.uncertain &&
      !sessions.find(point.transfer) &&
      (await wasSubmitted(client, checked, point, context))
    ) {
      // The commit finds the transfer, and submits nothing.
      sessions.markSubmitted(point.transfer, point.transfer)
      return { reference: point.file, facts: { transfer: point.transfer } }
    }
    const session = await sessions.open(context, point?.transfer)
    const { id: transfer } = session
    const file = await register(sessions, session, parcel, job)
    const { name } = session.files.get(parcel.key) ?? parcel
    await job.keep({ transfer, name, file })
    if (confidentialMessage?.(parcel)) {
      session.confidential ??= parcel.key
      if (session.confidential !== parcel.key)
        throw misconfigured('confidentialMessage chose two files: a transfer takes one.')
      await markConfidential(sessions, transfer, file, contextOf(job))
    }
    const ticket = await upload(sessions, session, file, parcel, job)
    session.delivered.add(file)
    return { reference: file, facts: { transfer, ...(ticket !== undefined && { ticket }) } }
  }

  return {
    name: 'cryptshare',
    endpoint,
    ...(authorize && { authorize }),
    ...(origins && { origins }),
    ...(timeouts && { timeouts }),
    traits: { seals: ['age', 'age+pdf', 'none'], resumes: false, perRequest: 1 },
    send: (parcel, job) => sendingOnce(looksFirst, () => sendOne(parcel, job)),
    async commit(deliveries, job) {
      const transfers = new Set(deliveries.map(({ facts }) => facts.transfer ?? ''))
      const results = new Map<Delivery, Delivery | SealDropError>()
      for (const transfer of transfers) {
        const own = deliveries.filter(({ facts }) => facts.transfer === transfer)
        const outcomes = await sendingOnce(looksFirst, () =>
          submitSession(client, sessions, checked, transfer, own, job),
        )
        own.forEach((delivery, index) => {
          const outcome = outcomes[index]
          if (outcome) results.set(delivery, outcome)
        })
      }
      return deliveries.map(
        delivery =>
          results.get(delivery) ??
          new SealDropError('protocol', 'The delivery names no transfer of Cryptshare.'),
      )
    },
    async discard(what, job) {
      const point =
        'resume' in what
          ? readResumePoint(what.resume)
          : readResumePoint({ transfer: what.facts.transfer ?? '', file: what.reference })
      if (!point) return false
      const { transfer, name } = point
      const file = point.file ?? (name && (await findFile(sessions, transfer, { name }, job)))
      if (!file) return false
      sessions.find(transfer)?.forget(file)
      const wasThere = await removeIfThere(sessions, transfer, file, contextOf(job))
      // A session that was submitted is gone because it became a transfer, and that has the file.
      return wasThere || sessions.transferOf(transfer) === undefined
    },
    corsActive: client.corsActive,
    newClientId: client.newClientId,
    verification: client.verification,
    requestCode: client.requestCode,
    verify: client.verify,
    policy: client.policy,
    createSession: async (call = {}) => (await sessions.open(call)).id,
    state,
    async edit(patch, call = {}) {
      const answer = await sessions.request(openId(), 'PATCH', '', call, jsonBody(patch))
      if (answer.status !== 200) throw errorOf(answer)
      return sessionOf(answer)
    },
    async removeFile(id, call = {}) {
      await remove(openId(), checkId(id), call)
      sessions.current?.forget(id)
    },
    markConfidential: (id, call = {}) => markConfidential(sessions, openId(), checkId(id), call),
    async submit(call = {}) {
      const id = openId()
      await state(call)
      const transfer = await submit(client, sessions, checked, id, call)
      sessions.leave(id)
      return transfer
    },
    async transfer(id = sessions.lastTransfer ?? '', call = {}) {
      const look = await lookAt(client, checkId(id), checked.apiVersion, call)
      if (look.there === 'yes') return look.transfer
      throw new SealDropError(
        look.there === 'no' ? 'not-found' : 'unsupported',
        look.there === 'no'
          ? 'There is no such transfer.'
          : 'This server is too old to tell of transfers: it needs minor API version 12.',
      )
    },
    async discardSession(call = {}) {
      const id = openId()
      const answer = await sessions.request(id, 'DELETE', '', call)
      if (answer.status !== 204 && !isMissing(answer)) throw errorOf(answer)
      sessions.leave(id)
    },
  }
}
