import { spawnSync } from 'node:child_process'
import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { createMetrics, createRelay, type LogEntry, type Metrics } from '../../src/relay/index.ts'
import { createSeries } from '../../src/relay/metrics/series.ts'
import { httpRelay } from '../../src/relay/node/index.ts'
import { oracle } from '../oracle.ts'
import { awaited, closed, listening, SITE, TICKET_KEY } from './relay-tools.ts'
import { open, relayTo, upstreamOf } from './relay-upstream-tools.ts'

const promtool = oracle('promtool')

/** As Prometheus gets them: at a port of their own. */
const scraped = async (metrics: Metrics): Promise<{ text: string; type: string | null }> => {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', metrics.contentType).end(metrics.text())
  })
  const answer = await fetch(await listening(server))
  const { headers } = answer
  const text = await answer.text()
  await closed(server)
  expect(text).toBe(await metrics.handler(new Request(`${SITE}/metrics`)).text())
  return { text, type: headers.get('content-type') }
}

/** Of one metric: what each combination of labels is at. */
const valuesOf = (text: string, name: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    text
      .split('\n')
      .filter(line => line.startsWith(`${name}{`))
      .map(line => {
        const [, labels = '', value] = /\{(.*)\} (\S+)$/.exec(line) ?? []
        return [labels.replaceAll(/\w+="|"/g, ''), Number(value)]
      }),
  )

const checkByPromtool = (text: string): void => {
  const { status, stdout, stderr } = spawnSync(promtool, ['check', 'metrics'], {
    input: text,
    encoding: 'utf8',
  })
  expect([status, stdout, stderr]).toEqual([0, '', ''])
}

test('what is scraped agrees with what was sent over real connections', async () => {
  const upstream = await upstreamOf((request, response, body) => {
    if (body.startsWith('refuse')) return response.writeHead(422).end('{"message":"no"}')
    response.writeHead(201, { 'Content-Type': 'application/json' }).end('{"id":"f-1"}')
    expect(request.method).toBe('PUT')
  })
  const metrics = createMetrics()
  const relay = createRelay({
    providers: { http: { endpoint: upstream.url } },
    authorize: ({ headers }) => headers.get('x-visitor') === 'ada' && { client: 'ada' },
    ticketKey: TICKET_KEY,
    origin: SITE,
    maxBytes: 3_000_000,
    log: metrics.log,
    onStart: metrics.onStart,
  })
  const server = createServer(httpRelay(relay))
  open.push(() => closed(server))
  const url = `${await listening(server)}/relay`
  const put = async (path: string, body: string, as = 'ada'): Promise<number> => {
    const headers = { Origin: SITE, 'X-Visitor': as }
    const answer = await fetch(url + path, { method: 'PUT', body, headers })
    return (await answer.arrayBuffer()).byteLength
  }
  const sizes = [1, 1_000, 64 * 1024, 2_000_000, 0, 5]
  const answers = await Promise.all(sizes.map(size => put('/http', 'x'.repeat(size))))
  answers.push(await put('/http', 'refuse me'), await put('/http', 'y'.repeat(4_000_000)))
  const answered = answers.reduce((sum, bytes) => sum + bytes, 0)
  const strangers = (await put('/http', 'nobody', '')) + (await put('/http', 'else', 'eve'))
  await put('/nowhere', 'lost')

  const { text, type } = await scraped(metrics)
  expect(type).toBe('text/plain; version=0.0.4; charset=utf-8')
  checkByPromtool(text)
  const sent = sizes.reduce((sum, size) => sum + size, 0) + 'refuse me'.length
  const arrived = upstream.seen.reduce((sum, { body }) => sum + body.length, 0)
  expect(arrived).toBe(sent)
  expect(valuesOf(text, 'sealdrop_relay_requests_total')).toEqual({
    'http,upload,2xx,none': sizes.length,
    'http,upload,4xx,none': 1,
    'http,upload,4xx,too-large': 1,
    'http,none,4xx,unauthorized': 2,
    'none,none,4xx,not-found': 1,
  })
  expect(valuesOf(text, 'sealdrop_relay_forwarded_bytes_total')['http,upload']).toBe(arrived)
  expect(valuesOf(text, 'sealdrop_relay_received_bytes_total')).toEqual({
    'http,upload': sent + 4_000_000,
    'http,none': 10,
    'none,none': 4,
  })
  const out = valuesOf(text, 'sealdrop_relay_sent_bytes_total')
  expect([out['http,upload'], out['http,none']]).toEqual([answered, strangers])
  expect(valuesOf(text, 'sealdrop_relay_requests_in_flight')).toEqual({ http: 0, none: 0 })
  // What was too large was never at the provider.
  const upstreamCounts = valuesOf(text, 'sealdrop_relay_upstream_seconds_count')
  expect(upstreamCounts).toEqual({ 'http,upload': sizes.length + 1 })
  const ownCounts = valuesOf(text, 'sealdrop_relay_own_seconds_count')
  expect(ownCounts).toEqual({ 'http,upload': sizes.length + 2, 'http,none': 2, 'none,none': 1 })
})

