import { createHash, randomUUID } from 'node:crypto'
import { type FaultSwitches, NO_FAULTS } from '../faults.ts'
import { readMultipart } from '../multipart.ts'
import { createRecipient } from '../recipient.ts'
import type { ReceivedUpload, Sandbox, StartOptions } from '../sandbox.ts'
import { json, type RecordedRequest, type Reply, startServer } from '../server.ts'
import { FirstAnswers } from './first-answers.ts'

export interface HttpSwitches extends FaultSwitches {
  /** What a second upload with the same `Idempotency-Key` is: answered as the first one, or stored like any other. */
  readonly keys: 'honoured' | 'ignored'
}

export interface HttpSandbox extends Sandbox<HttpSwitches> {
  /** `<url>/files` */
  readonly endpoint: string
  readonly upstream: {
    readonly endpoint: string
    readonly headers: { readonly Authorization: string }
    readonly reference: { readonly json: string }
  }
  readonly token: string
  readonly recipient: string
  /** What the identity opens one upload to, out of its PDF wrapper where it has one. Rejects where it does not. */
  plaintext(id: string): Promise<Buffer>
}

const FILES = '/files'
const sha256 = (bytes: Buffer, encoding: 'hex' | 'base64'): string =>
  createHash('sha256').update(bytes).digest(encoding)

/**
 * A plain file store: multipart POST or raw PUT to `/files`, GET of what was stored at its `Location`, a bearer token, digests compared
 * where they are sent, uploads with one `Idempotency-Key` stored once.
 */
export const startHttp = async (options: StartOptions = {}): Promise<HttpSandbox> => {
  const token = `demo-${randomUUID()}`
  const { recipient, open } = await createRecipient()
  const stored = new Map<string, { readonly wireName: string; readonly body: Buffer }>()

  const store = (wireName: string, body: Buffer): Reply => {
    const id = randomUUID()
    stored.set(id, { wireName, body })
    const reply = json(201, { data: { id } })
    return { ...reply, headers: { ...reply.headers, Location: `${FILES}/${id}`, 'X-File-Id': id } }
  }

  const firstAnswers = new FirstAnswers()

  const upload = async ({ method, headers, body }: RecordedRequest): Promise<Reply> => {
    if (method === 'PUT') {
      const digest = headers['content-digest']
      return digest !== undefined && digest !== `sha-256=:${sha256(body, 'base64')}:`
        ? json(400, { code: 'digest', message: 'Content-Digest does not match' })
        : store('', body)
    }
    const parts = await readMultipart(body, headers['content-type'])
    const file = parts?.find(part => part.file)
    if (!file?.file) return json(422, { code: 'blank', message: 'No file' })
    const claimed = parts?.find(({ name }) => name === 'sha256')?.bytes.toString()
    if (claimed !== undefined && claimed !== sha256(file.bytes, 'hex'))
      return json(400, { code: 'digest', message: 'sha256 does not match' })
    return store(file.file.name, file.bytes)
  }

  const download = (method: string, id: string): Reply => {
    const upload = stored.get(id)
    if (!upload) return json(404, { error: 'Not found' })
    if (method !== 'GET') return json(405, { error: 'Method not allowed' })
    return {
      status: 200,
      headers: { 'Content-Type': 'application/octet-stream' },
      body: upload.body,
    }
  }

  const answer = async (request: RecordedRequest): Promise<Reply> => {
    const { method, path, headers } = request
    const { pathname } = new URL(path, 'http://sandbox')
    const isBelow = pathname.startsWith(`${FILES}/`)
    if (!isBelow && pathname !== FILES) return json(404, { error: 'Not found' })
    if (headers.authorization !== `Bearer ${token}`)
      return json(401, { code: 'no_token', message: 'The token is missing or wrong' })
    if (isBelow) return download(method, pathname.slice(FILES.length + 1))
    if (method !== 'POST' && method !== 'PUT') return json(405, { error: 'Method not allowed' })
    const key = headers['idempotency-key']
    if (typeof key !== 'string' || server.switches.keys === 'ignored') return upload(request)
    return firstAnswers.once(key, () => upload(request))
  }

  const sealed = (id: string): Buffer => {
    const upload = stored.get(id)
    if (!upload) throw new Error(`No upload ${id}.`)
    return upload.body
  }

  const received = (): readonly ReceivedUpload[] =>
    [...stored].map(([id, { wireName, body }]) => ({
      id,
      wireName,
      size: body.length,
      sha256: sha256(body, 'hex'),
    }))

  const server = await startServer<HttpSwitches>(
    {
      defaults: { ...NO_FAULTS, keys: 'honoured' },
      kind: method => (method === 'POST' || method === 'PUT' ? 'upload' : 'other'),
      answer,
      controls: { 'GET received': received },
      cors: {
        methods: 'POST, PUT, OPTIONS',
        allowHeaders: 'Authorization, Content-Digest, Content-Type, Idempotency-Key',
        exposeHeaders: 'Location, Retry-After, X-File-Id',
        recorded: {},
      },
      reset: () => {
        stored.clear()
        firstAnswers.clear()
      },
    },
    options.port,
  )

  const endpoint = `${server.url}${FILES}`
  const headers = { Authorization: `Bearer ${token}` }
  const reference = { json: 'data.id' }
  return {
    url: server.url,
    endpoint,
    options: { reference },
    direct: { headers, options: {} },
    upstream: { endpoint, headers, reference },
    secrets: [token],
    about:
      'Encrypted with age. Any server that takes a form’s upload will do; this one keeps what it gets.',
    token,
    recipient,
    received,
    sealed,
    plaintext: async id => open(sealed(id)),
    requests: server.requests,
    flip: server.flip,
    closeIdleConnections: server.closeIdleConnections,
    reset: server.reset,
    close: server.close,
  }
}
