import { neverAborted } from './abort.ts'
import { type ApiTarget, askHeaders } from './authorize.ts'
import type { CallJob } from './contracts.ts'
import { type Answer, type RequestOptions, request } from './request.ts'

/** Who calls: a session (its job gives headers and signal), or a page's own call, which has at most a signal. */
export type CallContext = Partial<Pick<CallJob, 'headers' | 'signal'>> &
  Pick<RequestOptions, 'progress' | 'answerMs'>

/** What one request carries beside what `authorize` gives. */
export interface RequestPayload {
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: NonNullable<RequestOptions['body']>
}

/** One provider's API. `path` follows the endpoint; an absolute URL must lie within the origins that were listed. */
export type Api = (
  method: string,
  path: string,
  caller?: CallContext,
  carried?: RequestPayload,
) => Promise<Answer>

/**
 * Requests with the headers `authorize` gives, by the same rules inside and outside of a session. `fixed` headers go with every
 * one of them. Resolves with any complete answer; rejects as `request` and `askHeaders` do.
 */
export const createApi = (party: ApiTarget, fixed: Readonly<Record<string, string>> = {}): Api => {
  return async (method, path, caller = {}, { headers: more = {}, body } = {}) => {
    const { signal = neverAborted, progress, answerMs } = caller
    const url = URL.canParse(path) ? path : `${party.endpoint}${path}`
    const headers = await (caller.headers?.(method, url, signal) ??
      askHeaders(party, 1, signal, method, url))
    for (const [name, value] of Object.entries({ ...fixed, ...more })) headers.set(name, value)
    return request({
      method,
      url,
      headers,
      signal,
      ...(body !== undefined && { body }),
      ...(progress && { progress }),
      ...(answerMs !== undefined && { answerMs }),
    })
  }
}

/** `?a=1&b=2` of what is there, or nothing. Lists are joined by commas. */
export const queryOf = (
  query: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>,
): string => {
  const found = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(',') : `${value}`]],
  )
  return found.length > 0 ? `?${new URLSearchParams(found)}` : ''
}
