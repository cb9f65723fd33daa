import type { Agent } from 'node:http'
import { type Answered, ask } from './ask.ts'
import { digestOf, sha256Of } from './content.ts'
import type { Pace } from './pace.ts'
import type { Setup } from './plan.ts'

export interface Upload {
  /** Of the relay. */
  readonly origin: string
  /** Another one for each. */
  readonly name: string
  readonly bytes: number
  readonly pace: Pace | undefined
  readonly agent: Agent | undefined
}

/** Stored when it took that long; else what was heard instead. */
export type Outcome = { readonly ms: number } | { readonly failure: string }

/** As the transport's default. */
const CHUNK_BYTES = 8 * 1024 * 1024
const TUS = { 'Tus-Resumable': '1.0.0' } as const

const codeIn = (text: string): string => {
  try {
    return String(JSON.parse(text).code)
  } catch {
    return '(no JSON)'
  }
}

const failureOf = ({ status, text }: Answered): Outcome => ({
  failure: `${status} ${codeIn(text)}`,
})

const noTicket: Outcome = { failure: 'stored, but without a ticket' }

/** As the http transport with `method: 'PUT'`. */
const putWhole = async (upload: Upload): Promise<Outcome> => {
  const { name, bytes, pace } = upload
  const started = performance.now()
  const headers = {
    'Content-Type': 'application/octet-stream',
    'Content-Digest': digestOf(bytes),
    'Idempotency-Key': `"${name}"`,
  }
  const asked = { ...upload, method: 'PUT', path: '/relay/http', headers, from: 0, to: bytes }
  const answer = await ask(asked)
  if (answer.status !== 201) return failureOf(answer)
  if (!answer.headers['sealdrop-ticket']) return noTicket
  return { ms: performance.now() - (pace ? answer.sentAt : started) }
}

/** As the tus transport: it creates the upload, and sends it in chunks. */
const putInChunks = async (upload: Upload): Promise<Outcome> => {
  const { name, bytes, pace } = upload
  const started = performance.now()
  const metadata = `filename ${Buffer.from(`${name}.age`).toString('base64')}`
  const creation = { ...TUS, 'Upload-Length': String(bytes), 'Upload-Metadata': metadata }
  const created = await ask({
    ...upload,
    method: 'POST',
    path: '/relay/tus',
    headers: creation,
    from: 0,
    to: 0,
  })
  if (created.status !== 201) return failureOf(created)
  const path = created.headers.location ?? ''
  for (let from = 0; ; ) {
    const to = Math.min(bytes, from + CHUNK_BYTES)
    const type = 'application/offset+octet-stream'
    const headers = { ...TUS, 'Upload-Offset': String(from), 'Content-Type': type }
    const answer = await ask({ ...upload, method: 'PATCH', path, headers, from, to })
    if (answer.status !== 204) return failureOf(answer)
    if (answer.headers['upload-offset'] !== String(to)) return { failure: 'another offset' }
    from = to
    if (from < bytes) continue
    if (!answer.headers['sealdrop-ticket']) return noTicket
    return { ms: performance.now() - (pace ? answer.sentAt : started) }
  }
}

/** As the s3 transport, of a file up to 64 MiB: it asks for a signature, sends to the bucket, and asks the relay to look. */
const putIntoBucket = async (upload: Upload): Promise<Outcome> => {
  const { name: parcel, bytes: size, pace } = upload
  const started = performance.now()
  const sha256 = sha256Of(size)
  const askRelay = (operation: string, more: object): Promise<Answered> =>
    ask({
      ...upload,
      method: 'POST',
      path: `/relay/s3/${operation}`,
      headers: { 'Content-Type': 'application/json' },
      from: 0,
      to: 0,
      said: JSON.stringify({ parcel, size, sha256, ...more }),
    })
  const signed = await askRelay('put', {})
  if (signed.status !== 200) return failureOf(signed)
  const { url: path, headers, key } = JSON.parse(signed.text)
  const put = await ask({ ...upload, method: 'PUT', path, headers, from: 0, to: size })
  if (put.status !== 200) return { failure: `the bucket: ${put.status}` }
  const seen = await askRelay('head', { key })
  if (seen.status !== 200) return failureOf(seen)
  if (!seen.headers['sealdrop-ticket']) return noTicket
  return { ms: performance.now() - (pace ? put.sentAt : started) }
}

const senders = { relay: putWhole, tus: putInChunks, s3: putIntoBucket } as const

/** Never rejects. */
export const send = async (setup: Setup, upload: Upload): Promise<Outcome> => {
  try {
    return await senders[setup](upload)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return { failure: `no answer: ${code ?? message}` }
  }
}
