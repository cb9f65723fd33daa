import { createHash } from 'node:crypto'
import { createRecipient } from '../recipient.ts'
import type { ReceivedUpload, Sandbox, StartOptions } from '../sandbox.ts'
import { type RecordedRequest, type Reply, type SandboxServer, startServer } from '../server.ts'
import { createAccess, newClientId } from './access.ts'
import { ok, refuse } from './answers.ts'
import { createStore, type StoredFile } from './sessions.ts'
import { type CryptshareSwitches, DEFAULTS } from './switches.ts'

/** One file that came. */
export interface ReceivedCryptshare extends ReceivedUpload {
  /** Tracking id of its session. */
  readonly transfer: string
  readonly isSubmitted: boolean
  /** As it was registered. */
  readonly checksum?: string
}

/** One transfer session, whatever became of it. */
export interface SessionCryptshare {
  readonly id: string
  readonly isSubmitted: boolean
  readonly properties: Readonly<Record<string, unknown>>
  readonly recipients: object
  readonly files: readonly { readonly id: string; readonly name: string; readonly state: string }[]
}

export interface CryptshareSandbox extends Sandbox<CryptshareSwitches> {
  /** `<url>/api` */
  readonly endpoint: string
  readonly upstream: {
    readonly endpoint: string
    readonly user: string
    readonly clientId: string
    readonly recipients: { readonly to: readonly string[] }
  }
  readonly user: string
  readonly clientId: string
  /** E-mail addresses. */
  readonly recipients: { readonly to: readonly string[] }
  readonly recipient: string
  received(): readonly ReceivedCryptshare[]
  sessions(): readonly SessionCryptshare[]
  /** What the identity opens one file to, out of its PDF wrapper where it has one. Rejects where it does not. */
  plaintext(id: string): Promise<Buffer>
  /** The code that was mailed last. */
  mailedCode(): string | undefined
  /** Every token issued so far is over. */
  expireTokens(): void
  /** Somebody at the server takes a file out of its session. */
  loseFile(id: string): void
  /** Every open session is over. */
  loseSessions(): void
}

const BASE = '/api'
const PRODUCT = 'api.rest'
const USER = 'forms@example.org'

const kindOf = (method: string, path: string): string => {
  const rest = path.replace(/^\/api\/users\/[^/]+/, '')
  if (/\/content$/.test(rest)) return 'upload'
  if (/\/files$/.test(rest)) return 'register'
  if (rest === '/transfer-sessions') return 'create'
  if (/^\/transfer-sessions\/[^/]+$/.test(rest)) return method === 'POST' ? 'submit' : 'session'
  if (rest.startsWith('/transfers/')) return 'transfer'
  return rest.startsWith('/verification') ? 'verification' : 'other'
}

/**
 * Cryptshare's REST API as far as sending goes (documentation.cryptshare.com), on this machine. It mails nobody, and holds the key that
 * opens what it gets.
 */
