import { randomBytes, randomUUID } from 'node:crypto'
import { envelope, fault, legacyRefusal, publicKeys, refusal, VND } from './didww-answers.ts'
import { readForm } from './didww-form.ts'
import {
  describeOpened,
  type Opened,
  openWith,
  sha256,
  type Verification,
  verify,
} from './didww-opening.ts'
import { type FaultSwitches, NO_FAULTS } from './faults.ts'
import { generateKeySet, type KeySet } from './keys.ts'
import { readMultipart } from './multipart.ts'
import { json, type RecordedRequest, type Reply, startServer } from './server.ts'

export type { RecordedRequest } from './server.ts'

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
}

/** One stored upload, opened. */
export interface Received {
  readonly id: string
  readonly at: string
  readonly expiresAt: string
  readonly description: string | null
  readonly fingerprint: string
  readonly wireName: string
  readonly wireType: string
  /** Bytes of ciphertext. */
  readonly size: number
  /** Of the ciphertext. */
  readonly sha256: string
  /** The first 64 bytes of ciphertext, hex. */
  readonly head: string
  readonly openedWithA: Opened
  readonly openedWithB: Opened
  readonly verification: Verification
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
  /** Of the keys that are valid now. */
  readonly fingerprint: string
  readonly switches: DidwwSwitches
  received(): readonly Received[]
  /** What key A opens one upload to. Throws where it does not, or where there is no such upload. */
  plaintext(id: string): Buffer
  requests(): readonly RecordedRequest[]
  rotateKeys(): Promise<void>
  flip(switches: Partial<DidwwSwitches>): void
  reset(): void
  close(): Promise<void>
}

interface Upload {
  readonly id: string
  readonly at: number
  readonly expiresAt: number
  readonly description: string | null
  readonly wireName: string
  readonly wireType: string
  readonly body: Buffer
  readonly keys: KeySet
  received?: Received
}

const NEWEST_LEGACY = '2022-05-10'
const FILES = '/v3/encrypted_files'
const KEYS = '/v3/public_keys'
const DAY_MS = 86_400_000

/**
 * DIDWW's API v3 as far as encrypted files go, version 2026-04-16, on this machine. It opens what it gets, after it
 * has answered: the real one does not look inside before a person verifies the document.
 */
export const startDidww = async (options: DidwwOptions = {}): Promise<DidwwSandbox> => {
  const { modulusLength = 4096, apiKey = `demo-${randomBytes(16).toString('hex')}` } = options
  let keys = await generateKeySet(modulusLength)
  const uploads = new Map<string, Upload>()
  const gone = new Set<string>()

  const rotateKeys = async (): Promise<void> => {
    keys = await generateKeySet(modulusLength)
    server.announce('rotated', () => ({ fingerprint: keys.fingerprint }))
  }
  const received = (): readonly Received[] => [...uploads.values()].map(receivedFrom)

  const answer = async (request: RecordedRequest): Promise<Reply> => {
    const { method, headers } = request
    const { pathname } = new URL(request.path, 'http://sandbox')
    if (method === 'GET' && pathname === KEYS) return publicKeys(keys, server.switches)
    if (headers['api-key'] !== apiKey) return fault(401, 'Unauthorized', 'Authorization failed')
    if (pathname === FILES && method === 'POST') return accept(request)
    const id = pathname.startsWith(`${FILES}/`) ? pathname.slice(FILES.length + 1) : ''
    const upload = uploads.get(id)
    if (upload && !gone.has(id) && upload.expiresAt > Date.now()) {
      if (method === 'GET') return json(200, envelope(upload, server.switches), VND)
      if (method === 'DELETE') {
        gone.add(id)
        return { status: 204 }
      }
    }
    const words = `The record identified by ${id || pathname} could not be found`
    return fault(404, 'Record not found', words)
  }

  const accept = async ({ headers, body }: RecordedRequest): Promise<Reply> => {
    if (server.switches.rotateBeforeNextUpload) {
      server.flip({ rotateBeforeNextUpload: false })
      await rotateKeys()
    }
    const { sizeLimit, tooLarge, legacy, contentType, lifetimeMs } = server.switches
    const version = String(headers['x-didww-api-version'] ?? '')
    const isLegacy = legacy || version === '' || version <= NEWEST_LEGACY
    const refuse = isLegacy ? legacyRefusal : refusal

    const form = readForm(await readMultipart(body, headers['content-type']), isLegacy)
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
      : json(201, envelope(first, server.switches), contentType)
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
      },
      kind: (method, path) =>
        method === 'POST' && path === FILES ? 'upload' : path === KEYS ? 'keys' : 'other',
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
    requests: server.requests,
    rotateKeys,
    flip: server.flip,
    reset: server.reset,
    close: server.close,
  }
}

/** Opened when somebody asks, once. */
const receivedFrom = (upload: Upload): Received => {
  if (upload.received) return upload.received
  const { id, at, expiresAt, description, wireName, wireType, body, keys } = upload
  const openedWithA = describeOpened(body, keys, 'a')
  const openedWithB = describeOpened(body, keys, 'b')
  upload.received = {
    id,
    at: new Date(at).toISOString(),
    expiresAt: new Date(expiresAt).toISOString(),
    description,
    fingerprint: keys.fingerprint,
    wireName,
    wireType,
    size: body.length,
    sha256: sha256(body),
    head: body.subarray(0, 64).toString('hex'),
    openedWithA,
    openedWithB,
    verification: verify(openedWithA, openedWithB),
  }
  return upload.received
}