test('what is under way is counted until it is over', async () => {
  const came = awaited()
  const go = awaited()
  const { url } = await upstreamOf(async (_, response) => {
    came.resolve()
    await go.promise
    response.writeHead(201).end('{"id":"f-1"}')
  })
  const metrics = createMetrics()
  const relay = relayTo(url, { log: metrics.log, onStart: metrics.onStart })
  const answer = relay.post('/http')
  await came.promise
  const inFlight = () => valuesOf(metrics.text(), 'sealdrop_relay_requests_in_flight')
  expect(inFlight()).toEqual({ http: 1 })
  go.resolve()
  await answer
  expect(inFlight()).toEqual({ http: 0 })
})

const ENTRY: LogEntry = {
  id: 'r-1',
  method: 'PUT',
  status: 201,
  bytes: 0,
  bytesIn: 0,
  bytesOut: 0,
  ms: 0,
  visitorMs: 0,
  upstreamMs: 0,
}

test('seconds stand in the buckets they are in, whole and apart', () => {
  const metrics = createMetrics()
  metrics.log({ ...ENTRY, ms: 7_400, visitorMs: 5_000, upstreamMs: 2_300, upstreamStatus: 201 })
  metrics.log({ ...ENTRY, ms: 10 })
  metrics.log({ ...ENTRY, ms: 400_000, upstreamMs: 400_000 })
  const text = metrics.text()
  checkByPromtool(text)
  const own = valuesOf(text, 'sealdrop_relay_own_seconds_bucket')
  expect([own['none,none,0.01'], own['none,none,0.1'], own['none,none,+Inf']]).toEqual([2, 3, 3])
  const upstream = valuesOf(text, 'sealdrop_relay_upstream_seconds_bucket')
  expect(upstream).toMatchObject({
    'none,none,1': 0,
    'none,none,2.5': 1,
    'none,none,300': 1,
    'none,none,+Inf': 2,
  })
  expect(valuesOf(text, 'sealdrop_relay_upstream_seconds_sum')['none,none']).toBe(402.3)
})

test('a fresh one passes promtool, too, and a scrape changes nothing', () => {
  const metrics = createMetrics()
  checkByPromtool(metrics.text())
  expect(metrics.text()).toBe(createMetrics().text())
})

test('only GET and HEAD are answered', async () => {
  const { handler, contentType } = createMetrics()
  const asked = (method: string) => handler(new Request(`${SITE}/metrics`, { method }))
  expect(['GET', 'HEAD', 'POST'].map(method => asked(method).status)).toEqual([200, 200, 405])
  expect(asked('GET').headers.get('content-type')).toBe(contentType)
  expect(await asked('HEAD').text()).toBe('')
})

test('whatever visitors send, there are no more numbers than before', async () => {
  const { url } = await upstreamOf((_, response) => response.writeHead(599).end('no'))
  const metrics = createMetrics()
  const relay = relayTo(url, { log: metrics.log, onStart: metrics.onStart })
  const attack = async (index: number): Promise<void> => {
    const word = `canary-${index}`
    const headers = { 'X-Request-Id': word, traceparent: `00-${word}`, 'X-Visitor': word }
    await relay.visit('PUT', `/${word}`, { headers })
    await relay.visit('PUT', `/http/${word}`, { headers })
    await relay.visit(`X${index}`, '/http', { headers })
    await relay.visit('PUT', '/http', { headers, as: word, body: word })
    await relay.visit('GET', `/${encodeURIComponent(`http"} 1\n${word}`)}`, { headers })
  }
  await attack(0)
  const before = metrics.text().split('\n').length
  for (let index = 1; index < 50; index++) await attack(index)
  const after = metrics.text()
  expect(after.split('\n')).toHaveLength(before)
  expect(after).not.toMatch(/canary|X\d/)
  checkByPromtool(after)
})

test('an entry that somebody else made up becomes no label, and not too many', () => {
  const metrics = createMetrics()
  const wild = ['a"} 1', 'a\nb', '', 'x'.repeat(41), 'größe'] as const
  for (const operation of wild) metrics.log({ ...ENTRY, operation })
  expect(valuesOf(metrics.text(), 'sealdrop_relay_requests_total')).toEqual({
    'none,other,2xx,none': wild.length,
  })
  const series = createSeries(() => ({ count: 0 }))
  for (let index = 0; index < 5_000; index++) series.at([`op-${index}`]).count++
  expect(series.all()).toHaveLength(2_001)
  expect(series.at(['op-4999']).count).toBe(3_000)
})

test('log alone counts, too', () => {
  const metrics = createMetrics()
  metrics.log(ENTRY)
  expect(valuesOf(metrics.text(), 'sealdrop_relay_requests_in_flight')).toEqual({ none: 0 })
})
