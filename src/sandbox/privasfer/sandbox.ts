import { randomUUID } from 'node:crypto'
import { NO_FAULTS } from '../faults.ts'
import { readMultipart } from '../multipart.ts'
import { createRecipient } from '../recipient.ts'
import type { ReceivedUpload, StartOptions } from '../sandbox.ts'
import { json, type RecordedRequest, type Reply, startServer } from '../server.ts'
import {
  fileObject,
  invalid,
  login,
  notFound,
  type PrivasferRecord,
  serverError,
  sha256,
  tooLarge,
  tooMany,
  unauthenticated,
} from './answers.ts'
import { createKeys } from './keys.ts'
import { createLetters, includeOf, listed } from './letters.ts'
import type { PrivasferSandbox, PrivasferSwitches } from './surface.ts'

export type * from './surface.ts'

const WINDOW_MS = 60_000
const UPLOAD = 'POST /api/files'
const FILES = {
  sort: {
    filename_original: 'filename',
    size: 'size',
    encrypted_size: 'encrypted_size',
    created_at: 'created_at',
  },
  search: 'full_filename',
}
const AGE = Buffer.from('age-encryption.org/v1')
const WRAPPED = Buffer.from('sealdrop.age')

const readJson = ({ headers, body }: RecordedRequest): Readonly<Record<string, unknown>> => {
  if (!headers['content-type']?.startsWith('application/json')) return {}
  const value: unknown = JSON.parse(body.toString())
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

/**
 * Privasfer's API on this machine, as privasfer.com/docs/api has it. What is inferred only, as the whole upload is, can be switched. It holds
 * the key that opens what is sealed.
 */
export const startPrivasfer = async (options: StartOptions = {}): Promise<PrivasferSandbox> => {
  const token = `demo-${randomUUID()}`
  const pin = '4711'
  const { recipient, open } = await createRecipient()
  const records = new Map<string, PrivasferRecord>()
  let ahead = 0
  const now = (): number => Date.now() + ahead
  const keys = createKeys(pin, now)
  let isRevoked = false
  const letters = createLetters(now)
  let window = { from: 0, requests: 0 }

  const store = (wireName: string, body: Buffer, trashed = false): PrivasferRecord => {
    const id = randomUUID()
    const record = { id, wireName, body, fields: {}, createdAt: now(), trashed }
    records.set(id, record)
    return record
  }
  const shown = (record: PrivasferRecord, include?: readonly string[]) =>
    fileObject(record, server.switches.extensions, include)
  const one = (status: number, value: unknown): Reply =>
    json(status, server.switches.envelope === 'data' ? { data: value } : value)

  const accept = async ({ headers, body }: RecordedRequest): Promise<Reply> => {
    const { field, refusal, created, invalid: status } = server.switches
    if (refusal) return invalid(status, refusal)
    const parts = await readMultipart(body, headers['content-type'])
    const part = parts?.find(({ name, file }) => name === field && file)
    if (!part?.file) return invalid(status, { [field]: [`The ${field} field is required.`] })
    return one(created, shown(store(part.file.name, part.bytes)))
  }
  const list = (query: URLSearchParams): Reply => {
    const files = [...records.values()].map(record => shown(record, includeOf(query)))
    return json(200, { data: listed(files, query, FILES) })
  }
  const download = (request: RecordedRequest): Reply => {
    const { files } = readJson(request)
    const { invalid: status } = server.switches
    if (!Array.isArray(files) || files.length === 0)
      return invalid(status, { files: ['The files field is required.'] })
    const known = files.flatMap(id => records.get(String(id)) ?? [])
    if (known.length < files.length)
      return invalid(status, { 'files.0': ['The selected files.0 is invalid.'] })
    return keys.createDownload(known.map(record => shown(record) as { id: unknown }))
  }
  const file = (method: string, id: string, request: RecordedRequest, query: URLSearchParams) => {
    const record = records.get(id)
    if (!record) return notFound()
    if (method === 'GET') return one(200, shown(record, includeOf(query)))
    if (method === 'PATCH') {
      record.fields = readJson(request)
      return server.switches.patched === 'shown' ? one(200, shown(record)) : json(200, {})
    }
    if (method !== 'DELETE') return notFound()
    record.trashed = true
    return server.switches.removed === 204 ? { status: 204 } : json(200, { message: 'Deleted.' })
  }

  const work = async (request: RecordedRequest): Promise<Reply> => {
    const { method, path, headers, body } = request
    const { pathname, searchParams: query } = new URL(path, 'http://sandbox')
    if (pathname === '/login') return login()
    if (server.switches.serverError) return serverError()
    if (body.length > server.switches.sizeLimit) return tooLarge()
    if (!headers.accept?.includes('application/json'))
      return { status: 302, headers: { Location: `${server.url}/login` } }
    if (isRevoked || headers.authorization !== `Bearer ${token}`) return unauthenticated()
    const [, kind, id] = /^\/api\/(\w+)(?:\/([^/]+))?$/.exec(pathname) ?? []
    if (kind === 'files' && id !== undefined) return file(method, id, request, query)
    if (kind === 'inbox' && id !== undefined) return letters.message(id, query)
    if (kind === 'keys' && id !== undefined && method === 'DELETE') return keys.removeKey(id)
    switch (`${method} ${pathname}`) {
      case 'GET /api/files':
        return list(query)
      case UPLOAD:
        return accept(request)
      case 'POST /api/downloads':
        return download(request)
      case 'POST /api/keys':
        return keys.createKey(readJson(request).pin, server.switches.invalid)
      case 'GET /api/inbox':
        return letters.inbox(query)
      case 'GET /api/mails':
        return letters.mails(query)
      case 'POST /api/mails':
        return letters.send(readJson(request))
      default:
        return notFound()
    }
  }

  /** Counts down in windows of a minute, and says so on every answer. */
  const answer = async (request: RecordedRequest): Promise<Reply> => {
    const { perMinute, saysWhen, tooMany: form, exposed, ticket } = server.switches
    if (now() >= window.from + WINDOW_MS) window = { from: now(), requests: 0 }
    window.requests++
    const isOver = window.requests > perMinute
    const reply = isOver ? tooMany(form) : await work(request)
    const seconds = Math.max(0, Math.ceil((window.from + WINDOW_MS - now()) / 1000))
    return {
      ...reply,
      headers: {
        // As in the documented sample: a list may stay in a cache for eight hours.
        'Cache-Control': 'public, max-age=28800',
        Vary: 'Authorization',
        'X-Robots-Tag': 'none',
        'X-RateLimit-Limit': String(perMinute),
        'X-RateLimit-Remaining': String(Math.max(0, perMinute - window.requests)),
        ...(isOver &&
          saysWhen && {
            'Retry-After': String(seconds),
            'X-RateLimit-Reset': String(Math.ceil(Date.now() / 1000) + seconds),
          }),
        ...(ticket && { 'SealDrop-Ticket': ticket }),
        ...(!exposed && { 'Access-Control-Expose-Headers': '' }),
        ...reply.headers,
      },
    }
  }

  const received = (): readonly ReceivedUpload[] =>
    [...records.values()]
      .filter(({ trashed }) => !trashed)
      .map(({ id, wireName, body }) => ({ id, wireName, size: body.length, sha256: sha256(body) }))
  const sealed = (id: string): Buffer => {
    const record = records.get(id)
    if (!record) throw new Error(`No upload ${id}.`)
    return record.body
  }

  const server = await startServer<PrivasferSwitches>(
    {
      defaults: {
        ...NO_FAULTS,
        created: 201,
        field: 'file',
        envelope: 'data',
        extensions: 'kept',
        invalid: 422,
        refusal: false,
        serverError: false,
        sizeLimit: 104_857_600,
        perMinute: 300,
        saysWhen: true,
        tooMany: 'json',
        exposed: true,
        ticket: false,
        patched: 'shown',
        removed: 204,
      },
      kind: (method, path) =>
        `${method} ${path}` === UPLOAD
          ? 'upload'
          : `${method} ${path}` === 'GET /api/files'
            ? 'list'
            : 'other',
      answer,
      controls: { 'GET received': received },
      cors: {
        methods: 'GET, POST, PATCH, DELETE, OPTIONS',
        allowHeaders: 'Accept, Authorization, Content-Type, SealDrop-Ticket',
        exposeHeaders:
          'Retry-After, SealDrop-Ticket, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset',
        // All that the documented sample has: no preflight is allowed a header by it.
        recorded: { 'Access-Control-Allow-Origin': '*' },
      },
      reset: () => {
        records.clear()
        keys.clear()
        isRevoked = false
        ahead = 0
        letters.clear()
        window = { from: 0, requests: 0 }
      },
    },
    options.port,
  )

  const endpoint = `${server.url}/api`
  const headers = { Authorization: `Bearer ${token}` }
  return {
    url: server.url,
    endpoint,
    options: {},
    direct: { headers, options: {} },
    upstream: { endpoint, token },
    secrets: [token],
    about:
      'Encrypted with age before Privasfer encrypts it once more, with a key of its own. A lost answer is looked up before anything is sent again.',
    token,
    pin,
    recipient,
    received,
    sealed,
    plaintext: async id => {
      const body = sealed(id)
      return body.subarray(0, AGE.length).equals(AGE) || body.includes(WRAPPED) ? open(body) : body
    },
    put: (wireName, size, isTrashed) => store(wireName, Buffer.alloc(size), isTrashed).id,
    inbox: letters.ids,
    sent: letters.sent,
    fetchDownload: keys.fetchDownload,
    revoke: () => {
      isRevoked = true
    },
    advance: ms => {
      ahead += ms
    },
    requests: server.requests,
    flip: server.flip,
    closeIdleConnections: server.closeIdleConnections,
    reset: server.reset,
    close: server.close,
  }
}
