import { isThisMachine } from '../core/endpoint.ts'
import { HttpError } from '../core/relay/http-error.ts'
import { REQUEST_ID_HEADER } from '../core/request-id.ts'
import { RELAY_HEADER, TICKET_HEADER } from '../core/ticket.ts'

/** Answer headers that a transport reads. */
const EXPOSED = [
  'Location',
  'Retry-After',
  TICKET_HEADER,
  RELAY_HEADER,
  REQUEST_ID_HEADER,
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

export interface OriginOptions {
  /** The relay's own. */
  readonly own?: string | undefined
  /** Those of other pages. */
  readonly listed?: readonly string[] | undefined
  /** Those of the providers' protocols, in lower case. */
  readonly responseHeaders?: readonly string[]
}

/** Which pages may use the relay: those of its own origin, and of the origins that the options list. */
export class Origins {
  readonly #own: string | undefined
  readonly #listed: ReadonlySet<string>
  readonly #exposed: string

  constructor({ own, listed = [], responseHeaders = [] }: OriginOptions = {}) {
    this.#own = own === undefined ? undefined : new URL(own).origin
    this.#listed = new Set(listed.map(origin => new URL(origin).origin))
    const more = responseHeaders.filter(
      header => !EXPOSED.some(exposed => exposed.toLowerCase() === header),
    )
    this.#exposed = [...EXPOSED, ...new Set(more)].join(', ')
  }

  /**
   * Throws 403 for a page of any other origin, and where `Origin` is missing. Only GET and HEAD may come without: browsers
   * send it with every other method, and these two change nothing.
   */
  check({ method, url, headers }: Request): void {
    const origin = headers.get('origin')
    const site = headers.get('sec-fetch-site')
    if (origin === null) {
      if ((method === 'GET' || method === 'HEAD') && (site === null || site === 'same-origin'))
        return
      throw new HttpError(403, 'The request does not come from a page of this site.')
    }
    if (origin === this.#own || this.#listed.has(origin)) return
    if (this.#own !== undefined)
      throw new HttpError(403, 'The page is of no origin that the options origin and origins name.')
    if (!isOwnPage(origin, site, new URL(url)))
      throw new HttpError(
        403,
        'The relay cannot tell that the page is of its own site: set its option origin, or list the page in origins.',
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

/**
 * Whether a page is of the relay's own origin, where the options do not say what that is. The URL of a request begins with its `Host`,
 * and that proves nothing: a proxy may have written it, and a page whose name was made to lead here (DNS rebinding) has the same one. So
 * the browser's own word counts. No page can set `Sec-Fetch-Site`, and browsers send it only over TLS, where a certificate says whose
 * host it is, or to this machine under a name that leads nowhere else. For such a name `Host` counts, too, where a browser is too old to
 * say. A page without an origin (`null`) stays out.
 */
const isOwnPage = (origin: string, site: string | null, asked: URL): boolean => {
  if (site !== null) return site === 'same-origin' && URL.canParse(origin)
  return isThisMachine(asked) && origin === asked.origin
}
