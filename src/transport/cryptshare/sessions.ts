import { shared } from '../../core/abort.ts'
import type { Caller, Carried } from '../../core/api.ts'
import type { Algorithm } from '../../core/contracts.ts'
import { isSealDropError, SealDropError } from '../../core/errors.ts'
import type { Answer } from '../../core/request.ts'
import {
  algorithmOf,
  type CryptsharePolicy,
  type CryptshareSession,
  errorCodeOf,
  errorOf,
  locatedId,
  sessionOf,
} from './answers.ts'
import { type Client, isTokenRefused, jsonBody } from './client.ts'
import type { Settings } from './options.ts'

/** What was asked for one parcel. `file` is the server's id for it, once that is known. */
export interface Registration {
  readonly name: string
  readonly size: number
  readonly file?: string
}

/** A transfer session that takes files. */
export interface OpenSession {
  /** The tracking id. */
  readonly id: string
  /** Undefined where the server's is none a browser can compute: then files have no checksum. */
  readonly algorithm: Algorithm | undefined
  /** Bytes of all files together. */
  readonly maxTotalSize: number | undefined
  /** By the parcel's id. */
  readonly files: Map<string, Registration>
  /** Files that were delivered, and not taken back. */
  readonly delivered: Set<string>
  /** The parcel that is the confidential message. */
  confidential?: string
}

export interface Sessions {
  readonly current: OpenSession | undefined
  /** The one all files go to; created by the first of them. `earlier`: where a send before a reload got to. */
  open(caller: Caller, earlier?: string): Promise<OpenSession>
  /** Files that come from now on go elsewhere. */
  leave(id: string): OpenSession | undefined
  /** Takes files again, where no other one does. */
  rejoin(session: OpenSession): void
  /** A request about one session. Rejects with `expired` where the session is lost: only the token that created it may touch it. */
  within(
    id: string,
    method: string,
    path: string,
    caller: Caller,
    carried?: Carried,
  ): Promise<Answer>
}

export const pathOf = (id: string): string => `/transfer-sessions/${encodeURIComponent(id)}`

const mails = (addresses: readonly string[]): readonly { readonly mail: string }[] =>
  addresses.map(mail => ({ mail }))

/** "Entity missing" */
export const isMissing = (answer: Answer): boolean => errorCodeOf(answer) === 2003

