import { randomBytes, randomUUID } from 'node:crypto'
import { generateKeySet } from '../keys.ts'
import { readMultipart } from '../multipart.ts'
import type { Sandbox, StartOptions } from '../sandbox.ts'
import { json, type RecordedRequest, type Reply, startServer } from '../server.ts'
import { createAccess } from './access.ts'
import {
  envelope,
  fault,
  legacyRefusal,
  metaOf,
  publicKeys,
  refusal,
  tooManyRequests,
} from './answers.ts'
import { readForm } from './form.ts'
import { listPage } from './list.ts'
import { openWith } from './opening.ts'
import { DIDWW_DEFAULTS, type DidwwSwitches, type Scope, VND } from './switches.ts'
import { type ReceivedDidww, receivedFrom, type Upload } from './uploads.ts'

export type { DidwwSwitches } from './switches.ts'
export type { ReceivedDidww } from './uploads.ts'

export interface DidwwSandboxOptions extends StartOptions {
  /** Bits of the two RSA keys (4,096, as DIDWW's are). */
  readonly modulusLength?: number
  /** A random one when left out. */
  readonly apiKey?: string
}

export interface DidwwSandbox extends Sandbox<DidwwSwitches> {
  /** `<url>/v3` */
  readonly endpoint: string
  readonly upstream: {
    readonly endpoint: string
    readonly apiKey: string
    readonly token: { readonly url: string; readonly apiKey: string }
  }
  readonly apiKey: string
  /** `POST` with `Api-Key`: an access token for 2026-11-19. */
  readonly tokenUrl: string
  /** Of the keys that are valid now. */
  readonly fingerprint: string
  readonly switches: DidwwSwitches
  received(): readonly ReceivedDidww[]
  /** What key A opens one upload to. Throws where it does not, or where there is no such upload. */
  plaintext(id: string): Buffer
  /** An access token (for writing, an hour), as the token service gives one; a reset leaves it valid. */
  issueToken(scope?: Scope, seconds?: number): string
  rotateKeys(): Promise<void>
}

const NEWEST_LEGACY = '2022-05-10'
const FILES = '/v3/encrypted_files'
const KEYS = '/v3/public_keys'
const TOKEN = '/token'

/**
 * DIDWW's API v3 as far as encrypted files go, in the versions 2022-05-10, 2026-04-16 and 2026-11-19, on this machine. It opens what it gets, after it
 * has answered: the real one does not look inside before a person verifies the document.
 */
