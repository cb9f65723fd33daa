import { asRecord } from '../../core/answer.ts'
import { isBrokenJson, isPage, saysFailed } from '../../core/answer-kind.ts'
import { refuseUnknown } from '../../core/known-options.ts'
import { badCredentials } from '../../core/relay/http-error.ts'
import { nameInMultipart } from '../../core/relay/parcel-name.ts'
import { placeAtHost } from '../../core/relay/place-at-host.ts'
import type { RelayProvider, Route, UpstreamAnswer } from '../../core/relay/route.ts'
import { secretHeaders, secretsInQuery } from '../../core/relay/secret-headers.ts'

export interface HttpUpstream {
  /** The URL files are sent to, asked just as it is written. What looks like a secret in its query is removed from answers. */
  readonly endpoint: string
  /** What opens it, such as `Authorization`. Those that look like a secret are removed from answers: see `secretHeaders`. */
  readonly headers?: Readonly<Record<string, string>>
  /** Where the answer names the file (its JSON's `id` or `data.id`, else `Location`). */
  readonly reference?: { readonly json: string } | { readonly header: string }
  /** It gives the first answer again where the same `Idempotency-Key` comes again: then a lost answer of its own is asked for (false). */
  readonly idempotent?: boolean
}

const valueAt = (json: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => {
    const record = asRecord(value)
    return Object.hasOwn(record, key) ? record[key] : undefined
  }, json)

/** Text or a number that is short enough for a ticket. */
const asReference = (value: unknown): string | undefined => {
  const text = typeof value === 'number' ? String(value) : value
  return typeof text === 'string' && text !== '' && text.length <= 2048 ? text : undefined
}

/** Without its query, which may open the file. */
const locationIn = ({ headers }: UpstreamAnswer, endpoint: string): string | undefined =>
  placeAtHost(headers.get('location'), endpoint)?.path

const wordsOf = ({ reference: rule }: HttpUpstream): string =>
  rule === undefined
    ? 'json id, json data.id, header Location'
    : 'json' in rule
      ? `json ${rule.json}`
      : `header ${rule.header}`

const referenceIn = (
  answer: UpstreamAnswer,
  { endpoint, reference: rule }: HttpUpstream,
): string | undefined => {
  const { json, headers } = answer
  const byLocation = (): string | undefined => locationIn(answer, endpoint)
  if (rule === undefined)
    return asReference(valueAt(json, 'id')) ?? asReference(valueAt(json, 'data.id')) ?? byLocation()
  if ('json' in rule) return asReference(valueAt(json, rule.json))
  return /^location$/i.test(rule.header) ? byLocation() : asReference(headers.get(rule.header))
}

/** Any HTTP endpoint: a file is sent to it, and nothing else is ever asked of it. */
export const httpRoutes = (upstream: HttpUpstream): RelayProvider => {
  refuseUnknown('providers.http', upstream, {
    endpoint: true,
    headers: true,
    reference: true,
    idempotent: true,
  })
  const { endpoint, headers = {}, reference, idempotent = false } = upstream
  const onSuccess: Route['onSuccess'] = (answer, { mount }) => {
    const { status, headers: answered, text, json } = answer
    if (saysFailed(json)) return { outcome: 'failed' }
    const read = { status, type: answered.get('content-type'), text }
    if (isPage(read)) return {}
    const found = referenceIn(answer, upstream)
    const path = locationIn(answer, endpoint)
    if (isBrokenJson(read, json))
      return found === undefined ? {} : { uploads: [{ reference: found }] }
    return {
      outcome: 'stored',
      ...(found === undefined
        ? { noReference: wordsOf(upstream) }
        : { uploads: [{ reference: found }] }),
      // The page may keep it as the file's name. No route serves it: the upstream's own URL would tell of another server.
      ...(path !== undefined && { location: mount + path }),
    }
  }
  return {
    endpoint,
    routes: ['POST', 'PUT'].map(method => ({
      method,
      path: '',
      operation: 'upload',
      allowedByDefault: true,
      body: 'stream',
      once: { nameOf: nameInMultipart, isHarmlessAgain: idempotent },
      onSuccess,
    })),
    requestHeaders: [],
    // Only the one that names the file.
    responseHeaders: reference && 'header' in reference ? [reference.header.toLowerCase()] : [],
    takesKey: true,
    credentials: async () => headers,
    ownRefusal: (_, { status }) =>
      status === 401 ? badCredentials('providers.http.headers') : undefined,
    secrets: () => [...secretHeaders(headers), ...secretsInQuery(new URL(endpoint).search)],
  }
}
