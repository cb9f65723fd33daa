import { randomBytes, randomUUID } from 'node:crypto'
import { type FaultSwitches, NO_FAULTS } from '../faults.ts'
import { generateKeySet } from '../keys.ts'
import { readMultipart } from '../multipart.ts'
import { json, type RecordedRequest, type Reply, startServer } from '../server.ts'
import { createAccess, type Scope } from './access.ts'
import {
  envelope,
  fault,
  legacyRefusal,
  metaOf,
  publicKeys,
  refusal,
  tooManyRequests,
  VND,
} from './answers.ts'
import { readForm } from './form.ts'
import { listPage } from './list.ts'
import { openWith } from './opening.ts'
import { type Received, receivedFrom, type Upload } from './uploads.ts'

export type { RecordedRequest } from '../server.ts'
export type { Received } from './uploads.ts'

export interface DidwwSwitches extends FaultSwitches {
  /** What `/public_keys` says. The keys that uploads are opened with stay the same. */
  readonly keys:
    | 'normal'
    | 'crlf'
    | 'rsa-label'
    | 'one'
    | 'equal'
    | 'none'
    | 'small'
    | 'ec'
    | 'garbage'
    | 'html'
    | 'server-error'
  /** `meta.api_version` in the answers. */
  readonly meta: boolean
  /** New keys take effect as the next upload comes in. */
  readonly rotateBeforeNextUpload: boolean
  /** Answers as to an account pinned to 2022-05-10, whatever version is asked for. */
  readonly legacy: boolean
  readonly contentType: 'application/vnd.api+json' | 'application/json'
  /** Bytes of one sealed file: "20 MB" can be read as 20,971,520 or as 20,000,000. */
  readonly sizeLimit: number
  /** 422 from the application, or a bare 413 from a machine in front of it. */
  readonly tooLarge: 422 | 413
  /** How long an upload that nothing refers to is kept. */
  readonly lifetimeMs: number
  /** What `GET /encrypted_files/{id}` shows: the documents have it both ways. */
  readonly shows: 'object' | 'array'
  /** What the token service gives out (2026-11-19), and for how long. */
  readonly tokenScope: Scope
  readonly tokenSeconds: number
  /** The next so many requests that need credentials are too many; 2026-11-19 says how many seconds to wait. */
  readonly tooMany: false | { readonly times: number; readonly retryAfter: number }
}

export interface DidwwOptions {
  readonly port?: number
  /** Bits of the two RSA keys (4,096, as DIDWW's are). */
  readonly modulusLength?: number
  /** A random one when left out. */
  readonly apiKey?: string
}

export interface DidwwSandbox {
  /** Origin. */
  readonly url: string
  /** `<url>/v3` */
  readonly endpoint: string
  readonly apiKey: string
  /** `POST` with `Api-Key`: an access token for 2026-11-19. */
  readonly tokenUrl: string
  /** Of the keys that are valid now. */
  readonly fingerprint: string
  readonly switches: DidwwSwitches
  received(): readonly Received[]
  /** What key A opens one upload to. Throws where it does not, or where there is no such upload. */
  plaintext(id: string): Buffer
  /** An access token (for writing, an hour), as the token service gives one; a reset leaves it valid. */
  issueToken(scope?: Scope, seconds?: number): string
  requests(): readonly RecordedRequest[]
  rotateKeys(): Promise<void>
  flip(switches: Partial<DidwwSwitches>): void
  reset(): void
  close(): Promise<void>
}

const NEWEST_LEGACY = '2022-05-10'
const FILES = '/v3/encrypted_files'
const KEYS = '/v3/public_keys'
const TOKEN = '/token'
const DAY_MS = 86_400_000

/**
 * DIDWW's API v3 as far as encrypted files go, in the versions 2022-05-10, 2026-04-16 and 2026-11-19, on this machine. It opens what it gets, after it
 * has answered: the real one does not look inside before a person verifies the document.
 */
export const startDidww = async (options: DidwwOptions = {}): Promise<DidwwSandbox> => {
  const { modulusLength = 4096, apiKey = `demo-${randomBytes(16).toString('hex')}` } = options
  let keys = await generateKeySet(modulusLength)
  const access = createAccess(apiKey)
  const uploads = new Map<string, Upload>()
  const gone = new Set<string>()

  const rotateKeys = async (): Promise<void> => {
    keys = await generateKeySet(modulusLength)
    server.announce('rotated', () => ({ fingerprint: keys.fingerprint }))
  }
  const received = (): readonly Received[] => [...uploads.values()].map(receivedFrom)

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
      defaults: {
        ...NO_FAULTS,
        keys: 'normal',
        meta: false,
        rotateBeforeNextUpload: false,
        legacy: false,
        contentType: VND,
        sizeLimit: 20_971_520,
        tooLarge: 422,
        lifetimeMs: DAY_MS,
        shows: 'object',
        tokenScope: 'write',
        tokenSeconds: 3600,
        tooMany: false,
      },
      kind: (method, path) =>
        method === 'POST' && path === FILES
          ? 'upload'
          : path === KEYS
            ? 'keys'
            : path === TOKEN
              ? 'token'
              : 'other',
      answer,
      doors: {
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

  return {
    url: server.url,
    endpoint: `${server.url}/v3`,
    apiKey,
    tokenUrl: `${server.url}${TOKEN}`,
    get fingerprint() {
      return keys.fingerprint
    },
    get switches() {
      return server.switches
    },
    received,
    plaintext: id => {
      const upload = uploads.get(id)
      if (!upload) throw new Error(`No upload ${id}.`)
      return openWith(upload.body, upload.keys, 'a')
    },
    issueToken: (scope = 'write', seconds = 3600) => access.issue(scope, seconds),
    requests: server.requests,
    rotateKeys,
    flip: server.flip,
    reset: server.reset,
    close: server.close,
  }
}

/** Without the header the one the account is pinned to is served: an old one here, so that nobody relies on luck. */
const versionOf = ({ headers }: RecordedRequest): string =>
  String(headers['x-didww-api-version'] ?? NEWEST_LEGACY)
