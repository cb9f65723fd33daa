import { asArray, asRecord } from '../../core/answer.ts'
import { multipartName } from '../../core/multipart-name.ts'
import { HttpError } from '../../core/relay/http-error.ts'
import type { Once } from '../../core/relay/route.ts'
import { sessionOf } from './relay-paths.ts'
import { versionHeaders } from './relay-verification.ts'

type Look = NonNullable<Once['look']>

/** Transfers can be looked at from this minor version on. */
const LOOKS_FROM = '12'

const untold = (): HttpError =>
  new HttpError(502, 'The Cryptshare server does not say what it has.')

/** What became of a request of the page whose answer was lost. */
export interface Looks {
  /** The file that has this name in the session. */
  readonly findFile: Look
  /** The transfer that the session became. */
  readonly findTransfer: Look
}

export const createLooks = (userPath: string): Looks => {
  const findFile: Look = async (call, name, ask) => {
    const session = await sessionOf(call)
    const { status, json } = await ask(`${userPath}/transfer-sessions/${session}`)
    // The request itself then says it in the server's words.
    if (status === 404) return undefined
    const { data } = asRecord(json)
    if (status !== 200 || data === undefined) throw untold()
    const file = asArray(asRecord(data).files)
      .map(asRecord)
      .find(one => multipartName(String(one.fileName)) === name && one.state !== 'REMOVED')
    return file && { status: 201, json: { data: { fileId: file.id } } }
  }
  const findTransfer: Look = async (call, _, ask) => {
    const transfer = await sessionOf(call)
    const headers = versionHeaders(LOOKS_FROM)
    const { status } = await ask(`${userPath}/transfers/${transfer}`, {}, headers)
    // Also an older server, which has no transfers to look at: its sessions are gone once they were submitted.
    if (status === 404) return undefined
    if (status !== 200) throw untold()
    return { status: 201, headers: { Location: `transfers/${transfer}` }, json: { data: {} } }
  }
  return { findFile, findTransfer }
}
