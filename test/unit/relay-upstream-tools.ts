import { afterEach, vi } from 'vitest'
import { relayFor, startUpstream, type TestRelay, type Upstream } from './relay-tools.ts'

export type Handler = Parameters<typeof startUpstream>[0]

/** Closed after each test. */
export const open: (() => Promise<void>)[] = []
afterEach(async () => {
  vi.useRealTimers()
  await Promise.all(open.splice(0).map(close => close()))
})

/** A server that ends with the test. */
export const upstreamOf = async (handler?: Handler): Promise<Upstream> => {
  const upstream = await startUpstream(handler)
  open.push(upstream.close)
  return upstream
}

/** A relay to any HTTP endpoint, with a header that is a secret. */
export const relayTo = (endpoint: string, more: object = {}): TestRelay =>
  relayFor({ providers: { http: { endpoint, headers: { 'X-Key': 'upstream-secret' } } }, ...more })

/** What a visitor gets who sends a file to such an upstream. */
export const answerFrom = async (handler: Handler, more: object = {}): Promise<Response> => {
  const { url } = await upstreamOf(handler)
  return relayTo(url, more).post('/http')
}
