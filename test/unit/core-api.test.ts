import { describe, expect, it, vi } from 'vitest'
import { carriage, contextOf, createApi, queryOf } from '../../src/core/api.ts'
import type { AuthorizeContext } from '../../src/core/contracts.ts'
import { type RequestOptions, request } from '../../src/core/request.ts'

vi.mock('../../src/core/request.ts', () => ({
  request: vi.fn(async () => ({ status: 204, text: '', header: () => null })),
}))

const endpoint = 'https://api.example/v3'
const lastRequest = (): RequestOptions | undefined => vi.mocked(request).mock.lastCall?.[0]

describe('a call to a provider’s API', () => {
  it('adds the path to the endpoint, and asks authorize for its headers as a first attempt', async () => {
    const authorize = vi.fn((_: AuthorizeContext) => ({ 'Api-Key': 'secret' }))
    const api = createApi({ name: 'http', endpoint, authorize })
    expect(await api('DELETE', '/files/1')).toMatchObject({ status: 204 })
    expect(authorize.mock.calls).toEqual([
      [{ transport: 'http', method: 'DELETE', url: `${endpoint}/files/1`, attempt: 1 }],
    ])
    const made = lastRequest()
    expect(made).toStrictEqual({
      method: 'DELETE',
      url: `${endpoint}/files/1`,
      headers: expect.any(Headers),
      signal: expect.any(AbortSignal),
      timeouts: {},
    })
    expect(made?.signal.aborted).toBe(false)
    expect([...(made?.headers ?? [])]).toEqual([['api-key', 'secret']])
  })

  it.each([
    ['bad-credentials', { code: 'server', retryable: false, outcome: 'unsent' }],
    ['no-reference', { code: 'protocol', retryable: false, outcome: 'unknown' }],
  ])(
    'ends with what a relay says for good, before the provider’s table is asked: %s',
    async (code, error) => {
      const api = createApi({ name: 'http', endpoint })
      const text = JSON.stringify({ code, message: 'See its log.' })
      const relayed = (name: string): string | null => (name === 'SealDrop-Relay' ? '1' : null)
      vi.mocked(request).mockResolvedValueOnce({ status: 502, text, header: relayed })
      await expect(api('POST', '/files')).rejects.toMatchObject({
        ...error,
        provider: { status: 502, code },
      })
      // Of another server, another status, or another form it is an answer as any.
      for (const answer of [
        { status: 502, text, header: () => null },
        { status: 503, text, header: relayed },
        { status: 502, text: '{', header: relayed },
        { status: 502, text: 'null', header: relayed },
        { status: 502, text: '{"code":"bad-gateway"}', header: relayed },
      ]) {
        vi.mocked(request).mockResolvedValueOnce(answer)
        expect(await api('POST', '/files')).toBe(answer)
      }
    },
  )

  it('reads in the header what the answer to a HEAD has no body for', async () => {
    const api = createApi({ name: 'tus', endpoint })
    const answer = (value: string | null, text = '', status = 502) => ({
      status,
      text,
      header: (name: string) => (name === 'SealDrop-Relay' ? value : null),
    })
    vi.mocked(request).mockResolvedValueOnce(answer('bad-credentials'))
    await expect(api('HEAD', '/files/1')).rejects.toMatchObject({
      code: 'server',
      retryable: false,
      outcome: 'unsent',
      provider: { status: 502, code: 'bad-credentials' },
    })
    for (const other of [
      answer('1'),
      answer(null),
      answer('bad-credentials', '', 503),
      // A body says it itself.
      answer('bad-credentials', '{"code":"bad-gateway"}'),
    ]) {
      vi.mocked(request).mockResolvedValueOnce(other)
      expect(await api('HEAD', '/files/1')).toBe(other)
    }
  })

  it('takes an absolute URL as it is, within the origins that may be asked', async () => {
    const api = createApi({ name: 'http', endpoint, origins: ['https://cdn.example'] })
    await api('GET', 'https://cdn.example/file?x=1')
    expect(lastRequest()?.url).toBe('https://cdn.example/file?x=1')
    await expect(api('GET', 'https://evil.example/file')).rejects.toMatchObject({
      code: 'protocol',
    })
  })

  it('in a session takes the session’s headers and signal, not authorize', async () => {
    const authorize = vi.fn(() => ({ 'Api-Key': 'never' }))
    const { signal } = new AbortController()
    const headers = vi.fn(async () => new Headers({ 'Api-Key': 'session' }))
    const progress = (): void => {}
    const bodyTaken = (): void => {}
    const api = createApi({ name: 'http', endpoint, authorize })
    await api(
      'POST',
      '/files',
      { headers, signal, progress, bodyTaken, attempt: 2 },
      { body: '{}' },
    )
    expect(headers.mock.calls).toEqual([['POST', `${endpoint}/files`, signal]])
    expect(authorize).not.toHaveBeenCalled()
    expect(lastRequest()).toMatchObject({ signal, progress, bodyTaken, attempt: 2, body: '{}' })
    expect(lastRequest()?.headers?.get('api-key')).toBe('session')
  })

  it.each([
    [{ answer: 1, stall: 2 }, { answer: 3 }, { answer: 3, stall: 2 }],
    [{ answer: 1 }, undefined, { answer: 1 }],
    [undefined, { connect: 4 }, { connect: 4 }],
  ])(
    'waits as the page says (%j), and before that as the transport does (%j)',
    async (page, own, timeouts) => {
      const api = createApi({ name: 'http', endpoint, timeouts: own })
      await api('GET', '/files', { ...(page && { timeouts: page }) })
      expect(lastRequest()?.timeouts).toEqual(timeouts)
    },
  )

  it('beside the one with the file moves no bar and takes no body from the page', () => {
    const job = {
      headers: async () => new Headers(),
      signal: new AbortController().signal,
      attempt: 3,
      timeouts: { stall: 9 },
    }
    const context = contextOf({ ...job, progress: () => {}, bodyTaken: () => {} })
    expect(context).toEqual(job)
    expect(carriage(context)).toEqual({
      signal: job.signal,
      attempt: 3,
      timeouts: { stall: 9 },
    })
  })

  it('sends the API’s own headers and those of the call, which win', async () => {
    const api = createApi({ name: 'http', endpoint }, { Accept: 'text/plain', 'X-Fixed': '1' })
    await api('POST', '/files', {}, { headers: { Accept: 'application/json' }, body: '' })
    expect([...(lastRequest()?.headers ?? [])]).toEqual([
      ['accept', 'application/json'],
      ['x-fixed', '1'],
    ])
    expect(lastRequest()?.body).toBe('')
  })
})

describe('a query', () => {
  it.each([
    [{}, ''],
    [{ a: undefined }, ''],
    [{ a: 'x y&z', b: undefined, c: 0, d: false }, '?a=x+y%26z&c=0&d=false'],
    [{ ids: ['1', '2'] }, '?ids=1%2C2'],
    [{ a: '' }, '?a='],
  ])('%j is "%s"', (query, text) => expect(queryOf(query)).toBe(text))
})
