import { getEventListeners } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { askHeaders, checkOrigins } from '../../src/core/authorize.ts'
import type { AuthorizeContext } from '../../src/core/contracts.ts'

const endpoint = 'https://api.example/v3'
const { signal } = new AbortController()
const ask = (
  url: string,
  authorize: (context: AuthorizeContext) => HeadersInit | Promise<HeadersInit>,
  origins?: readonly string[],
): Promise<Headers> =>
  askHeaders({ name: 'http', endpoint, authorize, origins }, 2, signal, 'POST', url)

beforeEach(() => void vi.stubGlobal('navigator', { onLine: true }))
afterEach(() => void vi.unstubAllGlobals())

describe('authorize', () => {
  it.each([
    'https://evil.example/v3',
    'http://api.example/v3',
    'https://api.example:8443/v3',
    'https://api.example.evil.example/v3',
    'https://api.example@evil.example/v3',
  ])('is not even asked for the headers of a request to %s', async url => {
    const authorize = vi.fn(() => ({ 'Api-Key': 'secret' }))
    await expect(ask(url, authorize)).rejects.toMatchObject({ code: 'protocol', retryable: false })
    await expect(ask(url, authorize, ['https://cdn.example'])).rejects.toMatchObject({
      code: 'protocol',
    })
    expect(authorize).not.toHaveBeenCalled()
  })

  it('is asked for the endpoint’s origin and for those that are listed, and told the attempt', async () => {
    const authorize = vi.fn(async () => ({ 'Api-Key': 'secret' }))
    for (const url of [`${endpoint}/files`, 'https://cdn.example/file'])
      expect((await ask(url, authorize, ['https://cdn.example/any/path'])).get('api-key')).toBe(
        'secret',
      )
    expect(authorize.mock.calls).toEqual([
      [{ transport: 'http', method: 'POST', url: `${endpoint}/files`, attempt: 2 }],
      [{ transport: 'http', method: 'POST', url: 'https://cdn.example/file', attempt: 2 }],
    ])
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('no token')
      },
    ],
    ['rejects', () => Promise.reject(new Error('no token'))],
    ['gives what no header is', () => ({ 'not a name': 'x' })],
  ])(
    'that %s sends nothing: "unauthorized", or "offline" where it could reach nobody',
    async (_, authorize) => {
      await expect(ask(endpoint, authorize)).rejects.toMatchObject({
        code: 'unauthorized',
        cause: expect.any(Error),
      })
      vi.stubGlobal('navigator', { onLine: false })
      await expect(ask(endpoint, authorize)).rejects.toMatchObject({
        code: 'offline',
        retryable: true,
        outcome: 'unsent',
      })
    },
  )

  it('that never answers holds nobody who leaves, and keeps no listener', async () => {
    const controller = new AbortController()
    const target = { name: 'http', endpoint, authorize: () => new Promise<Headers>(() => {}) }
    const asked = askHeaders(target, 1, controller.signal, 'POST', endpoint)
    controller.abort(new Error('left'))
    await expect(asked).rejects.toThrow('left')
    expect(getEventListeners(controller.signal, 'abort')).toEqual([])
  })
})

it.each([['not a URL'], ['https://'], 'https://api.example', 7])(
  'origins that are %j are refused at once',
  origins => {
    // What a page's JSON may hold.
    expect(() => checkOrigins(origins as unknown as string[])).toThrow(
      expect.objectContaining({ code: 'misconfigured' }),
    )
  },
)

it.each([[undefined], [[]], [['https://cdn.example', 'https://other.example/path']]])(
  'origins that are %j are taken',
  origins => expect(() => checkOrigins(origins)).not.toThrow(),
)
