import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Transport } from '../../src/core/contracts.ts'
import { http } from '../../src/providers/http/transport.ts'
import { tus } from '../../src/providers/tus/transport.ts'
import { createSession } from '../../src/session/session.ts'
import { startSandbox } from '../contract-tools.ts'
import type { Line } from './scripted.ts'
import { pdfOf } from './session-tools.ts'

let server: Awaited<ReturnType<typeof startSandbox<'scripted'>>>
/** At another origin than the page, but on the same host: a cookie knows no port. */
let endpoint: string
const debug = vi.spyOn(console, 'debug').mockImplementation(() => {})
beforeAll(async () => {
  // Read once, with the first request.
  localStorage.setItem('sealdrop:debug', 'on')
  server = await startSandbox('scripted')
  endpoint = server.endpoint.replace('127.0.0.1', location.hostname)
  // biome-ignore lint/suspicious/noDocumentCookie: the other way to set one is not in every engine.
  document.cookie = 'visitor=ada; path=/'
})
afterAll(async () => {
  localStorage.removeItem('sealdrop:debug')
  // biome-ignore lint/suspicious/noDocumentCookie: as above
  document.cookie = 'visitor=; path=/; max-age=0'
  await server.close()
})

const sent = async (transport: Transport, lines: readonly Line[]): Promise<unknown> => {
  await server.play(lines)
  const session = createSession({
    transport,
    seal: { scheme: 'none', because: 'the server reads it' },
    retryPolicy: { limit: 0 },
  })
  try {
    session.add([pdfOf(1000)])
    return await session.finish().catch((reason: unknown) => reason)
  } finally {
    session.close()
  }
}
const cookies = async (): Promise<readonly (string | undefined)[]> =>
  (await server.heard()).map(({ headers }) => headers.cookie)

const ways = {
  http: {
    create: http,
    lines: [{ status: 201, headers: { Location: '/files/7' } }],
  },
  tus: {
    create: tus,
    lines: [
      { status: 201, headers: { Location: '/upload/7', 'Tus-Resumable': '1.0.0' } },
      { status: 204, headers: { 'Upload-Offset': '1000', 'Tus-Resumable': '1.0.0' } },
    ],
  },
} as const

describe.each(['http', 'tus'] as const)('cookies of %s to another origin', name => {
  const { create, lines } = ways[name]
  const options = name === 'tus' ? { checksum: 'none' as const } : {}

  it.each([undefined, 'same-origin' as const])('stay at home with %s', async credentials => {
    const given = { endpoint, ...options, ...(credentials && { credentials }) }
    expect(await sent(create(given), lines)).toHaveLength(1)
    expect(await cookies()).toEqual(lines.map(() => undefined))
  })

  it('go along with include', async () => {
    expect(
      await sent(create({ endpoint, credentials: 'include', ...options }), lines),
    ).toHaveLength(1)
    expect(await cookies()).toEqual(lines.map(() => 'visitor=ada'))
  })

  it('are one word or the other', () => {
    expect(() => create({ endpoint, credentials: 'omit' as never })).toThrow(
      expect.objectContaining({ code: 'misconfigured' }),
    )
  })
})

describe('an upload to a page’s own server', () => {
  it('carries the token against forgery that authorize reads from the page', async () => {
    const meta = Object.assign(document.createElement('meta'), {
      name: 'csrf-token',
      content: 'from-the-page',
    })
    document.head.append(meta)
    const transport = http({
      endpoint,
      credentials: 'include',
      authorize: () => ({
        'X-CSRF-Token':
          document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? '',
      }),
    })
    expect(await sent(transport, ways.http.lines)).toHaveLength(1)
    const [request] = await server.heard()
    expect(request?.headers).toMatchObject({
      cookie: 'visitor=ada',
      'x-csrf-token': 'from-the-page',
    })
    meta.remove()
  })
})

describe('an endpoint with a query', () => {
  const query = '?action=save&path=/&signature=s3cret-of-the-address'

  it('is asked just as it is written', async () => {
    await sent(http({ endpoint: `${endpoint}/${query}` }), ways.http.lines)
    expect((await server.heard()).map(({ url }) => url)).toEqual([`/upload/${query}`])
  })

  it.each<[what: string, line: Line]>([
    ['delivered', { status: 201, headers: { Location: '/files/7' } }],
    ['refused', { status: 403, body: '{"message":"no"}' }],
    ['lost', 'drop'],
    ['unreadable', { status: 200, body: '<!doctype html>' }],
    ['moved', { status: 307, headers: { Location: 'http://127.0.0.1:9/' } }],
  ])('is told nowhere, whatever becomes of the file: %s', async (_, line) => {
    debug.mockClear()
    const end = await sent(http({ endpoint: endpoint + query }), [line])
    const facts =
      end instanceof Error
        ? { ...end, message: end.message, stack: end.stack, cause: `${end.cause}` }
        : end
    expect(debug).toHaveBeenCalledWith('sealdrop', 'request', expect.anything())
    expect(JSON.stringify([facts, debug.mock.calls])).not.toContain('s3cret')
  })

  it('is none of a transport that adds paths to it', () => {
    expect(() => tus({ endpoint: endpoint + query })).toThrow(
      expect.objectContaining({ code: 'misconfigured' }),
    )
  })
})
