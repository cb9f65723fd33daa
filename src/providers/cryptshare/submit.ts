import { asSentence } from '../../core/answer.ts'
import { contextOf } from '../../core/api.ts'
import type { CallJob, Delivery, Facts } from '../../core/contracts.ts'
import { isSealDropError, SealDropError } from '../../core/errors.ts'
import { type CryptshareSession, type CryptshareTransfer, sessionOf, timeOf } from './answers.ts'
import type { Client } from './client.ts'
import { errorOf, isMissing } from './errors.ts'
import type { CheckedOptions } from './options.ts'
import { lookAt, lookUntilThere, waitWhileProcessing } from './poll.ts'
import { isOther, removeIfThere } from './registered.ts'
import type { TransferSessions } from './sessions.ts'
import { submit } from './submission.ts'

type Outcome = Delivery | SealDropError

/** The provider has nothing of it, so a retry sends it again. */
const toSendAgain = (code: 'expired' | 'mismatch' | 'not-found', message: string): SealDropError =>
  new SealDropError(code, message, { outcome: 'unsent' })

const heldBack = (): SealDropError =>
  new SealDropError('mismatch', 'Not submitted: another file of the same transfer is missing.')

/** What the processed transfer means for each delivery. `transfer` is undefined where the server does not tell. */
const outcomesOf = (
  deliveries: readonly Delivery[],
  id: string,
  transfer: CryptshareTransfer | undefined,
  expiresAt: string | undefined,
): readonly Outcome[] => {
  const { state, warnings = [], files = [], recipients = [] } = transfer ?? {}
  const unreached = recipients.filter(({ notificationFailed }) => notificationFailed)
  const facts: Facts = {
    transfer: id,
    ...(state !== undefined && { state }),
    ...(warnings.length > 0 && { warnings: warnings.join(' ') }),
    ...(unreached.length > 0 && { notNotified: unreached.map(({ mail }) => mail).join(', ') }),
    ...(transfer?.senderNotificationFailed && { senderNotNotified: 'true' }),
  }
  return deliveries.map(delivery => {
    const file = files.find(one => one.id === delivery.reference)
    const why = file?.cause ?? warnings[0]
    const said = why === undefined ? '' : `: ${why}`
    if (state === 'FAILED')
      return toSendAgain('mismatch', asSentence(`Cryptshare could not process it${said}`))
    if (state?.startsWith('DELETED')) return toSendAgain('expired', 'The transfer was deleted.')
    if (file?.removed || (files.length > 0 && !file))
      return toSendAgain(
        'mismatch',
        asSentence(`Cryptshare removed the file from the transfer${said}`),
      )
    return {
      ...delivery,
      ...(expiresAt !== undefined && { expiresAt }),
      facts: { ...delivery.facts, ...facts },
    }
  })
}

/** Why a delivered file cannot be submitted, by what the session says of it; undefined where it can. */
const flawOf = (
  sessions: TransferSessions,
  id: string,
  found: CryptshareSession,
  reference: string,
): SealDropError | undefined => {
  const file = found.files.find(one => one.id === reference)
  if (!file || !['UPLOADED', 'ACTIVE'].includes(file.state))
    return toSendAgain('not-found', 'Cryptshare does not have the file.')
  const registered = sessions.find(id)?.registrationOf(reference)
  return registered && isOther(file, registered)
    ? toSendAgain('mismatch', 'Cryptshare has another size or checksum than was registered.')
    : undefined
}

const removeStrays = async (
  sessions: TransferSessions,
  id: string,
  found: CryptshareSession,
  wanted: ReadonlySet<string>,
  job: CallJob,
): Promise<void> => {
  for (const { id: file, state } of found.files) {
    if (!wanted.has(file) && state !== 'REMOVED')
      await removeIfThere(sessions, id, file, contextOf(job))
  }
}

const submitOnce = async (
  client: Client,
  sessions: TransferSessions,
  options: CheckedOptions,
  id: string,
  deliveries: readonly Delivery[],
  job: CallJob,
): Promise<readonly Outcome[]> => {
  const { poll, apiVersion } = options
  const context = contextOf(job)
  const finish = async (transfer: string, until?: string): Promise<readonly Outcome[]> => {
    sessions.markSubmitted(id, transfer)
    const seen = poll && (await waitWhileProcessing(client, transfer, poll, apiVersion, context))
    return outcomesOf(deliveries, transfer, seen, until)
  }
  const transfer = sessions.transferOf(id)
  if (
    transfer !== undefined &&
    (await lookAt(client, transfer, apiVersion, context)).there === 'yes'
  )
    return finish(transfer)
  const answer = await sessions.request(id, 'GET', '', context)
  if (isMissing(answer)) {
    const { there } = await (transfer === undefined
      ? lookAt(client, id, apiVersion, context)
      : lookUntilThere(client, id, poll, apiVersion, context))
    if (there === 'yes' || (there === 'unknown' && transfer !== undefined)) return finish(id)
    return deliveries.map(() => toSendAgain('expired', 'The transfer session is over.'))
  }
  if (answer.status !== 200) throw errorOf(answer)
  const found = sessionOf(answer)
  const isActive = ({ reference }: Delivery): boolean =>
    found.files.some(({ id: file, state }) => file === reference && state === 'ACTIVE')
  if (transfer !== undefined && deliveries.some(isActive)) return finish(transfer)
  const flaws = deliveries.map(({ reference }) => flawOf(sessions, id, found, reference))
  if (flaws.some(flaw => flaw !== undefined)) {
    for (const [index, { reference }] of deliveries.entries()) {
      const flaw = flaws[index]
      if (flaw) sessions.find(id)?.forget(reference)
      // Its name must be free when it is registered again.
      if (flaw?.code === 'mismatch') await removeIfThere(sessions, id, reference, context)
    }
    sessions.rejoin(id)
    return flaws.map(flaw => flaw ?? heldBack())
  }
  const wanted = new Set(deliveries.map(({ reference }) => reference))
  for (const file of sessions.find(id)?.delivered ?? []) wanted.add(file)
  try {
    await removeStrays(sessions, id, found, wanted, job)
    return await finish(
      await submit(client, sessions, options, id, context),
      timeOf(found.expirationDate),
    )
  } catch (thrown) {
    // It was not submitted, so it takes files again.
    if (sessions.transferOf(id) === undefined) sessions.rejoin(id)
    throw thrown
  }
}

/**
 * Closes one transfer session, and submits it once, however often it is asked. Each delivery's outcome; rejects with what keeps the
 * session from being submitted now.
 */
export const submitSession = async (
  ...given: Parameters<typeof submitOnce>
): Promise<readonly Outcome[]> => {
  const [, sessions, , id, deliveries] = given
  sessions.leave(id)
  try {
    return await submitOnce(...given)
  } catch (thrown) {
    // The session is lost with its files, so each of them is sent again.
    if (isSealDropError(thrown) && thrown.code === 'expired') return deliveries.map(() => thrown)
    throw thrown
  }
}
