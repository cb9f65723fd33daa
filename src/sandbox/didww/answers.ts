import { generateCurveKey, generatePair, type KeySet, pemOf } from '../keys.ts'
import { json, type Reply } from '../server.ts'
import { type DidwwSwitches, VND } from './switches.ts'

const VERSION = '2026-04-16'

/** `GET /v3/public_keys`, right or wrong as the switch says. */
export const publicKeys = async (
  { a, b }: KeySet,
  { keys: mode, meta }: DidwwSwitches,
): Promise<Reply> => {
  if (mode === 'html')
    return { ...json(200, ''), headers: { 'Content-Type': 'text/html' }, body: '<h1>Welcome</h1>' }
  if (mode === 'server-error') return fault(500, 'Internal Server Error', 'Internal Server Error')
  const first =
    mode === 'small'
      ? pemOf((await generatePair(1024)).publicKey)
      : mode === 'ec'
        ? pemOf(await generateCurveKey())
        : mode === 'garbage'
          ? '-----BEGIN PUBLIC KEY-----\nbm90IGEga2V5\n-----END PUBLIC KEY-----\n'
          : pemOf(a.publicKey)
  const both = [
    { id: a.id, pem: first },
    { id: b.id, pem: mode === 'equal' ? first : pemOf(b.publicKey) },
  ]
  const shown = mode === 'none' ? [] : mode === 'one' ? both.slice(0, 1) : both
  const data = shown.map(({ id, pem }) => {
    const labelled = mode === 'rsa-label' ? pem.replaceAll('PUBLIC', 'RSA PUBLIC') : pem
    const key = mode === 'crlf' ? labelled.replaceAll('\n', '\r\n') : labelled
    return { id, type: 'public_keys', attributes: { key } }
  })
  return json(200, { data, ...(meta && { meta: metaOf({ meta }) }) }, VND)
}

interface Shown {
  readonly id: string
  readonly description: string | null
  readonly expiresAt: number
}

/** One stored upload, as the API shows it. */
export const resource = ({ id, description, expiresAt }: Shown): object => ({
  id,
  type: 'encrypted_files',
  attributes: { description, expires_at: new Date(expiresAt).toISOString() },
})

export const metaOf = ({ meta }: Pick<DidwwSwitches, 'meta'>, version: string = VERSION): object =>
  meta ? { api_version: version } : {}

/** The same alone: as an object, or, as one page of the documents has it, in a list. */
export const envelope = (
  upload: Shown,
  switches: DidwwSwitches,
  version: string,
  as: DidwwSwitches['shows'] = 'object',
): object => ({
  data: as === 'array' ? [resource(upload)] : resource(upload),
  ...(switches.meta && { meta: metaOf(switches, version) }),
})

/** JSON:API as DIDWW writes it: every value is a string. */
export const fault = (
  status: number,
  title: string,
  detail: string,
  code: string = String(status),
  pointer?: string,
): Reply =>
  json(
    status,
    {
      errors: [
        { title, detail, code, ...(pointer && { source: { pointer } }), status: String(status) },
      ],
    },
    VND,
  )

/** What is wrong with an upload: with all of it, or with its file. */
export const refusal = (on: 'base' | 'file', words: string): Reply =>
  on === 'base'
    ? fault(422, words, words, '100', '/data')
    : fault(422, words, `file - ${words}`, '100', '/data/attributes/file')

/** The same, as versions up to 2022-05-10 say it. */
export const legacyRefusal = (on: 'base' | 'file', words: string): Reply =>
  json(422, { errors: { [on === 'base' ? 'base' : 'items/0/file']: [words] } })

/** Over the budget. Only 2026-11-19 documents how that looks. */
export const tooManyRequests = (version: string, retryAfter: number): Reply => {
  if (version < '2026-11-19')
    return { status: 429, headers: { 'Content-Type': 'text/plain' }, body: 'Retry later\n' }
  const words = 'Too many requests'
  const refused = fault(429, words, words, 'too_many_requests')
  return { ...refused, headers: { ...refused.headers, 'Retry-After': String(retryAfter) } }
}