export const createSessions = (client: Client, settings: Settings): Sessions => {
  const { recipients, sender, session: wanted, productKey } = settings
  const everyone = Object.values(recipients).flat()
  /** Created, but not yet as it should be. */
  let unfinished: string | undefined
  let current: OpenSession | undefined
  let asking: { readonly caller: Caller; readonly earlier: string | undefined } | undefined
  const left = new Set<string>()

  const isSender = async (caller: Caller): Promise<boolean> => {
    const body = jsonBody({ recipients: everyone })
    return !isTokenRefused(await client.asSender('POST', '/transfer-policy', caller, body))
  }
  const leave: Sessions['leave'] = id => {
    left.add(id)
    const session = current?.id === id ? current : undefined
    if (session) current = undefined
    return session
  }
  const within: Sessions['within'] = async (id, method, path, caller, carried) => {
    const answer = await client.asSender(method, `${pathOf(id)}${path}`, caller, carried)
    const { headers, signal } = caller
    const own = { ...(headers && { headers }), ...(signal && { signal }) }
    if (!isTokenRefused(answer) || !(await isSender(own))) return answer
    leave(id)
    throw new SealDropError(
      'expired',
      'The verification was renewed: the transfer session belongs to the earlier one.',
      { retryable: true, outcome: 'unsent', provider: { status: answer.status, code: '3002' } },
    )
  }

  /** What this server lets the sender send. One that does not say is asked by trying. */
  const askPolicy = async (caller: Caller): Promise<CryptsharePolicy | undefined> => {
    try {
      return await client.policy(everyone, caller)
    } catch (thrown) {
      const isRefusal = isSealDropError(thrown) && thrown.provider && !thrown.retryable
      if (!isRefusal || thrown.provider.code !== undefined) throw thrown
      return undefined
    }
  }
  const create = async (caller: Caller): Promise<string> => {
    const { to = [], cc, bcc } = recipients
    const body = {
      sender: sender ?? {},
      recipients: { to: mails(to), ...(cc && { cc: mails(cc) }), ...(bcc && { bcc: mails(bcc) }) },
    }
    const answer = await client.asSender('POST', '/transfer-sessions', caller, jsonBody(body))
    if (answer.status !== 201) throw errorOf(answer)
    const id = locatedId(answer)
    if (id !== null) return id
    throw new SealDropError(
      'misconfigured',
      'Cryptshare names a new session in its Location header only, and this page cannot read that: the server must send Access-Control-Expose-Headers: Location, or be reached through a relay on the page’s own origin.',
      { provider: { status: answer.status } },
    )
  }
  const look = async (id: string, caller: Caller): Promise<CryptshareSession | undefined> => {
    const answer = await client.asSender('GET', pathOf(id), caller)
    if (isMissing(answer) || isTokenRefused(answer)) return undefined
    if (answer.status !== 200) throw errorOf(answer)
    return sessionOf(answer)
  }
  /** Sets what was asked for, and an algorithm that a browser has. */
  const furnish = async (id: string, caller: Caller): Promise<CryptshareSession> => {
    const found = await look(id, caller)
    if (!found) {
      unfinished = undefined
      throw new SealDropError('not-found', 'The new transfer session is not there.', {
        retryable: true,
      })
    }
    const needsAlgorithm = !algorithmOf(found) && !('fileChecksumAlgorithm' in wanted)
    const patch = { ...wanted, ...(needsAlgorithm && { fileChecksumAlgorithm: 'SHA256' }) }
    if (Object.keys(patch).length === 0) return found
    const answer = await client.asSender('PATCH', pathOf(id), caller, jsonBody(patch))
    if (answer.status === 200) return sessionOf(answer)
    const error = errorOf(answer)
    // Without the algorithm it works, too: files then have no checksum.
    if (Object.keys(wanted).length === 0 && !error.retryable) return found
    throw error
  }

  const openAnew = async (signal: AbortSignal): Promise<OpenSession> => {
    const { caller: theirs, earlier } = asking ?? {}
    const caller = { ...theirs, signal }
    const policy = await askPolicy(caller)
    if (policy && !policy.allowed) throw notAllowed()
    const known = earlier === undefined ? undefined : await look(earlier, caller)
    if (!known) unfinished ??= await create(caller)
    const id = known && earlier !== undefined ? earlier : (unfinished ?? '')
    let found = known
    try {
      found ??= await furnish(id, caller)
    } catch (thrown) {
      if (isSealDropError(thrown) && thrown.retryable) throw thrown
      signal.throwIfAborted()
      unfinished = undefined
      await client.asSender('DELETE', pathOf(id), caller).catch(() => {})
      throw thrown
    }
    unfinished = undefined
    const files = found.files.map(
      ({ id: file, name, size = 0 }) => [file, { name, size, file }] as const,
    )
    current = {
      ...{ id, algorithm: algorithmOf(found), maxTotalSize: policy?.maxTotalSize },
      files: new Map(files),
      delivered: new Set(),
    }
    return current
  }
  /** What an administrator can act on, where nothing could be read at all. */
  const explain = async (error: SealDropError, caller: Caller): Promise<SealDropError> => {
    const { origin } = location
    if (error.code !== 'network' || new URL(settings.endpoint).origin === origin) return error
    const words = `its administrator must enable CORS for ${origin} and the product ${productKey}`
    const isActive = await client.corsActive(caller).catch(() => undefined)
    return isActive === false
      ? new SealDropError('misconfigured', `Cryptshare does not let this page call it: ${words}.`, {
          cause: error,
        })
      : new SealDropError('network', `${error.message} If Cryptshare is up, ${words}.`, error.facts)
  }
  const openOrExplain = async (signal: AbortSignal): Promise<OpenSession> => {
    try {
      return await openAnew(signal)
    } catch (thrown) {
      if (!isSealDropError(thrown)) throw thrown
      throw await explain(thrown, { ...asking?.caller, signal })
    }
  }
  let opening: ((signal: AbortSignal) => Promise<OpenSession>) | undefined

  return {
    get current() {
      return current
    },
    async open({ headers, signal = new AbortController().signal }, earlier) {
      signal.throwIfAborted()
      if (current) return current
      const isKnown = earlier !== undefined && !left.has(earlier)
      asking = { caller: headers ? { headers } : {}, earlier: isKnown ? earlier : undefined }
      opening ??= shared(openOrExplain)
      const joined = opening
      const opened = await joined(signal)
      // `shared` keeps a success; this one is over when the session is.
      if (opening === joined) opening = undefined
      return opened
    },
    leave,
    rejoin(session) {
      left.delete(session.id)
      current ??= session
    },
    within,
  }
}

const notAllowed = (): SealDropError =>
  new SealDropError(
    'forbidden',
    'The transfer policy of the Cryptshare server does not let this sender send to these recipients: policy() names them.',
  )
