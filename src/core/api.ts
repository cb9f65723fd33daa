import { neverAborted } from './abort.ts'
import { throwIfFinal } from './answer.ts'
import { type ApiTarget, askHeaders } from './authorize.ts'
import type { CallJob, Job, Timeouts } from './contracts.ts'
import { type Answer, type RequestOptions, request } from './request.ts'
import { mergeTimeouts } from './timeouts.ts'

/** What a page's own call, outside of a session, can be given: how to stop it. */
export type PageCall = Partial<Pick<Job, 'signal'>>

/** Who makes the call: a session, whose job gives headers and signal, or the page itself, which gives at most a signal. */
export type CallContext = Partial<
  Pick<CallJob, 'headers' | 'signal' | 'attempt' | 'timeouts' | 'progress' | 'bodyTaken'>
>

/** How a small request is made for a job: it does not move the bar. */
export const contextOf = ({ headers, signal, attempt, timeouts }: CallContext): CallContext => ({
  ...(headers && { headers }),
  ...(signal && { signal }),
  ...(attempt !== undefined && { attempt }),
  ...(timeouts && { timeouts }),
})

/** What a call says of how its request is carried out. The transport's own timeouts win over the page's. */
export const carriage = (
  { signal = neverAborted, attempt, timeouts: page, progress, bodyTaken }: CallContext,
  timeouts?: Timeouts,
): Omit<RequestOptions, 'method' | 'url' | 'headers' | 'body'> => ({
  signal,
  timeouts: mergeTimeouts(page, timeouts),
  ...(attempt !== undefined && { attempt }),
  ...(progress && { progress }),
  ...(bodyTaken && { bodyTaken }),
})

/** Headers and body of one request; the headers from `authorize` are added to it. */
export interface RequestPayload {
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: NonNullable<RequestOptions['body']>
}

/** One provider's API. `path` follows the endpoint; an absolute URL must lie within the origins that were listed. */
export type Api = (
  method: string,
  path: string,
  context?: CallContext,
  payload?: RequestPayload,
) => Promise<Answer>

/**
 * Makes requests with the headers that `authorize` gives, by the same rules inside and outside of a session. The `fixed` headers
 * are added to each. Resolves with any complete answer, whatever its status, but for what a relay says for good (`server` for
 * credentials of its own that were refused, `protocol` for a file without a reference); rejects as `request` and `askHeaders` do.
 */
export const createApi = (target: ApiTarget, fixed: Readonly<Record<string, string>> = {}): Api => {
  return async (method, path, context = {}, { headers: more = {}, body } = {}) => {
    const url = URL.canParse(path) ? path : `${target.endpoint}${path}`
    const way = carriage(context, target.timeouts)
    const { signal } = way
    const headers = await (context.headers?.(method, url, signal) ??
      askHeaders(target, 1, signal, method, url))
    for (const [name, value] of Object.entries({ ...fixed, ...more })) headers.set(name, value)
    const answer = await request({
      method,
      url,
      headers,
      ...(body !== undefined && { body }),
      ...(target.credentials && { credentials: target.credentials }),
      ...way,
    })
    return throwIfFinal(answer)
  }
}

/** A query such as `?a=1&b=2`, without the parameters that are undefined; empty where none is left. Lists are joined by commas. */
export const queryOf = (
  query: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>,
): string => {
  const found = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(',') : `${value}`]],
  )
  return found.length > 0 ? `?${new URLSearchParams(found)}` : ''
}
