import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { readMultipart } from '../multipart.ts'
import { createRecipient } from '../recipient.ts'
import type { ReceivedUpload, Sandbox, StartOptions } from '../sandbox.ts'
import { json, type RecordedRequest, type Reply, startServer } from '../server.ts'
import {
  type DokstampRecord,
  fullFile,
  inUse,
  invalid,
  notFound,
  shortFile,
  tooLarge,
  unauthenticated,
} from './answers.ts'
import { DOKSTAMP_DEFAULTS, type DokstampSwitches, TOKEN_SECONDS } from './switches.ts'
import { createTokens } from './tokens.ts'

/** One stored file. */
export interface ReceivedDokstamp extends ReceivedUpload {
  readonly usedAt: string | null
}

export interface DokstampSandbox extends Sandbox<DokstampSwitches> {
  /** As its url. */
  readonly endpoint: string
  readonly upstream: {
    readonly endpoint: string
    readonly clientId: string
    readonly clientSecret: string
    readonly tenant: string
  }
  readonly clientId: string
  readonly clientSecret: string
  readonly tenant: string
  /** Valid until `expireTokens()`, and again after `reset()`. */
  readonly token: string
  readonly recipient: string
  received(): readonly ReceivedDokstamp[]
  /** What the identity opens one file to, out of its PDF; a PDF with nothing sealed in it is the document itself. */
  plaintext(uuid: string): Promise<Buffer>
  /** A certificate takes the file. */
  use(uuid: string): void
  /** Stores a PDF that another tenant sent; its uuid. */
  foreign(): string
  /** Every token issued so far is over. */
  expireTokens(): void
  issueToken(): string
}

const TOKEN = '/oauth/token'
const FILES = '/files'
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const MARK = Buffer.from('sealdrop.age')

/** `GET /files/{uuid}/download`, for anybody. */
const bytesOf = (record: DokstampRecord | undefined): Reply | undefined =>
  record && { status: 200, headers: { 'Content-Type': 'application/pdf' }, body: record.body }

const isPdf = (bytes: Buffer): boolean =>
  bytes.subarray(0, 5).toString('latin1') === '%PDF-' && bytes.subarray(-1024).includes('%%EOF')

/**
 * DokStamp's API as far as files go (docs.dokstamp.com), on this machine, with its token endpoint. Takes PDFs only, stores equal bytes
 * once for each tenant, and holds the key that opens what is sealed in them.
 */
