import { describe, expect, test } from 'vitest'
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