export const startCryptshare = async (options: StartOptions = {}): Promise<CryptshareSandbox> => {
  const clientId = newClientId()
  const { recipient, open } = await createRecipient()
  const access = createAccess(() => server.switches, PRODUCT)
  const store = createStore(
    () => server.switches,
    () => server.url,
  )

  const answer = async (request: RecordedRequest): Promise<Reply> => {
    const { pathname } = new URL(request.path, 'http://sandbox')
    if (!pathname.startsWith(`${BASE}/`)) return { status: 404 }
    const path = pathname.slice(BASE.length)
    const refused = access.refusal(request, path)
    if (refused) return refused
    if (request.method === 'GET' && path === '/clients') return ok(200, { clientId: newClientId() })
    const product = /^\/products\/([^/]+)\/cors$/.exec(path)?.[1]
    if (product === PRODUCT) return ok(200, { active: server.switches.corsActive })
    const [, encoded = '', rest = ''] = /^\/users\/([^/]+)(\/.*)$/.exec(path) ?? []
    const user = decodeURIComponent(encoded)
    if (!user.includes('@')) return refuse(404, 1006, 'No such endpoint.')
    const verification = access.answer(request, user, rest)
    if (verification) return verification
    const token = access.sender(request, user)
    if (typeof token !== 'string') return token
    if (request.method === 'POST' && rest === '/transfer-policy') return policy(request)
    return store.answer(request, user, token, rest)
  }

  const policy = ({ body }: RecordedRequest): Reply => {
    const { policy: verdict, maxTotalSize } = server.switches
    if (verdict === 'rejected') return refuse(403, 3010, 'The sender is not allowed.')
    const { recipients = [] } = JSON.parse(body.toString()) as { recipients?: readonly string[] }
    const isAllowed = verdict === 'allowed'
    return ok(200, {
      allowed: isAllowed,
      failedRecipients: isAllowed
        ? []
        : recipients.map(emailAddress => ({ emailAddress, reason: 'POLICY_MISMATCH' })),
      settings: {
        maxTotalSize,
        maxRetentionPeriod: 21,
        confidentialMessageAllowed: true,
        confidentialMessageRequired: false,
      },
    })
  }

  const all = (): readonly (StoredFile & { transfer: string; isSubmitted: boolean })[] =>
    [...store.sessions.values()].flatMap(({ id, isSubmitted, files }) =>
      [...files.values()].map(file => ({ ...file, transfer: id, isSubmitted })),
    )
  const received = (): readonly ReceivedCryptshare[] =>
    all().flatMap(({ id, transfer, isSubmitted, fileName: wireName, body, checksum }) =>
      body
        ? [
            {
              id,
              transfer,
              isSubmitted,
              wireName,
              size: body.length,
              sha256: createHash('sha256').update(body).digest('hex'),
              ...(checksum !== undefined && { checksum }),
            },
          ]
        : [],
    )
  const sealed = (id: string): Buffer => {
    const body = all().find(file => file.id === id)?.body
    if (!body) throw new TypeError(`No file ${id}.`)
    return body
  }
  const sessions = (): readonly SessionCryptshare[] =>
    [...store.sessions.values()].map(({ id, isSubmitted, properties, recipients, files }) => ({
      id,
      isSubmitted,
      properties,
      recipients,
      files: [...files.values()].map(file => ({
        id: file.id,
        name: file.fileName,
        state: file.state,
      })),
    }))
  const reset = (): void => {
    store.reset()
    access.reset()
  }

  const server: SandboxServer<CryptshareSwitches> = await startServer<CryptshareSwitches>(
    {
      defaults: DEFAULTS,
      kind: kindOf,
      answer,
      controls: {
        'GET received': received,
        'GET sessions': sessions,
        'GET code': () => access.code(USER) ?? null,
        'POST expire': access.expireTokens,
      },
      cors: {
        methods: 'GET, POST, PUT, PATCH, DELETE, OPTIONS',
        allowHeaders:
          'Accept, Content-Type, X-CS-ClientId, X-CS-MajorApiVersion, X-CS-MinimumMinorApiVersion, X-CS-ProductKey, X-CS-VerificationToken',
        exposeHeaders: 'Location, Retry-After',
        recorded: {},
        isClosed: (path): boolean => !server.switches.corsActive && !path.endsWith('/cors'),
      },
      reset,
    },
    options.port,
  )

  const endpoint = `${server.url}${BASE}`
  const recipients = { to: ['desk@example.org', 'archive@example.org'] }
  return {
    url: server.url,
    endpoint,
    options: {},
    direct: { headers: {}, options: { user: USER, clientId, recipients } },
    upstream: { endpoint, user: USER, clientId, recipients },
    secrets: [clientId],
    about:
      'Encrypted with age. Files are delivered as you add them; when you apply, they are submitted together, which mails the recipients.',
    user: USER,
    clientId,
    recipients,
    recipient,
    received,
    sessions,
    sealed,
    plaintext: async id => open(sealed(id)),
    mailedCode: () => access.code(USER),
    expireTokens: access.expireTokens,
    loseFile: id => {
      for (const { files } of store.sessions.values()) files.delete(id)
    },
    loseSessions: store.reset,
    requests: server.requests,
    flip: server.flip,
    closeIdleConnections: server.closeIdleConnections,
    reset: server.reset,
    close: server.close,
  }
}
