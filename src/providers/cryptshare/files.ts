import { asRecord } from '../../core/answer.ts'
import { type CallContext, contextOf } from '../../core/api.ts'
import { hex } from '../../core/bytes.ts'
import type { CallJob, Json, Parcel, SendJob } from '../../core/contracts.ts'
import { isSealDropError, SealDropError } from '../../core/errors.ts'
import type { Answer } from '../../core/request.ts'
import { ticketsOf } from '../../core/ticket.ts'
import { dataFields, isId, locatedId } from './answers.ts'
import { jsonBody } from './client.ts'
import { errorCodeOf, errorOf, isMissing, unreadable } from './errors.ts'
import { uniqueName } from './names.ts'
import { filePath, findFile, type Sought } from './registered.ts'
import type { TransferSessions } from './sessions.ts'
import type { TransferSession } from './transfer-session.ts'

/** Where a send got to. Without `file`: its registration under this name was sent, and the answer did not come. */
export interface ResumePoint {
  readonly transfer: string
  readonly name?: string
  readonly file?: string
}

/** What was kept, or undefined where that is no resume point. */
export const readResumePoint = (kept: Json | undefined): ResumePoint | undefined => {
  const { transfer, name, file } = asRecord(kept)
  if (!isId(transfer)) return undefined
  return {
    transfer,
    ...(typeof name === 'string' && { name }),
    ...(isId(file) && { file }),
  }
}

/** Inferred: no code is documented for a file that is too large. */
const isTooLarge = (answer: Answer, message: string | undefined): boolean =>
  [400, 403, 409].includes(answer.status) &&
  [undefined, 1004, 2001].includes(errorCodeOf(answer)) &&
  /\b(file|total|transfer) ?size\b|too (large|big)/i.test(message ?? '')

const refusal = (answer: Answer): SealDropError => {
  const error = errorOf(answer)
  return isTooLarge(answer, error.provider?.message)
    ? new SealDropError('too-large', error.message, error.facts)
    : error
}

const tooLarge = (size: number, maxBytes: number): SealDropError =>
  new SealDropError('too-large', `${size} bytes do not fit into this transfer any more.`, {
    details: { maxBytes },
  })

/**
 * The server's id for this parcel: the one it has already, or a new one. A name is registered once: where an earlier answer was
 * lost, the session is asked before anything is registered again.
 */
export const register = async (
  sessions: TransferSessions,
  session: TransferSession,
  parcel: Parcel,
  job: SendJob,
): Promise<string> => {
  const { id: transfer, files, algorithm, maxTotalSize } = session
  const point = readResumePoint(job.resume)
  const earlier =
    files.get(parcel.key) ??
    (point?.transfer === transfer && point.name !== undefined
      ? { ...point, name: point.name, size: parcel.size }
      : undefined)
  const { size } = parcel
  const known =
    earlier?.file ??
    (earlier && (await findFile(sessions, transfer, { name: earlier.name, size }, job)))
  if (earlier && known !== undefined) {
    files.delete(known) // as it was called before a reload
    files.set(parcel.key, { name: earlier.name, size, file: known })
    return known
  }
  const others = [...files].filter(([id]) => id !== parcel.key).map(([, file]) => file)
  const total = others.reduce((sum, file) => sum + file.size, size)
  if (maxTotalSize !== undefined && total > maxTotalSize) throw tooLarge(size, maxTotalSize)
  const name = uniqueName(
    parcel.name,
    others.map(file => file.name),
  )
  // Noted before the first wait, so that no other file chooses the same name.
  files.set(parcel.key, { name, size })
  await job.keep({ transfer, name })
  const checksum = algorithm && hex(await job.digest(parcel.body, algorithm))
  const wanted = { name, size, ...(checksum !== undefined && { checksum }) }
  // Without the parcel's key: a relay that remembers it would name a file again that was taken out of the session meanwhile.
  const body = jsonBody({ fileName: name, size, checksum })
  const answer = await sessions.request(transfer, 'POST', '/files', contextOf(job), body)
  if (isMissing(answer)) {
    files.delete(parcel.key)
    sessions.leave(transfer)
    throw gone(answer)
  }
  if (answer.status >= 500) throw refusal(answer)
  const file =
    answer.status < 400
      ? registeredId(answer)
      : await findRefused(sessions, transfer, wanted, answer, job)
  if (file === undefined) {
    files.delete(parcel.key)
    throw refusal(answer)
  }
  files.set(parcel.key, { ...wanted, file })
  return file
}

const registeredId = (answer: Answer): string => {
  const { fileId } = dataFields(answer)
  const file = isId(fileId) ? fileId : locatedId(answer)
  if (file === null) throw unreadable(answer, 'the id of the file')
  return file
}

/**
 * The file, where a refusal follows from its own registration: a browser that got no answer sends a request again by itself, and the
 * second one finds the name taken, or no room left. Rejects where the session cannot be asked now; the next try asks it.
 */
const findRefused = async (
  sessions: TransferSessions,
  transfer: string,
  wanted: Sought,
  answer: Answer,
  job: CallJob,
): Promise<string | undefined> => {
  const mayBeOwn = [400, 409, 422].includes(answer.status) && errorCodeOf(answer) !== undefined
  if (!mayBeOwn) return undefined
  try {
    return await findFile(sessions, transfer, wanted, job)
  } catch (thrown) {
    if (isSealDropError(thrown) && !thrown.retryable) return undefined
    throw thrown
  }
}

/**
 * Sends the bytes. Whatever was there before is replaced, so a try whose answer was lost is simply sent again. Gives a relay's ticket
 * where there is one.
 */
export const upload = async (
  sessions: TransferSessions,
  { id: transfer, files }: TransferSession,
  file: string,
  parcel: Parcel,
  job: SendJob,
): Promise<string | undefined> => {
  let furthest = 0
  const answer = await sessions.request(
    transfer,
    'PUT',
    `${filePath(file)}/content`,
    {
      ...job,
      // With a renewed token the bytes are sent a second time, and the bar must not go back.
      progress(done, total) {
        furthest = Math.max(furthest, done)
        job.progress(furthest, total)
      },
    },
    { headers: { 'Content-Type': 'application/octet-stream' }, body: parcel.body },
  )
  if (isMissing(answer)) {
    files.delete(parcel.key)
    await job.keep(null)
    throw gone(answer)
  }
  if (answer.status < 200 || answer.status > 299) throw refusal(answer)
  if (/^\s*</.test(answer.text)) throw unreadable(answer, 'what Cryptshare says of an upload')
  if (sessions.current?.id === transfer) return ticketsOf(answer)[0]
  throw new SealDropError('not-found', 'The transfer was closed before this file came.', {
    retryable: true,
  })
}

/** Retryable: the next try registers the file again, in a new session if this one is gone. */
const gone = (answer: Answer): SealDropError => {
  const { message, facts } = errorOf(answer)
  return new SealDropError('not-found', message, { ...facts, retryable: true })
}

/** Marks the file as the transfer's confidential message. */
export const markConfidential = async (
  sessions: TransferSessions,
  transfer: string,
  file: string,
  context: CallContext,
): Promise<void> => {
  const patch = jsonBody({ confidentialMessageFileId: file })
  const answer = await sessions.request(transfer, 'PATCH', '', context, patch)
  if (answer.status !== 200) throw errorOf(answer)
}