export const startDidww = async (options: DidwwSandboxOptions = {}): Promise<DidwwSandbox> => {
  const { modulusLength = 4096, apiKey = `demo-${randomBytes(16).toString('hex')}` } = options
  let keys = await generateKeySet(modulusLength)
  const access = createAccess(apiKey)
  const uploads = new Map<string, Upload>()
  const gone = new Set<string>()

  const rotateKeys = async (): Promise<void> => {
    keys = await generateKeySet(modulusLength)
    server.announce('rotated', () => ({ fingerprint: keys.fingerprint }))
  }
  const received = (): readonly ReceivedDidww[] => [...uploads.values()].map(receivedFrom)

  const answer = async (request: RecordedRequest): Promise<Reply> => {
    const { method } = request
    const { switches } = server
    const asked = new URL(request.path, server.url)
    const { pathname } = asked
    if (method === 'GET' && pathname === KEYS) return publicKeys(keys, switches)
    if (method === 'POST' && pathname === TOKEN)
      return access.token(request, switches.tokenScope, switches.tokenSeconds)
    const version = versionOf(request)
    const refused = access.refusal(request, version)
    if (refused) return refused
    const { tooMany } = switches
    if (tooMany && tooMany.times > 0) {
      server.flip({ tooMany: { ...tooMany, times: tooMany.times - 1 } })
      return tooManyRequests(version, tooMany.retryAfter)
    }
    if (pathname === FILES && method === 'POST') return accept(request)
    const kept = [...uploads.values()].filter(
      ({ id, expiresAt }) => !gone.has(id) && expiresAt > Date.now(),
    )
    if (pathname === FILES && method === 'GET')
      return listPage(kept, asked, metaOf(switches, version))
    const id = pathname.startsWith(`${FILES}/`) ? pathname.slice(FILES.length + 1) : ''
    const upload = kept.find(one => one.id === id)
    if (upload && method === 'GET')
      return json(200, envelope(upload, switches, version, switches.shows), VND)
    if (upload && method === 'DELETE') {
      gone.add(id)
      return { status: 204 }
    }
    const words = `The record identified by ${id || pathname} could not be found`
    return fault(404, 'Record not found', words)
  }

  const accept = async (request: RecordedRequest): Promise<Reply> => {
    if (server.switches.rotateBeforeNextUpload) {
      server.flip({ rotateBeforeNextUpload: false })
      await rotateKeys()
    }
    const { sizeLimit, tooLarge, legacy, contentType, lifetimeMs } = server.switches
    const isLegacy = legacy || versionOf(request) <= NEWEST_LEGACY
    const refuse = isLegacy ? legacyRefusal : refusal

    const parts = await readMultipart(request.body, request.headers['content-type'])
    const form = readForm(parts, isLegacy)
    if (!form) return fault(400, 'invalid params', 'invalid params')
    if (form.fingerprint !== keys.fingerprint) return refuse('base', 'outdated fingerprint')
    if (form.files.length === 0 || form.files.some(({ bytes }) => bytes.length === 0))
      return refuse('file', "can't be blank")
    if (form.files.some(({ bytes }) => bytes.length > sizeLimit))
      return tooLarge === 413
        ? { status: 413 }
        : refuse('file', 'size must be less than or equal to 20 MB')

    const at = Date.now()
    const stored = form.files.map(({ bytes, name, type, description }) => ({
      id: randomUUID(),
      at,
      expiresAt: at + lifetimeMs,
      description,
      wireName: name,
      wireType: type,
      body: bytes,
      keys,
    }))
    for (const upload of stored) {
      uploads.set(upload.id, upload)
      // After the answer, as at the real one; and an answer should not wait for two decryptions.
      setImmediate(() => server.announce('received', () => receivedFrom(upload)))
    }
    const [first] = stored
    return isLegacy || !first
      ? json(200, { ids: stored.map(({ id }) => id) })
      : json(201, envelope(first, server.switches, versionOf(request)), contentType)
  }

  const server = await startServer<DidwwSwitches>(
    {
      defaults: DIDWW_DEFAULTS,
      kind: (method, path) =>
        method === 'POST' && path === FILES
          ? 'upload'
          : path === KEYS
            ? 'keys'
            : path === TOKEN
              ? 'token'
              : 'other',
      answer,
      controls: {
        'GET received': received,
        'GET fingerprint': () => ({ fingerprint: keys.fingerprint }),
        'POST rotate': async () => {
          await rotateKeys()
          return { fingerprint: keys.fingerprint }
        },
      },
      cors: {
        methods: 'GET, POST, DELETE, OPTIONS',
        allowHeaders:
          'Accept, Api-Key, Authorization, Cache-Control, Content-Type, X-DIDWW-API-Version',
        exposeHeaders: 'Retry-After',
        // As the sandbox of April 2026 answered: neither the version header nor Authorization is allowed.
        recorded: {
          'Access-Control-Allow-Origin': '*',
          'Access-Control-Allow-Methods': 'GET, POST, DELETE, PUT, PATCH, OPTIONS',
          'Access-Control-Allow-Credentials': 'true',
          'Access-Control-Expose-Headers': 'Date, X-Request-Id, Content-Disposition',
          'Access-Control-Allow-Headers':
            'Origin, X-Requested-With, Content-Type, Accept, auth-key, x-api-key, api-key, x-api-token, x-admin-session-token, X-User-Agent, Cache-Control, value-track',
        },
      },
      reset: () => {
        uploads.clear()
        gone.clear()
      },
    },
    options.port,
  )

  const uploadOf = (id: string): Upload => {
    const upload = uploads.get(id)
    if (!upload) throw new Error(`No upload ${id}.`)
    return upload
  }
  const endpoint = `${server.url}/v3`
  const tokenUrl = `${server.url}${TOKEN}`
  return {
    url: server.url,
    endpoint,
    options: {},
    direct: { headers: { 'Api-Key': apiKey }, options: {} },
    upstream: { endpoint, apiKey, token: { url: tokenUrl, apiKey } },
    secrets: [apiKey],
    about:
      'Encrypted for DIDWW’s two public keys. The sandbox holds both private keys, and opens what it gets with each.',
    apiKey,
    tokenUrl,
    get fingerprint() {
      return keys.fingerprint
    },
    get switches() {
      return server.switches
    },
    received,
    sealed: id => uploadOf(id).body,
    plaintext: id => {
      const { body, keys } = uploadOf(id)
      return openWith(body, keys, 'a')
    },
    issueToken: (scope = 'write', seconds = 3600) => access.issue(scope, seconds),
    requests: server.requests,
    rotateKeys,
    flip: server.flip,
    closeIdleConnections: server.closeIdleConnections,
    reset: server.reset,
    close: server.close,
  }
}

/** Without the header the one the account is pinned to is served: an old one here, so that nobody relies on luck. */
const versionOf = ({ headers }: RecordedRequest): string =>
  String(headers['x-didww-api-version'] ?? NEWEST_LEGACY)
