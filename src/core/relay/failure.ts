import { HttpError } from './http-error.ts'
import type { Reason } from './reason.ts'

/** Why a fetch failed. */
export type FetchReason = Extract<
  Reason,
  'dns' | 'refused' | 'tls' | 'unreachable' | 'cut' | 'redirect' | 'timeout'
>

/**
 * Fetch rejects with a TypeError whatever happened, and each runtime says what it was in its own way: Node by the `code` of a `cause`,
 * Bun by a `code` of its own, Deno and workerd in words. A code counts before words, since those may name the provider's host.
 */
const TABLE: readonly {
  readonly reason: FetchReason
  readonly codes: RegExp
  readonly words: RegExp
}[] = [
  { reason: 'redirect', codes: /^UnexpectedRedirect$/, words: /redirect/ },
  {
    reason: 'dns',
    codes: /^(?:ENOTFOUND|EAI_\w+|ENODATA|ESERVFAIL)$/,
    words: /dns (?:error|lookup)|failed to lookup address/,
  },
  {
    reason: 'refused',
    codes: /^(?:ECONNREFUSED|ConnectionRefused)$/,
    words: /connection refused/,
  },
  {
    reason: 'tls',
    codes:
      /CERT|^ERR_(?:TLS|SSL)_|^(?:EPROTO|UNABLE_TO_VERIFY_LEAF_SIGNATURE|HOSTNAME_MISMATCH|CRL_\w+)$/,
    words: /certificate|\btls\b|\bssl\b|corrupt message/,
  },
  {
    reason: 'timeout',
    codes: /^(?:ETIMEDOUT|UND_ERR_\w+_TIMEOUT|ConnectionTimeout)$/,
    words: /timed? ?out/,
  },
  {
    reason: 'cut',
    codes:
      /^(?:ECONNRESET|ECONNABORTED|EPIPE|ConnectionClosed|UND_ERR_SOCKET|UND_ERR_\w+_MISMATCH|HPE_\w+|Malformed_HTTP_Response)$/,
    words:
      /connection (?:was )?(?:reset|closed|lost)|closed unexpectedly|terminated|disconnected|broken pipe|end of file|\beof\b|invalid http|reading a body/,
  },
]

const MOST_CAUSES = 4
const MOST_WORDS = 4096

/** An error and what caused it; of several tries, as for the addresses of one name, the first. */
export const chainOf = (thrown: unknown): readonly Error[] => {
  const chain: Error[] = []
  let next = thrown
  while (next instanceof Error && chain.length < MOST_CAUSES && !chain.includes(next)) {
    chain.push(next)
    next = next.cause ?? (next instanceof AggregateError ? next.errors[0] : undefined)
  }
  return chain
}

/** What a runtime calls the error; undefined where it has no code. */
export const codeOf = (error: Error): string | undefined => {
  const { code } = error as { readonly code?: unknown }
  return typeof code === 'string' && /^\w{1,64}$/.test(code) ? code : undefined
}

/** Why a fetch rejected, or its answer broke off. */
export const fetchReasonOf = (thrown: unknown): FetchReason => {
  const chain = chainOf(thrown)
  const codes = chain.flatMap(error => codeOf(error) ?? [])
  const words = chain
    .map(({ message }) => withoutUrls(message.slice(0, MOST_WORDS)).toLowerCase())
    .join('\n')
  const found =
    TABLE.find(row => codes.some(code => row.codes.test(code))) ??
    TABLE.find(row => row.words.test(words))
  return found?.reason ?? 'unreachable'
}

/** Of a scheme as long as there are: whoever sends `a.a.a.a` must not have each `a` tried for one to the end. */
const URLS = /\b(?!(?:file|node):)[a-z][\w+.-]{0,20}:\/\/[^\s)'"]*/gi

/** Some runtimes repeat the URL that was asked, with its query. */
export const withoutUrls = (text: string): string => text.replace(URLS, '[url]')

const MESSAGES: Partial<Readonly<Record<FetchReason, string>>> = {
  redirect: 'The provider redirected the request. The relay follows none.',
}

/** The answer where a provider could not be asked. */
export const unreachable = (cause: unknown): HttpError => {
  const reason = fetchReasonOf(cause)
  const message = MESSAGES[reason] ?? 'The provider could not be reached.'
  return new HttpError(502, message, {}, {}, { reason, cause })
}
