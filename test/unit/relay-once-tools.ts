import type { ServerResponse } from 'node:http'
import type { RelayOptions } from '../../src/relay/index.ts'
import { relayFor, type Seen, type TestRelay, upstreamsAt } from './relay-tools.ts'
import { upstreamOf } from './relay-upstream-tools.ts'

export type Kind = 'didww' | 'privasfer' | 'post' | 'put' | 'tus' | 'register' | 'submit'
export const kinds: readonly Kind[] = [
  'didww',
  'privasfer',
  'post',
  'put',
  'tus',
  'register',
  'submit',
]

export const KEY = '"7c9e6679-7425-40de-944b-e07fc1f90ae7"'
export const NAME = 'b1946ac9-2d5f-4d3a-9c1e-0123456789ab.age'

/** What such a request finds and does at a provider. */
interface Server {
  readonly url: string
  readonly seen: readonly Seen[]
  /** Those that store something, in the order they came. */
  stored(): readonly Seen[]
  /** The next of them is stored, unless that is false, and then this happens in place of the answer. */
  instead(fault: (response: ServerResponse) => void, isStored?: boolean): void
}

const JSON_TYPE = { 'Content-Type': 'application/json' }

/** All providers at one origin. Connections stay alive, as at real servers. */
export const startProviders = async (): Promise<Server> => {
  const stored: Seen[] = []
  let fault: ((response: ServerResponse) => void) | undefined
  let isStored = true
  const found = (path: string): unknown => {
    if (path.startsWith('/api/files?'))
      return { data: stored.map((_, index) => ({ id: `f-${index + 1}`, full_filename: NAME })) }
    if (/transfer-sessions\/[\w-]+$/.test(path))
      return { data: { files: stored.map(() => ({ id: 'f-1', fileName: NAME, state: 'NEW' })) } }
    if (/transfers\/[\w-]+$/.test(path) && stored.length > 0) return { data: { status: {} } }
    return undefined
  }
  const { url, seen } = await upstreamOf((request, response) => {
    const { method, url: path = '' } = request
    if (path.endsWith('/verification/token'))
      return response.writeHead(200, JSON_TYPE).end('{"data":{"token":"sender-token"}}')
    if (method === 'DELETE') return response.writeHead(204).end()
    if (method === 'GET') {
      const json = found(path)
      return response.writeHead(json ? 200 : 404, JSON_TYPE).end(JSON.stringify(json ?? {}))
    }
    if (path.endsWith('/transfer-sessions'))
      return response.writeHead(201, { Location: `${path}/s-1` }).end()
    const last = seen.at(-1)
    if (last && isStored) stored.push(last)
    isStored = true
    const id = `f-${stored.length}`
    const happens = fault
    fault = undefined
    if (happens) return happens(response)
    const answer = { id, data: { id, fileId: id }, said: 'upstream-secret' }
    const Location = path.startsWith('/tus') ? `/tus/${id}` : `/elsewhere/${id}`
    response.writeHead(201, { ...JSON_TYPE, Location }).end(JSON.stringify(answer))
  })
  return {
    url,
    seen,
    stored: () => stored,
    instead(next, isNextStored = true) {
      fault = next
      isStored = isNextStored
    },
  }
}

/** A relay to all of them. */
export const relayToAll = (url: string, more: Partial<RelayOptions> = {}): TestRelay =>
  relayFor({
    providers: {
      ...upstreamsAt(url),
      tus: { endpoint: `${url}/tus` },
      http: { endpoint: `${url}/files`, headers: { 'X-Key': 'upstream-secret' } },
    },
    ...more,
  })

export interface Sending {
  readonly as?: string
  readonly key?: string | undefined
  /** Of a Cryptshare session, as the relay gave it. */
  readonly session?: string
}

export const openSession = async (relay: TestRelay, as = 'ada'): Promise<string> => {
  const answer = await relay.visit('POST', '/cryptshare/users/me/transfer-sessions', {
    as,
    headers: JSON_TYPE,
    body: '{}',
  })
  return (answer.headers.get('location') ?? '').replace('/relay', '')
}

/** Sends the parcel, as a page would. */
export const sendAs = async (
  relay: TestRelay,
  kind: Kind,
  { as = 'ada', key, session = '' }: Sending = {},
): Promise<Response> => {
  const headers = key === undefined ? {} : { 'Idempotency-Key': key }
  const ask = (method: string, path: string, body?: string, more = {}) =>
    relay.visit(method, path, {
      as,
      headers: { ...headers, ...more },
      ...(body !== undefined && { body }),
    })
  switch (kind) {
    case 'didww':
      return relay.post('/didww/encrypted_files', { as, headers })
    case 'privasfer':
      return relay.post('/privasfer/files', { as, headers })
    case 'post':
      return relay.post('/http', { as, headers })
    case 'put':
      return ask('PUT', '/http', 'sealed', { 'Idempotency-Key': key ?? KEY })
    case 'tus':
      return ask('POST', '/tus', undefined, {
        'Tus-Resumable': '1.0.0',
        'Upload-Length': '6',
        'Upload-Metadata': `filename ${btoa(NAME)}`,
      })
    case 'register':
      return ask('POST', `${session}/files`, JSON.stringify({ fileName: NAME, size: 6 }), JSON_TYPE)
    case 'submit':
      return ask('POST', session)
  }
}

/** What a visitor reads of an answer. */
export interface Reading {
  readonly status: number
  readonly location: string | null
  readonly text: string
}

export const readingOf = async (answer: Response): Promise<Reading> => ({
  status: answer.status,
  location: answer.headers.get('location'),
  text: await answer.text(),
})
