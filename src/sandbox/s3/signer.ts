import { createHmac, randomBytes } from 'node:crypto'
import { json, type RecordedRequest, type Reply } from '../server.ts'
import { type Signer, signUrl } from './signature.ts'

const METHODS: Readonly<Record<string, string>> = {
  put: 'PUT',
  part: 'PUT',
  head: 'HEAD',
  create: 'POST',
  complete: 'POST',
  abort: 'DELETE',
  list: 'GET',
}
const SECONDS = 300
const TYPE = 'application/octet-stream'

type Asked = Readonly<Record<string, unknown>>

const questionIn = (body: Buffer): Asked => {
  try {
    const value: unknown = JSON.parse(body.toString())
    return typeof value === 'object' && value !== null ? (value as Asked) : {}
  } catch {
    return {}
  }
}

const headersFor = (
  operation: string,
  asked: Asked,
  contentMd5: boolean,
): Readonly<Record<string, string>> => {
  const bytes = {
    'content-length': String(asked.size),
    'content-type': TYPE,
    ...(contentMd5
      ? { 'content-md5': String(asked.md5) }
      : { 'x-amz-checksum-sha256': String(asked.sha256) }),
  }
  if (operation === 'put') return { ...bytes, 'if-none-match': '*' }
  if (operation === 'part') return bytes
  if (operation === 'create') return { 'content-type': TYPE, 'x-amz-checksum-algorithm': 'SHA256' }
  if (operation === 'complete') return { 'content-type': 'application/xml', 'if-none-match': '*' }
  return operation === 'head' ? { 'x-amz-checksum-mode': 'ENABLED' } : {}
}

const queryFor = (operation: string, { uploadId, part }: Asked): Record<string, string> => ({
  ...(operation === 'create' && { uploads: '' }),
  ...(uploadId !== undefined && { uploadId: String(uploadId) }),
  ...(operation === 'part' && { partNumber: String(part) }),
})

/**
 * A site's own server that signs, as the README describes it: it makes no request itself, and gives no tickets. `urlOf`: of a key, at the
 * host that it was asked at.
 */
export const createSigningServer = (
  signer: Signer,
  urlOf: (key: string, host: string | undefined) => string,
  prefix: string,
  wantsMd5: () => boolean,
) => {
  const secret = randomBytes(32)
  const keyOf = (parcel: string): string =>
    `${prefix}${createHmac('sha256', secret).update(parcel).digest('hex')}`
  return ({ body, headers: { host } }: RecordedRequest, operation: string): Reply => {
    const asked = questionIn(body)
    const method = METHODS[operation]
    if (method === undefined) return json(404, { code: 'no_operation' })
    const key = typeof asked.key === 'string' ? asked.key : keyOf(String(asked.parcel))
    if (!key.startsWith(prefix)) return json(403, { code: 'not_yours' })
    const url = new URL(urlOf(key, host))
    for (const [name, value] of Object.entries(queryFor(operation, asked)))
      url.searchParams.set(name, value)
    if (wantsMd5() && method === 'PUT' && asked.md5 === undefined)
      return json(200, { contentMd5: true })
    const headers = headersFor(operation, asked, wantsMd5())
    const { 'content-length': _, ...sent } = headers
    const signed = signUrl({ method, url: url.href, headers }, signer, Date.now(), SECONDS)
    return json(200, { url: signed, headers: sent, key })
  }
}
