import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { traceRequest } from '../../src/core/debug.ts'
import { download } from '../../src/core/download.ts'

vi.mock('../../src/core/debug.ts', () => ({ traceRequest: vi.fn() }))

const asked: IncomingMessage[] = []
let sendRest = (): unknown => undefined
const routes: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/file': response => response.setHeader('Content-Type', 'text/html').end('<p>hello'),
  '/slow': response => {
    response.writeHead(200, { 'Content-Length': 8 })
    response.write('half')
    sendRest = () => response.end('half')
  },
  '/empty': response => response.end(),
  '/none': response => response.writeHead(204).end(),
  '/gone': response => response.writeHead(410, { 'X-Why': 'old' }).end('no more'),
  '/talkative': response => response.writeHead(500).end('x'.repeat(65_537)),
  '/still-fine': response => response.writeHead(500).end('x'.repeat(65_536)),
  '/cut': response => {
    response.writeHead(200, { 'Content-Length': 9 })
    response.write('half', () => response.destroy())
  },
  '/never': () => {},
  '/inside': response => response.writeHead(302, { Location: '/file' }).end(),
  '/outside': response => response.writeHead(302, { Location: `${other.url}/file` }).end(),
}
const answer = (request: IncomingMessage, response: ServerResponse): void => {
  asked.push(request)
  routes[request.url ?? '']?.(response)
}
const startServer = () => {
  const server = createServer(answer)
  return {
    url: '',
    async listen() {
      await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
      this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
const here = startServer()
const other = startServer()
beforeAll(() => Promise.all([here.listen(), other.listen()]))
afterAll(() => {
  here.close()
  other.close()
})
beforeEach(() => {
  asked.splice(0)
  vi.mocked(traceRequest).mockClear()
})

describe('a download', () => {
  it('gives the bytes without a media type, and tells how many came', async () => {
    const progress = vi.fn(() => void sendRest())
    const got = await download(`${here.url}/slow`, { progress })
    if (!('bytes' in got)) throw new Error('It was refused.')
    expect(await got.bytes.text()).toBe('halfhalf')
    expect(got.bytes.type).toBe('')
    expect(progress.mock.calls).toEqual([
      [4, 8],
      [8, 8],
    ])
  })

  it('of unknown length counts what is there as all', async () => {
    const progress = vi.fn()
    await download(`${here.url}/file`, { progress })
    for (const [done, total] of progress.mock.calls) expect(total).toBeGreaterThanOrEqual(done)
    expect(progress.mock.lastCall).toEqual([8, 8])
  })

  it('of nothing is empty', async () => {
    expect(await download(`${here.url}/empty`)).toMatchObject({ bytes: { size: 0 } })
  })

  it('tells nobody where it was started, and sends the headers it is given', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch')
    await download(`${here.url}/file`, {}, new Headers({ 'SealDrop-Ticket': 'a.b' }))
    expect(asked[0]?.headers).toMatchObject({ 'sealdrop-ticket': 'a.b' })
    expect(fetched.mock.lastCall?.[1]).toMatchObject({ referrerPolicy: 'no-referrer' })
    fetched.mockRestore()
  })

  it('that is refused gives the answer with its words', async () => {
    const got = await download(`${here.url}/gone`)
    if (!('refused' in got)) throw new Error('It was not refused.')
    expect(got.refused).toMatchObject({ status: 410, text: 'no more' })
    expect(got.refused.header('x-why')).toBe('old')
    expect(got.refused.header('x-none')).toBeNull()
  })

  it('of what has no content gives that answer', async () => {
    expect(await download(`${here.url}/none`)).toMatchObject({ refused: { status: 204, text: '' } })
  })

  it('that is refused with more than 64 KiB of words is not read on', async () => {
    expect(await download(`${here.url}/still-fine`)).toMatchObject({ refused: { status: 500 } })
    await expect(download(`${here.url}/talkative`)).rejects.toMatchObject({ code: 'protocol' })
  })

  it('follows a redirect within its origin, and to no other', async () => {
    expect(await download(`${here.url}/inside`)).toMatchObject({ bytes: { size: 8 } })
    await expect(download(`${here.url}/outside`)).rejects.toMatchObject({
      code: 'protocol',
      retryable: false,
    })
  })

  it('with headers follows no redirect: they are for one address', async () => {
    const headers = new Headers({ 'SealDrop-Ticket': 'a.b' })
    await expect(download(`${here.url}/inside`, {}, headers)).rejects.toMatchObject({
      code: 'network',
    })
    expect(asked).toHaveLength(1)
  })

  it('that breaks off is a network error with its cause, and may be tried again', async () => {
    await expect(download(`${here.url}/cut`)).rejects.toMatchObject({
      code: 'network',
      retryable: true,
      cause: expect.any(Error),
    })
  })

  it('that is aborted ends with the reason', async () => {
    const controller = new AbortController()
    const got = download(`${here.url}/never`, { signal: controller.signal })
    await vi.waitFor(() => expect(asked).toHaveLength(1))
    controller.abort(new Error('left'))
    await expect(got).rejects.toThrow('left')
  })

  it.each([
    ['/file', 200],
    ['/gone', 410],
    ['/outside', 'protocol'],
    ['/cut', 'network'],
  ])('of %s ends in the trace as %s', async (path, outcome) => {
    const before = performance.now()
    await download(`${here.url}${path}`).catch(() => {})
    const [method, url, last, startedAt = 0] = vi.mocked(traceRequest).mock.lastCall ?? []
    expect([method, url, last]).toEqual(['GET', `${here.url}${path}`, outcome])
    expect(startedAt).toBeGreaterThanOrEqual(before)
    expect(startedAt).toBeLessThanOrEqual(performance.now())
  })

  it('that is aborted ends in the trace as that', async () => {
    const signal = AbortSignal.abort(new Error('left'))
    await download(`${here.url}/file`, { signal }).catch(() => {})
    expect(vi.mocked(traceRequest).mock.lastCall?.[2]).toBe('aborted')
  })
})
