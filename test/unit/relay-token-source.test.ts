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
  const tokens = createTokenSource('providers.x', async () => ({
    token: `token-${++issued.count}`,
    lifetimeMs,
  }))
  return { tokens, issued }
}

describe('an access token', () => {
  test('is asked for once by all that wait for the first, and by all that wait for the next', async () => {
    let answer = awaited<IssuedToken>()
    let asked = 0
    const tokens = createTokenSource('providers.x', () => {
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
    const tokens = createTokenSource('providers.x', async () => {
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
    tokens.refuse('token-1')
    expect(await tokens.get()).toBe('token-2')
    tokens.refuse('token-1')
    expect(await tokens.get()).toBe('token-2')
  })

  test('that was refused and never taken would be refused again, if it were another one', async () => {
    const { tokens } = issuing(600_000)
    const first = await tokens.get()
    tokens.accept(first)
    expect([tokens.refuse(first).code, tokens.refuse(first).code]).toEqual([
      'unavailable',
      'unavailable',
    ])
    expect(tokens.refuse(await tokens.get()).code).toBe('bad-credentials')
  })

  test('that was refused and is issued again is no good, however often it was taken before', async () => {
    const tokens = createTokenSource('providers.x', async () => ({
      token: 'always the same',
      lifetimeMs: 600_000,
    }))
    tokens.accept(await tokens.get())
    // Two requests had it under way.
    const codes = ['always the same', 'always the same'].map(token => tokens.refuse(token).code)
    expect(codes).toEqual(['unavailable', 'unavailable'])
    expect(tokens.refuse(await tokens.get()).code).toBe('bad-credentials')
    // The provider may change its mind.
    tokens.accept(await tokens.get())
    expect(tokens.refuse(await tokens.get()).code).toBe('unavailable')
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
  ['404', 404, '{"access_token":"x"}'],
  ['503', 503, '{"access_token":"x"}'],
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
  await expect(requestToken(service.url, 'providers.x', { headers: {} })).rejects.toMatchObject({
    status: 502,
    message: 'The provider gave the relay no access token.',
  })
  expect(service.seen.map(({ method }) => method)).toEqual(['POST'])
  expect(elsewhere.seen).toEqual([])
  await Promise.all([elsewhere.close(), service.close()])
})

test.each([400, 401, 403])(
  'a token service that refuses the relay with %d is 502, and says which option is wrong',
  async status => {
    const service = await startUpstream((_, response) =>
      response.writeHead(status).end('<html>the secret</html>'),
    )
    const asked = requestToken(service.url, 'providers.x.secret', { headers: {} })
    await expect(asked).rejects.toMatchObject({
      status: 502,
      code: 'bad-credentials',
      message:
        'The provider refuses the credentials of the relay: see its option providers.x.secret.',
    })
    await service.close()
  },
)

test('a token service that cannot be reached is 502, too', async () => {
  const { url, close } = await startUpstream()
  await close()
  await expect(requestToken(url, 'providers.x', { headers: {} })).rejects.toMatchObject({
    status: 502,
    message: 'The provider gave the relay no access token.',
  })
})
