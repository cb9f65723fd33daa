import type { CallContext } from '../../core/api.ts'
import type { Algorithm } from '../../core/contracts.ts'
import { isSealDropError, misconfigured, SealDropError } from '../../core/errors.ts'
import {
  algorithmOf,
  type CryptsharePolicy,
  type CryptshareSession,
  errorOf,
  isMissing,
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
  /** The server has this file no longer, or is not to keep it. */
  forget(file: string): void
}

/** Creates a transfer session, or goes on with an earlier one that is still there. */
export type Opener = (caller: CallContext, earlier: string | undefined) => Promise<OpenSession>

export const pathOf = (id: string): string => `/transfer-sessions/${encodeURIComponent(id)}`

/** Older servers may not know the question. */
const NO_SUCH_ENDPOINT = '1006'

const mails = (addresses: readonly string[]): readonly { readonly mail: string }[] =>
  addresses.map(mail => ({ mail }))

export const createOpener = (client: Client, settings: Settings): Opener => {
  const { recipients, sender, session: wanted, productKey } = settings
  /** Created, but not yet as it should be. */
  let unfinished: string | undefined

  /** What this server lets the sender send. One that does not say is asked by trying. */
  const askPolicy = async (caller: CallContext): Promise<CryptsharePolicy | undefined> => {
    try {
      return await client.policy(settings.everyone, caller)
    } catch (thrown) {
      if (!isSealDropError(thrown) || !thrown.provider || thrown.retryable) throw thrown
      const { code = NO_SUCH_ENDPOINT } = thrown.provider
      if (code !== NO_SUCH_ENDPOINT) throw thrown
      return undefined
    }
  }
  const create = async (caller: CallContext): Promise<string> => {
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
  const look = async (id: string, caller: CallContext): Promise<CryptshareSession | undefined> => {
    const answer = await client.once('GET', pathOf(id), caller)
    if (isMissing(answer) || isTokenRefused(answer)) return undefined
    if (answer.status !== 200) throw errorOf(answer)
    return sessionOf(answer)
  }
  /** Sets what was asked for, and an algorithm that a browser has. */
  const furnish = async (id: string, caller: CallContext): Promise<CryptshareSession> => {
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

  const open = async (caller: CallContext, earlier: string | undefined): Promise<OpenSession> => {
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
      caller.signal?.throwIfAborted()
      unfinished = undefined
      await client.asSender('DELETE', pathOf(id), caller).catch(() => {})
      throw thrown
    }
    unfinished = undefined
    const files = found.files.map(
      ({ id: file, name, size = 0 }) => [file, { name, size, file }] as const,
    )
    const session: OpenSession = {
      id,
      algorithm: algorithmOf(found),
      maxTotalSize: policy?.maxTotalSize,
      files: new Map(files),
      delivered: new Set(),
      forget(file) {
        session.delivered.delete(file)
        for (const [parcel, known] of session.files) {
          if (known.file !== file) continue
          session.files.delete(parcel)
          if (session.confidential === parcel) delete session.confidential
        }
      },
    }
    return session
  }
  /** What an administrator can act on, where nothing could be read at all. */
  const explain = async (error: SealDropError, caller: CallContext): Promise<SealDropError> => {
    const { origin } = location
    if (error.code !== 'network' || new URL(settings.endpoint).origin === origin) return error
    const words = `its administrator must enable CORS for ${origin} and the product ${productKey}`
    const isActive = await client.corsActive(caller).catch(() => undefined)
    return isActive === false
      ? misconfigured(`Cryptshare does not let this page call it: ${words}.`, error)
      : new SealDropError('network', `${error.message} If Cryptshare is up, ${words}.`, error.facts)
  }
  return async (caller, earlier) => {
    try {
      return await open(caller, earlier)
    } catch (thrown) {
      throw isSealDropError(thrown) ? await explain(thrown, caller) : thrown
    }
  }
}

const notAllowed = (): SealDropError =>
  new SealDropError(
    'forbidden',
    'The transfer policy of the Cryptshare server does not let this sender send to these recipients: policy() names them.',
  )
