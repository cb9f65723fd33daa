import type { FaultDetails, FaultSwitches } from './faults.ts'

export interface Reply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

export const json = (status: number, value: unknown, type = 'application/json'): Reply => ({
  status,
  headers: { 'Content-Type': type },
  body: JSON.stringify(value),
})

/** What a provider tells browsers. */
export interface CorsHeaders {
  readonly methods: string
  readonly allowHeaders: string
  readonly exposeHeaders: string
  /** What real answers were seen to carry. */
  readonly recorded: Readonly<Record<string, string>>
  /** Paths that carry no CORS headers now, whatever the switch says. */
  isClosed?(path: string): boolean
}

export const corsHeaders = (
  cors: CorsHeaders,
  mode: FaultSwitches['cors'],
): Readonly<Record<string, string>> =>
  mode === 'off'
    ? {}
    : mode === 'recorded'
      ? cors.recorded
      : {
          'Access-Control-Allow-Origin': '*',
          'Access-Control-Allow-Methods': cors.methods,
          'Access-Control-Allow-Headers': cors.allowHeaders,
          'Access-Control-Expose-Headers': cors.exposeHeaders,
          // A browser that remembers what was allowed does not notice when it is no longer.
          'Access-Control-Max-Age': '0',
        }

/** The answer as its bytes travel. */
export const wireOf = ({ status, headers, body = '' }: Reply, cors: Reply['headers']): Buffer => {
  const lines = Object.entries({ ...cors, ...headers, 'Content-Length': Buffer.byteLength(body) })
  const head = [`HTTP/1.1 ${status} Answer`, ...lines.map(([name, value]) => `${name}: ${value}`)]
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), Buffer.from(body)])
}

const page = (words: string): Reply => ({
  status: 200,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: `<!doctype html><title>${words}</title><h1>${words}</h1>`,
})

/** As the machines in front of an API speak: a page for 5xx, one line for the rest. */
export const failure = ({
  code = 500,
  retryAfter,
  body = code >= 500 ? 'html' : 'text',
}: FaultDetails['status']): Reply => {
  const base =
    body === 'html'
      ? page(`${code} Error`)
      : body === 'json'
        ? json(code, { errors: [{ title: `Error ${code}`, code: String(code) }] })
        : body === 'gateway'
          ? json(code, { errors: { base: [`Error ${code}`] } })
          : {
              headers: { 'Content-Type': 'text/plain' },
              body: body === 'text' ? 'Retry later\n' : '',
            }
  return {
    ...base,
    status: code,
    headers: {
      ...base.headers,
      ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
    },
  }
}

export const garbled = (reply: Reply, as: NonNullable<FaultDetails['garble']['as']>): Reply =>
  as === 'html'
    ? { ...page('Welcome'), status: reply.status }
    : as === 'wrong-type'
      ? { ...reply, headers: { ...reply.headers, 'Content-Type': 'text/plain' } }
      : {
          ...reply,
          body: as === 'empty' ? '' : (reply.body ?? '').slice(0, (reply.body?.length ?? 0) / 2),
        }
