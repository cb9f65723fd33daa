import { type CallContext, contextOf } from '../../core/api.ts'
import type { CallJob } from '../../core/contracts.ts'
import { type CryptshareFile, sessionOf } from './answers.ts'
import { errorOf, isMissing } from './errors.ts'
import type { TransferSessions } from './sessions.ts'
import type { Registration } from './transfer-session.ts'

export const filePath = (file: string): string => `/files/${encodeURIComponent(file)}`

/** What is known of a registration that is looked for. */
export type Sought = Pick<Registration, 'name'> & Partial<Registration>

const differ = <Value>(said: Value | undefined, wanted: Value | undefined): boolean =>
  said !== undefined && wanted !== undefined && said !== wanted

/** Whether the server says another size or checksum than was registered. What either side does not say is no difference. */
export const isOther = (
  { size, checksum }: CryptshareFile,
  wanted: Partial<Registration>,
): boolean =>
  differ(size, wanted.size) || differ(checksum?.toLowerCase(), wanted.checksum?.toLowerCase())

/** The server's id of what was registered so, if it is there. */
export const findFile = async (
  sessions: TransferSessions,
  transfer: string,
  sought: Sought,
  job: CallJob,
): Promise<string | undefined> => {
  const answer = await sessions.request(transfer, 'GET', '', contextOf(job))
  if (isMissing(answer)) return undefined
  if (answer.status !== 200) throw errorOf(answer)
  return sessionOf(answer).files.find(
    file => file.name === sought.name && file.state !== 'REMOVED' && !isOther(file, sought),
  )?.id
}

/** Takes a file out of a session that is still open. One that is gone already is as good. Whether the server had it. */
export const removeIfThere = async (
  sessions: TransferSessions,
  transfer: string,
  file: string,
  context: CallContext,
): Promise<boolean> => {
  const answer = await sessions.request(transfer, 'DELETE', filePath(file), context)
  if (answer.status !== 204 && !isMissing(answer)) throw errorOf(answer)
  return answer.status === 204
}
