import { createHash, randomUUID } from 'node:crypto'
import { NO_FAULTS } from '../faults.ts'
import { createRecipient } from '../recipient.ts'
import type { ReceivedUpload, Sandbox, StartOptions } from '../sandbox.ts'
import { type RecordedRequest, startServer } from '../server.ts'
import { createTusAnswers, FILES, type TusSwitches } from './answers.ts'
import { isComplete, TusUploads } from './uploads.ts'

export interface TusSandboxOptions extends StartOptions {
  /** What `reset` goes back to (`spec`). */
  readonly personality?: TusSwitches['personality']
}

/** One upload, complete or not. */
export interface ReceivedTus extends ReceivedUpload {
  /** Its URL. */
  readonly id: string
  readonly complete: boolean
  /** As it came. */
  readonly metadata: string
}

export interface TusSandbox extends Sandbox<TusSwitches> {
  /** `<url>/files/` */
  readonly endpoint: string
  readonly upstream: {
    readonly endpoint: string
    readonly headers: { readonly Authorization: string }
  }
  readonly token: string
  readonly recipient: string
  /** Complete uploads. */
  received(): readonly ReceivedTus[]
  /** Uploads that are not complete. */
  unfinished(): readonly ReceivedTus[]
  /** What the identity opens one upload to, out of its PDF wrapper where it has one. Rejects where it does not. */
  plaintext(url: string): Promise<Buffer>
  /** Drops every upload, as if it had expired. */
  drop(status: 404 | 410): void
}

const defaults: TusSwitches = {
  ...NO_FAULTS,
  personality: 'spec',
  place: 'absolute',
  checksums: ['sha1', 'sha256'],
  termination: true,
  maxSize: 0,
  expiresSeconds: 0,
  keepsParts: true,
  accepts: 'all',
  corrupts: false,
  offset: 'true',
  lengthens: 0,
  version: '1.0.0',
  exposes: true,
}

const KINDS: Readonly<Record<string, string>> = {
  POST: 'creation',
  PATCH: 'upload',
  HEAD: 'head',
  DELETE: 'termination',
  OPTIONS: 'options',
}

const HEADERS =
  'Tus-Resumable, Upload-Length, Upload-Defer-Length, Upload-Metadata, Upload-Offset, Upload-Concat'

/** What @tus/server 2.4.5 allows and exposes unless it is told otherwise. */
const NODE_HEADERS =
  'Authorization, Content-Type, Location, Tus-Extension, Tus-Max-Size, Tus-Resumable, Tus-Version, Upload-Concat, Upload-Defer-Length, Upload-Length, Upload-Metadata, Upload-Offset, X-HTTP-Method-Override, X-Requested-With, X-Forwarded-Host, X-Forwarded-Proto, Forwarded'

/** A tus 1.0.0 server with all extensions, or one that behaves as @tus/server does; behind a bearer token. */
export const startTus = async (options: TusSandboxOptions = {}): Promise<TusSandbox> => {
  const token = `demo-${randomUUID()}`
  const { recipient, open } = await createRecipient()
  const uploads = new TusUploads()
  const answer = createTusAnswers(
    uploads,
    () => server.switches,
    () => server.url,
    () => server.flip({ corrupts: false }),
  )
  const answerWhoMay = async (request: RecordedRequest) =>
    request.headers.authorization === `Bearer ${token}` ? answer(request) : { status: 401 }

  const sealed = (url: string): Buffer => {
    const upload = uploads.find(url.slice(url.lastIndexOf('/') + 1))
    if (typeof upload !== 'object') throw new Error(`No upload ${url}.`)
    return upload.body
  }
  const seen = (wanted: boolean): readonly ReceivedTus[] =>
    uploads.all
      .filter(upload => isComplete(upload) === wanted)
      .map(({ id, body, metadata = '' }) => ({
        id: `${server.url}${FILES}${id}`,
        wireName: '',
        metadata,
        complete: wanted,
        size: body.length,
        sha256: createHash('sha256').update(body).digest('hex'),
      }))

  const server = await startServer<TusSwitches>(
    {
      defaults: { ...defaults, personality: options.personality ?? 'spec' },
      kind: method => KINDS[method] ?? 'other',
      answer: answerWhoMay,
      async cut(request) {
        if (request.method === 'PATCH' && server.switches.keepsParts) await answerWhoMay(request)
      },
      controls: { 'GET received': () => seen(true), 'GET unfinished': () => seen(false) },
      cors: {
        methods: 'POST, HEAD, PATCH, DELETE, OPTIONS',
        allowHeaders: `Authorization, Content-Type, Upload-Checksum, X-HTTP-Method-Override, ${HEADERS}`,
        exposeHeaders: `Location, Retry-After, Tus-Version, Tus-Extension, Tus-Max-Size, Tus-Checksum-Algorithm, Upload-Expires, ${HEADERS}`,
        recorded: {
          'Access-Control-Allow-Origin': '*',
          'Access-Control-Allow-Methods': 'POST, HEAD, PATCH, OPTIONS, DELETE',
          'Access-Control-Allow-Headers': NODE_HEADERS,
          'Access-Control-Expose-Headers': NODE_HEADERS,
          'Access-Control-Max-Age': '0',
        },
      },
      reset: () => uploads.clear(),
    },
    options.port,
  )

  const endpoint = `${server.url}${FILES}`
  const headers = { Authorization: `Bearer ${token}` }
  return {
    url: server.url,
    endpoint,
    options: {},
    direct: { headers, options: {} },
    upstream: { endpoint, headers },
    secrets: [token],
    about: 'Encrypted with age. What was cut goes on where it stopped, with the same bytes.',
    token,
    recipient,
    received: () => seen(true),
    unfinished: () => seen(false),
    sealed,
    plaintext: async url => open(sealed(url)),
    drop: status => {
      for (const { id } of uploads.all) uploads.remove(id, status)
    },
    requests: server.requests,
    flip: server.flip,
    closeIdleConnections: server.closeIdleConnections,
    reset: server.reset,
    close: server.close,
  }
}
