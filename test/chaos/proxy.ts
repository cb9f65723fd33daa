import {
  Agent,
  request as ask,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { Owners, type Passing } from './owner.ts'
import { type Fault, faultOf, type Plan, type Purpose, purposeOf } from './plan.ts'

/** Every request of the page carries one of its own; when the browser sends it again by itself, it is the same. */
const REQUEST_HEADER = 'x-chaos-request'

const DELAY_MS = 150
/** Bytes; a smaller body carries no file. */
const SMALLEST_FILE = 1500

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export interface Hit {
  /** The file's number. */
  readonly file: string
  readonly purpose: Purpose
  /** Which of the file's requests of this kind it was, from 1. */
  readonly n: number
  readonly fault: Fault
}

export interface ChaosProxy {
  readonly url: string
  /** What was done, in the order of files and requests. */
  hits(): readonly Hit[]
  /** Requests that the browser sent again by itself. */
  readonly resent: number
  /** From now on nothing goes wrong. */
  calm(): void
  close(): Promise<void>
}

/** The one tab that sends, where files go one after the other. */
export interface SendingTab {
  /** Whatever it sends, it sends for this file. */
  readonly file: string | undefined
  kill(): Promise<void>
}

const whole = async (incoming: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** What no answer keeps on its way through a proxy. */
const HOP = ['connection', 'keep-alive', 'transfer-encoding', 'content-length']

const page = Buffer.from('<!doctype html><title>Please wait</title><h1>Please wait</h1>')

/** The body with one byte changed. */
const flipped = (body: Buffer): Buffer => {
  const changed = Buffer.from(body)
  const at = Math.floor(changed.length / 2)
  if (changed.length > 0) changed[at] = (changed[at] ?? 0) ^ 1
  return changed
}

/** The answer as this fault breaks it. */
const broken = (fault: Fault | undefined, answer: Answer): Answer => {
  const { status, headers, body } = answer
  const html = { ...headers, 'content-type': 'text/html' }
  if (fault === '502' || fault === '504')
    return { status: Number(fault), headers: html, body: page }
  if (fault === 'html') return { status: 200, headers: html, body: page }
  if (fault === 'empty') return { status, headers, body: Buffer.alloc(0) }
  if (fault === 'cut-answer')
    return { status, headers, body: body.subarray(0, Math.floor(body.length / 2)) }
  return answer
}

/**
 * A proxy in front of a provider's server that keeps connections alive and the name of the host, which a request may be signed for, and
 * does to each request of a page what the plan says. `upstreamOf`: the server behind it, by a request's path.
 */
export const startProxy = async (
  upstreamOf: (path: string) => string,
  plan: Plan,
  tab?: SendingTab,
): Promise<ChaosProxy> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 })
  const owners = new Owners()
  /** How many requests of each kind each file made. */
  const made = new Map<string, number>()
  /** What was decided for a request of the page. */
  const decided = new Map<string, Fault | undefined>()
  const hits: Hit[] = []
  let isCalm = false
  let resent = 0

  const pass = ({ method, path, headers }: Passing, body: Buffer): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const { connection: _, [REQUEST_HEADER]: __, ...rest } = headers
      const sent = ask(
        new URL(path, upstreamOf(path)),
        { method, agent, headers: { ...rest, 'content-length': body.length } },
        answer => {
          whole(answer).then(
            got =>
              resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: got }),
            reject,
          )
        },
      )
      sent.on('error', reject)
      sent.end(body)
    })

  /** Passes on half of the body, then hangs up. */
  const passHalf = (passing: Passing): Promise<void> =>
    new Promise(resolve => {
      const { method, path, headers, body } = passing
      const { connection: _, [REQUEST_HEADER]: __, ...rest } = headers
      const sent = ask(new URL(path, upstreamOf(path)), {
        method,
        headers: { ...rest, 'content-length': body.length },
      })
      sent.on('error', () => resolve())
      sent.write(body.subarray(0, Math.floor(body.length / 2)), () => sent.destroy())
      sent.on('close', resolve)
    })

  /** What this request's fault is; the same when the browser repeats it. */
  const decide = (passing: Passing): { owner: string | undefined; fault: Fault | undefined } => {
    const owner = tab ? tab.file : owners.of(passing)
    const id = passing.headers[REQUEST_HEADER]
    // A relay's own, to a bucket that the page writes into by itself.
    if (typeof id !== 'string') return { owner, fault: undefined }
    if (decided.has(id)) {
      resent++
      return { owner, fault: decided.get(id) }
    }
    if (owner === undefined || isCalm) return { owner, fault: undefined }
    const purpose = purposeOf(passing.method)
    const sequence = `${owner} ${purpose}`
    const n = (made.get(sequence) ?? 0) + 1
    made.set(sequence, n)
    const fault = faultOf(plan, owner, purpose, n)
    if (fault) hits.push({ file: owner, purpose, n, fault })
    decided.set(id, fault)
    return { owner, fault }
  }

  const serve = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url = '/', headers } = incoming
    const origin = headers.origin ?? '*'
    if (method === 'OPTIONS' && headers['access-control-request-method'] !== undefined) {
      response.writeHead(204, {
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Allow-Methods': headers['access-control-request-method'],
        'Access-Control-Allow-Headers': headers['access-control-request-headers'] ?? '',
        'Access-Control-Max-Age': '600',
      })
      return void response.end()
    }
    // The body is small, and says whose it is.
    const body = await whole(incoming)
    const passing = { method, path: url, headers, body }
    const { owner, fault } = decide(passing)
    const hangUp = (): void => void incoming.socket.destroy()
    if (fault === 'cut-body' && body.length > 0) await passHalf(passing)
    if (fault === 'kill') await tab?.kill()
    if (fault === 'refuse' || fault === 'cut-body' || fault === 'kill') return hangUp()
    if (fault === 'stall-body') return
    if (fault === '503' || fault === '429') {
      response.writeHead(Number(fault), {
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Expose-Headers': 'Retry-After',
        'Retry-After': '0',
      })
      return void response.end()
    }
    if (fault === 'delay') await delay(DELAY_MS)
    if (fault === 'repeat') await pass(passing, body)
    const got = await pass(
      passing,
      fault === 'corrupt' && body.length > SMALLEST_FILE ? flipped(body) : body,
    )
    if (owner !== undefined)
      owners.learn(passing, owner, { location: got.headers.location, body: got.body.toString() })
    if (fault === 'kill-after') await tab?.kill()
    if (fault === 'drop-answer' || fault === 'kill-after') return hangUp()
    if (fault === 'stall-answer') return
    const answer = broken(fault, got)
    // A relay asks with HEAD how long an object is.
    const hop = method === 'HEAD' ? HOP.filter(name => name !== 'content-length') : HOP
    for (const [name, value] of Object.entries(answer.headers))
      if (value !== undefined && !hop.includes(name)) response.setHeader(name, value)
    const { location } = answer.headers
    // The server names its own address, which the page does not know.
    const upstream = upstreamOf(url)
    if (location?.startsWith(upstream))
      response.setHeader('Location', location.replace(upstream, address()))
    response.writeHead(answer.status).end(answer.body)
  }

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch(() => incoming.socket.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: address(),
    hits: () => hits.toSorted((a, b) => a.file.localeCompare(b.file) || a.n - b.n),
    get resent() {
      return resent
    },
    calm() {
      isCalm = true
    },
    close: () =>
      new Promise(resolve => {
        agent.destroy()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
