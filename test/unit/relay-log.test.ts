import { describe, expect, test, vi } from 'vitest'
import { relayTo, upstreamOf } from './relay-upstream-tools.ts'

describe('the log', () => {
  test('tells of each request what happened, and of no file', async () => {
    const { url } = await upstreamOf()
    const relay = relayTo(url)
    await relay.visit('PUT', '/http', { body: 'sealed' })
    await relay.visit('GET', '/http')
    await relay.post('/http', { as: '' })
    const ms = expect.any(Number)
    expect(relay.log).toEqual([
      {
        provider: 'http',
        operation: 'upload',
        method: 'PUT',
        status: 201,
        client: 'ada',
        bytes: 6,
        ms,
      },
      {
        provider: 'http',
        method: 'GET',
        status: 405,
        code: 'method-not-allowed',
        client: 'ada',
        bytes: 0,
        ms,
      },
      { provider: 'http', method: 'POST', status: 401, code: 'unauthorized', bytes: 0, ms },
    ])
  })

  test('tells how long a request took, in whole milliseconds', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    vi.advanceTimersByTime(10_000)
    const { url } = await upstreamOf((_, response) => {
      vi.advanceTimersByTime(1_234)
      response.writeHead(503).end()
    })
    const relay = relayTo(url)
    await relay.post('/http')
    expect(relay.log).toMatchObject([{ status: 503, ms: 1_234 }])
    expect(relay.log[0]).not.toHaveProperty('code')
  })

  test('is told of what stays unknown, too', async () => {
    const relay = relayTo('https://upstream.example')
    await relay.visit('GET', '/nowhere')
    await relay.visit('OPTIONS', '/http', { origin: 'https://evil.example' })
    const ms = expect.any(Number)
    expect(relay.log).toEqual([
      { method: 'GET', status: 404, code: 'not-found', bytes: 0, ms },
      { provider: 'http', method: 'OPTIONS', status: 403, code: 'forbidden', bytes: 0, ms },
    ])
  })

  test('is not needed', async () => {
    const { url } = await upstreamOf()
    expect((await relayTo(url, { log: undefined }).post('/http')).status).toBe(201)
  })

  test.each([
    [
      'at once',
      () => {
        throw new Error('The disk is full.')
      },
    ],
    ['later', () => Promise.reject(new Error('The disk is full.'))],
  ])('that fails fails no upload, and nothing else: %s', async (_, log) => {
    const { url } = await upstreamOf()
    expect((await relayTo(url, { log }).post('/http')).status).toBe(201)
  })
})
