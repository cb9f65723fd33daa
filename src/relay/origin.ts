import { HttpError } from '../core/relay/http-error.ts'
import { RELAY_HEADER, TICKET_HEADER } from '../core/ticket.ts'

/** Answer headers that a transport reads. */
const EXPOSED = [
  'Location',
  'Retry-After',
  TICKET_HEADER,
  RELAY_HEADER,
  'X-RateLimit-Limit',
  'X-RateLimit-Remaining',
  'X-RateLimit-Reset',
  'RateLimit',
  'RateLimit-Policy',
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
  'Tus-Resumable',
  'Tus-Version',
  'Tus-Extension',
  'Tus-Max-Size',
  'Tus-Checksum-Algorithm',
  'Upload-Offset',
  'Upload-Length',
  'Upload-Metadata',
  'Upload-Defer-Length',
  'Upload-Expires',
]

const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'
const PREFLIGHT_SECONDS = '600'

/** Which pages may use the relay: those of its own origin, and of the origins that the options list. */
export class Origins {
  readonly #listed: ReadonlySet<string>
  readonly #exposed: string

  /** `responseHeaders`: those of the providers' protocols, in lower case. */
  constructor(listed: readonly string[] = [], responseHeaders: readonly string[] = []) {
    this.#listed = new Set(listed.map(origin => new URL(origin).origin))
    const more = responseHeaders.filter(
      header => !EXPOSED.some(exposed => exposed.toLowerCase() === header),
    )
    this.#exposed = [...EXPOSED, ...new Set(more)].join(', ')
  }

  /**
   * Throws 403 for a page of any other origin, and where `Origin` is missing. Only GET and HEAD may come without: browsers
   * send it with every other method, and these two change nothing.
   *
   * A server behind a proxy, and Next.js everywhere, may call the relay by another URL than the page does. So the browser's
   * own word counts as well: no page can set `Sec-Fetch-Site`. A page without an origin (`null`) stays out.
   */
  check({ method, url, headers }: Request): void {
    const origin = headers.get('origin')
    const site = headers.get('sec-fetch-site')
    if (origin === null) {
      if ((method === 'GET' || method === 'HEAD') && (site === null || site === 'same-origin'))
        return
      throw new HttpError(403, 'The request does not come from a page of this site.')
    }
    if (site === 'same-origin' && URL.canParse(origin)) return
    if (origin !== new URL(url).origin && !this.#listed.has(origin))
      throw new HttpError(
        403,
        'The page has another origin than the relay, and it is not listed in origins.',
      )
  }

  /** The answer to a preflight, undefined for any other request. Throws 403 where the origin is not listed. */
  preflight(request: Request): Response | undefined {
    const { method, headers } = request
    if (method !== 'OPTIONS' || !headers.has('access-control-request-method')) return undefined
    this.check(request)
    // Any header may be one that the site's `authorize` reads. Whether the page may ask was decided by its origin.
    const requested = headers.get('access-control-request-headers') ?? ''
    return new Response(null, {
      status: 204,
      headers: {
        ...this.#allow(request),
        'Access-Control-Allow-Methods': METHODS,
        ...(/^[\w\-, ]{1,1000}$/.test(requested) && {
          'Access-Control-Allow-Headers': requested,
        }),
        'Access-Control-Max-Age': PREFLIGHT_SECONDS,
      },
    })
  }

  /** Let a page of a listed origin read an answer. */
  headersFor(request: Request): Readonly<Record<string, string>> {
    const allow = this.#allow(request)
    return 'Access-Control-Allow-Origin' in allow
      ? { ...allow, 'Access-Control-Expose-Headers': this.#exposed }
      : allow
  }

  #allow({ headers }: Request): Readonly<Record<string, string>> {
    if (this.#listed.size === 0) return {}
    const origin = headers.get('origin')
    return {
      Vary: 'Origin',
      ...(origin !== null && this.#listed.has(origin) && { 'Access-Control-Allow-Origin': origin }),
    }
  }
}
