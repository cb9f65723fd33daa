import { HttpError } from '../core/relay/http-error.ts'
import { TICKET_HEADER } from '../core/ticket.ts'

/** What a transport reads of an answer. */
const EXPOSED = [
  'Location',
  'Retry-After',
  TICKET_HEADER,
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

/** Whose pages may ask. The server's own origin always may; others are listed. */
export class Origins {
  readonly #listed: ReadonlySet<string>
  readonly #exposed: string

  /** `answers`: headers the providers answer with, in lower case. */
  constructor(listed: readonly string[] = [], answers: readonly string[] = []) {
    this.#listed = new Set(listed.map(origin => new URL(origin).origin))
    const more = answers.filter(
      answer => !EXPOSED.some(exposed => exposed.toLowerCase() === answer),
    )
    this.#exposed = [...EXPOSED, ...new Set(more)].join(', ')
  }

  /**
   * Throws 403 for the page of a foreign origin. A missing `Origin` is one, too, unless nothing can be changed: browsers send it with
   * any method but GET and HEAD.
   */
  check({ method, url, headers }: Request): void {
    const origin = headers.get('origin')
    if (origin === null) {
      const site = headers.get('sec-fetch-site')
      if ((method === 'GET' || method === 'HEAD') && (site === null || site === 'same-origin'))
        return
      throw new HttpError(403, 'The request does not come from a page of this site.')
    }
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
    // What authorize reads is the site's own affair, so the page's headers are not known here; the origin is.
    const asked = headers.get('access-control-request-headers') ?? ''
    return new Response(null, {
      status: 204,
      headers: {
        ...this.#allow(request),
        'Access-Control-Allow-Methods': METHODS,
        ...(/^[\w\-, ]{1,1000}$/.test(asked) && { 'Access-Control-Allow-Headers': asked }),
        'Access-Control-Max-Age': PREFLIGHT_SECONDS,
      },
    })
  }

  /** What lets a listed page read an answer. */
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
