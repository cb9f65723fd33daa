import { expect, test } from 'vitest'
import { traceparentOf } from '../../src/relay/trace.ts'
import { relayTo, upstreamOf } from './relay-upstream-tools.ts'

const TRACE = '0af7651916cd43dd8448eb211c80319c'
const SPAN = 'b7ad6b7169203331'
const GOOD = `00-${TRACE}-${SPAN}-01`

test.each([
  [GOOD, GOOD],
  [`00-${TRACE}-${SPAN}-00`, `00-${TRACE}-${SPAN}-00`],
  // W3C Trace Context, 3.2.4: of a later version what is known of this one.
  [`01-${TRACE}-${SPAN}-01`, GOOD],
  [`cc-${TRACE}-${SPAN}-01-what-the-future-will-be-like`, GOOD],
  // The examples of its test suite.
  [`00-${TRACE}-${SPAN}-01-`, undefined],
  [`00-${TRACE}-${SPAN}-01-what`, undefined],
  [`cc-${TRACE}-${SPAN}-01.what`, undefined],
  [`ff-${TRACE}-${SPAN}-01`, undefined],
  [`00-${'0'.repeat(32)}-${SPAN}-01`, undefined],
  [`00-${TRACE}-${'0'.repeat(16)}-01`, undefined],
  [`00-${TRACE.toUpperCase()}-${SPAN}-01`, undefined],
  [`00-${TRACE.slice(1)}-${SPAN}-01`, undefined],
  [`00-${TRACE}-${SPAN}-1`, undefined],
  [`00-${TRACE}-${SPAN}`, undefined],
  [`${GOOD}, ${GOOD}`, undefined],
  [`cc-${TRACE}-${SPAN}-01-${'x'.repeat(100_000)}`, GOOD],
  ['', undefined],
])('the trace of %s', (traceparent, read) => {
  expect(traceparentOf(new Request('https://a.example/', { headers: { traceparent } }))).toBe(read)
})

test('goes on to the provider as it came, and stands in the log', async () => {
  const { url, seen } = await upstreamOf()
  const relay = relayTo(url)
  const more = { tracestate: 'site=secret-of-the-site', baggage: 'user=ada' }
  for (const traceparent of [GOOD, 'none of that'])
    await relay.visit('PUT', '/http', { body: 'sealed', headers: { traceparent, ...more } })
  expect(seen.map(({ headers }) => headers.traceparent)).toEqual([GOOD, undefined])
  expect(JSON.stringify(seen.map(({ headers }) => headers))).not.toMatch(/secret-of|user=ada/)
  expect(relay.log.map(({ traceparent }) => traceparent)).toEqual([GOOD, undefined])
})
