import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  createTokenSource,
  type IssuedToken,
  lifetimeMsOf,
  readToken,
  requestToken,
} from '../../src/core/relay/token-source.ts'
import { awaited, startUpstream } from './relay-tools.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A provider that issues `token-1`, `token-2`, … each valid for so long. */
const issuing = (lifetimeMs: number) => {
  const issued = { count: 0 }
  const tokens = createTokenSource(async () => ({ token: `token-${++issued.count}`, lifetimeMs }))
  return { tokens, issued }
}

describe('an access token', () => {
  test('is asked for once by all that wait for the first, and by all that wait for the next', async () => {
    let answer = awaited<IssuedToken>()
    let asked = 0
    const tokens = createTokenSource(() => {
      asked++
      return answer.promise
    })
    for (const token of ['first', 'second']) {
      const waiting = [tokens.get(), tokens.get()]
      await Promise.resolve()
      waiting.push(tokens.get())
      answer.resolve({ token, lifetimeMs: 600_000 })
      expect(await Promise.all(waiting)).toEqual([token, token, token])
      answer = awaited()
      vi.advanceTimersByTime(540_000)
    }
    expect(asked).toBe(2)
  })

  test.each([
    [3_600_000, 3_540_000],
    [120_000, 60_000],
    [100_000, 50_000],
    [10, 5],
  ])('that is valid for %d ms is used for %d ms', async (lifetimeMs, useMs) => {
    const { tokens } = issuing(lifetimeMs)
    expect(await tokens.get()).toBe('token-1')
    vi.advanceTimersByTime(useMs - 1)
    expect(await tokens.get()).toBe('token-1')
    vi.advanceTimersByTime(1)
    expect(await tokens.get()).toBe('token-2')
  })

  test('that could not be had is asked for again by the next', async () => {
    let asked = 0
    const tokens = createTokenSource(async () => {
      if (++asked === 1) throw new Error('The provider is down.')
      return { token: 'token', lifetimeMs: 600_000 }
    })
    const both = await Promise.allSettled([tokens.get(), tokens.get()])
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(asked).toBe(1)
    expect(await tokens.get()).toBe('token')
  })

  test('that was refused is not used again; a newer one is not given up for it', async () => {
    const { tokens } = issuing(600_000)
    await tokens.get()
    tokens.invalidate('token-1')
    expect(await tokens.get()).toBe('token-2')
    tokens.invalidate('token-1')
    expect(await tokens.get()).toBe('token-2')
  })

  test('that came in another answer is used instead', async () => {
    const { tokens, issued } = issuing(600_000)
    tokens.store({ token: 'given', lifetimeMs: 600_000 })
    expect([await tokens.get(), issued.count]).toEqual(['given', 0])
  })

  test('stays a secret until the one after the next is there', async () => {
    const { tokens } = issuing(600_000)
    expect(tokens.recent()).toEqual([])
    for (const known of [['token-1'], ['token-2', 'token-1'], ['token-3', 'token-2']]) {
      await tokens.get()
      expect(tokens.recent()).toEqual(known)
      vi.advanceTimersByTime(540_000)
    }
    for (const token of ['token-2', 'token-2']) {
      tokens.store({ token, lifetimeMs: 1_000 })
      expect(tokens.recent()).toEqual(['token-2', 'token-3'])
    }
  })
})

test.each([
  [3600, 3_600_000],
  ['3600', 3_600_000],
  [undefined, 300_000],
  [null, 300_000],
  [0, 300_000],
  [-1, 300_000],
  ['soon', 300_000],
])('expires_in %j means %d ms', (expiresIn, ms) => {
  expect(lifetimeMsOf(expiresIn, 300)).toBe(ms)
})

test.each([undefined, '', 7, 'with space', 'with\nline', 'é', 'a'.repeat(8193)])(
  'what fits into no header is no token: %j',
  token => {
    expect(() => readToken(token)).toThrow('The provider gave the relay no access token.')
  },
)
test('the longest token is one of 8,192 characters', () => {
  expect(readToken('a'.repeat(8192))).toHaveLength(8192)
})

test.each([
  ['401', 401, '{"access_token":"x"}'],
  ['a redirect', 302, '{}'],
  ['no JSON', 200, '<html>'],
  ['null', 200, 'null'],
  ['a text', 200, '"token"'],
  ['nothing', 200, ''],
  ['more than 64 KiB', 200, JSON.stringify({ access_token: 'x'.repeat(65_536) })],
])('a token service that answers with %s is 502, without its words', async (_, status, text) => {
  const elsewhere = await startUpstream()
  const service = await startUpstream((_, response) =>
    response.writeHead(status, { Location: elsewhere.url }).end(text),
  )
  await expect(requestToken(service.url, { headers: {} })).rejects.toMatchObject({
    status: 502,
    message: 'The provider gave the relay no access token.',
  })
  expect(service.seen.map(({ method }) => method)).toEqual(['POST'])
  expect(elsewhere.seen).toEqual([])
  await Promise.all([elsewhere.close(), service.close()])
})

test('a token service that cannot be reached is 502, too', async () => {
  const { url, close } = await startUpstream()
  await close()
  await expect(requestToken(url, { headers: {} })).rejects.toMatchObject({
    status: 502,
    message: 'The provider gave the relay no access token.',
  })
})