export const startDokstamp = async (options: StartOptions = {}): Promise<DokstampSandbox> => {
  const client = { clientId: randomUUID(), clientSecret: randomBytes(20).toString('hex') }
  const tenant = 'demo.dokstamp.example'
  const tokens = createTokens(client)
  const token = tokens.issue(TOKEN_SECONDS)
  const { recipient, open } = await createRecipient()
  const records = new Map<string, DokstampRecord>()

  const store = (owner: string, originalName: string, body: Buffer) => {
    const sha256 = createHash('sha256').update(body).digest('hex')
    const known = [...records.values()].find(
      record => record.tenant === owner && record.sha256 === sha256,
    )
    const made = { uuid: randomUUID(), tenant: owner, originalName, body, sha256 }
    const record: DokstampRecord = known ?? { ...made, usedAt: null, fields: {} }
    records.set(record.uuid, record)
    return { record, isNew: known === undefined }
  }

  const accept = async ({ headers, body }: RecordedRequest): Promise<Reply> => {
    const { switches } = server
    const parts = await readMultipart(body, headers['content-type'])
    const files = (parts ?? []).flatMap(({ name, file, bytes }) =>
      name === 'files[]' && file ? [{ name: file.name, bytes }] : [],
    )
    if (files.length === 0) return invalid(switches, { files: ['The files field is required.'] })
    const large = [...files.keys()].filter(
      at => (files[at]?.bytes.length ?? 0) > switches.sizeLimit,
    )
    if (large.length > 0) return tooLarge(switches, large)
    const wrong = [...files.keys()].filter(at => !isPdf(files[at]?.bytes ?? Buffer.alloc(0)))
    if (wrong.length > 0)
      return invalid(
        switches,
        Object.fromEntries(
          wrong.map(at => [`files.${at}`, [`The files.${at} must be a file of type: pdf.`]]),
        ),
      )
    const stored = files.map(({ name, bytes }) => store(tenant, name, bytes))
    const data = stored.map(({ record }) => shortFile(record, switches))
    const status = stored.some(({ isNew }) => isNew) ? 201 : switches.duplicate
    if (switches.forged !== null) return json(status, switches.forged)
    return json(status, { data: switches.order === 'reversed' ? data.reverse() : data })
  }

  const list = (query: URLSearchParams): Reply => {
    const isUnused = query.get('where[used_at]') === 'null'
    const shown = [...records.values()].filter(
      record => record.tenant === tenant && (!isUnused || record.usedAt === null),
    )
    return json(200, { data: shown.map(record => fullFile(record, server.switches)) })
  }

  const change = (record: DokstampRecord, { headers, body }: RecordedRequest): Reply => {
    if (!headers['content-type']?.startsWith('application/json'))
      return invalid(server.switches, { body: ['The body must be JSON.'] })
    record.fields = JSON.parse(body.toString())
    const isShown = server.switches.changes === 'shown'
    return json(200, isShown ? { data: fullFile(record, server.switches) } : { success: true })
  }

  const answer = async (request: RecordedRequest): Promise<Reply> => {
    const { method, headers } = request
    const { switches } = server
    const { pathname, searchParams } = new URL(request.path, 'http://sandbox')
    if (method === 'POST' && pathname === TOKEN)
      return tokens.answer(request, switches.tokenSeconds)
    const [, uuid = '', action] = /^\/files\/([^/]+)(\/download)?$/.exec(pathname) ?? []
    if (method === 'GET' && action) return bytesOf(records.get(uuid)) ?? notFound(switches, uuid)
    if (!tokens.isValid(headers.authorization)) return unauthenticated(switches)
    if (method === 'GET' && pathname === '/auth/me')
      return json(200, { tenant: { domain: tenant } })
    if (headers['x-tenant'] !== tenant)
      return switches.noTenant === 401 ? unauthenticated(switches) : notFound(switches)
    if (pathname === FILES && method === 'POST') return accept(request)
    if (pathname === FILES && method === 'GET') return list(searchParams)
    if (uuid === '' || action) return notFound(switches)
    if (!UUID.test(uuid)) return invalid(switches, { uuid: ['The uuid must be a valid UUID.'] })
    const record = records.get(uuid)
    if (record?.tenant !== tenant) return notFound(switches, uuid)
    if (method === 'GET') return json(200, { data: fullFile(record, switches) })
    if (method === 'PATCH' || method === 'PUT') return change(record, request)
    if (method !== 'DELETE') return notFound(switches)
    if (record.usedAt !== null) return inUse(switches)
    records.delete(uuid)
    return { status: 204 }
  }

  const received = (): readonly ReceivedDokstamp[] =>
    [...records.values()]
      .filter(record => record.tenant === tenant)
      .map(({ uuid, originalName, body, sha256, usedAt }) => ({
        id: uuid,
        wireName: originalName,
        size: body.length,
        sha256,
        usedAt,
      }))
  const recordOf = (uuid: string): DokstampRecord => {
    const record = records.get(uuid)
    if (!record) throw new TypeError(`No file ${uuid}.`)
    return record
  }
  const use = (uuid: string): void => {
    recordOf(uuid).usedAt = new Date().toISOString()
  }

  const server = await startServer<DokstampSwitches>(
    {
      defaults: DOKSTAMP_DEFAULTS,
      kind: (method, path) =>
        path === TOKEN ? 'token' : method === 'POST' && path === FILES ? 'upload' : 'other',
      answer,
      controls: {
        'GET received': received,
        'POST use': asked => use(String((asked as { uuid?: unknown } | undefined)?.uuid)),
        'POST expire': tokens.expire,
      },
      cors: {
        methods: 'GET, POST, PATCH, PUT, DELETE, OPTIONS',
        allowHeaders: 'Accept, Authorization, Content-Type, X-Tenant',
        exposeHeaders: 'Retry-After',
        // Nothing was recorded or documented. This is a server that does not know of X-Tenant.
        recorded: {
          'Access-Control-Allow-Origin': '*',
          'Access-Control-Allow-Methods': 'GET, POST, PATCH, PUT, DELETE, OPTIONS',
          'Access-Control-Allow-Headers': 'Accept, Authorization, Content-Type',
        },
      },
      reset: () => {
        records.clear()
        tokens.issue(TOKEN_SECONDS, token)
      },
    },
    options.port,
  )

  const endpoint = server.url
  const headers = { Authorization: `Bearer ${token}` }
  return {
    url: server.url,
    endpoint,
    options: {},
    direct: { headers, options: { tenant } },
    upstream: { endpoint, ...client, tenant },
    secrets: [token, client.clientId, client.clientSecret],
    wrap: 'pdf',
    about:
      'DokStamp takes PDFs only: encrypted with age, and put into a PDF that says how to open it.',
    ...client,
    tenant,
    token,
    recipient,
    received,
    sealed: uuid => recordOf(uuid).body,
    plaintext: async uuid => {
      const { body } = recordOf(uuid)
      return body.includes(MARK) ? open(body) : body
    },
    use,
    foreign: () =>
      store('other.dokstamp.example', 'other.pdf', Buffer.from('%PDF-1.4\n%%EOF\n')).record.uuid,
    expireTokens: tokens.expire,
    issueToken: () => tokens.issue(server.switches.tokenSeconds),
    requests: server.requests,
    flip: server.flip,
    closeIdleConnections: server.closeIdleConnections,
    reset: server.reset,
    close: server.close,
  }
}
