import { asRecord } from '../../core/answer.ts'
import {
  always,
  type Reference,
  type RelayProvider,
  type Route,
  type UpstreamAnswer,
} from '../../core/relay/route.ts'
import { secretHeaders } from '../../core/relay/secret-headers.ts'

export interface HttpUpstream {
  /** The URL files are sent to. */
  readonly endpoint: string
  /** What opens it, such as `Authorization`. What authenticates is kept secret: see `secretHeaders`. */
  readonly headers?: Readonly<Record<string, string>>
  /** Where the answer names the file (its JSON's `id` or `data.id`, else `Location`). */
  readonly reference?: { readonly json: string } | { readonly header: string }
}

const at = (json: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((here, key) => {
    const known = asRecord(here)
    return Object.hasOwn(known, key) ? known[key] : undefined
  }, json)

const short = (found: unknown): string | undefined => {
  const text = typeof found === 'number' ? String(found) : found
  return typeof text === 'string' && text !== '' && text.length <= 2048 ? text : undefined
}

/**
 * A `Location` at the endpoint's own host as path and query; undefined elsewhere, and for a path with two slashes in front, which would
 * name another host as soon as it is resolved again.
 */
export const pathAtHost = (location: string | null, endpoint: string): string | undefined => {
  if (location === null || !URL.canParse(location, endpoint)) return undefined
  const { host, pathname, search } = new URL(location, endpoint)
  const isHere = host === new URL(endpoint).host && !pathname.startsWith('//')
  return isHere ? pathname + search : undefined
}

const referenceOf = (
  { json, headers }: UpstreamAnswer,
  { endpoint, reference: rule }: HttpUpstream,
): Reference[] => {
  const found =
    rule === undefined
      ? (short(at(json, 'id')) ??
        short(at(json, 'data.id')) ??
        pathAtHost(headers.get('location'), endpoint))
      : 'header' in rule
        ? /^location$/i.test(rule.header)
          ? pathAtHost(headers.get('location'), endpoint)
          : short(headers.get(rule.header) ?? undefined)
        : short(at(json, rule.json))
  return found === undefined ? [] : [{ reference: found }]
}

/** Any HTTP endpoint: a file is sent to it, and nothing else is ever asked of it. */
export const httpRoutes = (upstream: HttpUpstream): RelayProvider => {
  const { endpoint, headers = {}, reference } = upstream
  const read: Route['read'] = (answer, { mount }) => {
    const path = pathAtHost(answer.headers.get('location'), endpoint)
    return {
      uploads: referenceOf(answer, upstream),
      // A name, not a door: below the mount, so that it tells of no other server.
      ...(path !== undefined && { location: mount + path }),
    }
  }
  return {
    endpoint,
    routes: ['POST', 'PUT'].map(method => ({
      method,
      path: '',
      operation: 'upload',
      allowedByDefault: always,
      body: 'stream',
      read,
    })),
    requestHeaders: [],
    // Only what the rule reads.
    responseHeaders: reference && 'header' in reference ? [reference.header.toLowerCase()] : [],
    credentials: async () => headers,
    secrets: () => secretHeaders(headers),
  }
}
