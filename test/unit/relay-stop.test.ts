import { createServer, type Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createHealth } from '../../src/relay/index.ts'
import { type CloseOnSignalOptions, closeOnSignal, withHealth } from '../../src/relay/node/index.ts'
import { awaited, closed, listening } from './relay-tools.ts'
import { open } from './relay-upstream-tools.ts'

// The signal is one that nobody sends by chance.
const SIGNAL = 'SIGUSR2'

interface Stopping {
  readonly port: number
  readonly server: Server
  /** Resolves when all is closed. */
  readonly over: Promise<void>
}

/** Answers what begins with `/slow` when it is told, and all else at once. */
const start = async (
  slow: Promise<unknown>,
  options: CloseOnSignalOptions = {},
): Promise<Stopping> => {
  const server = createServer(async (request, response) => {
    request.resume()
    if (request.url?.startsWith('/slow')) await slow
    response.end(request.url)
  })
  const over = closeOnSignal(server, { ...options, signals: [SIGNAL] })
  open.push(() => closed(server))
  return { port: Number(new URL(await listening(server)).port), server, over }
}
afterEach(() => void process.removeAllListeners(SIGNAL))

/** A visitor who writes what it is told, and what it has heard once nothing more comes. */
const visitor = async (port: number) => {
  const socket: Socket = connect(port, '127.0.0.1')
  let heard = ''
  const first = awaited()
  const end = awaited<string>()
  socket.on('data', bytes => {
    heard += bytes.toString('latin1')
    first.resolve()
  })
  socket.on('error', () => {}).on('close', () => end.resolve(heard))
  await new Promise<void>(resolve => socket.once('connect', resolve))
  open.push(async () => void socket.destroy())
  return { write: (text: string) => socket.write(text), first: first.promise, end: end.promise }
}
const get = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`
const connections = (server: Server): Promise<number> =>
  new Promise(resolve => server.getConnections((_, count) => resolve(count)))

describe('a server that is told to stop', () => {
  test('and has no connection is closed at once', async () => {
    const { over } = await start(Promise.resolve())
    process.emit(SIGNAL)
    await over
  })

  test('closes a connection that is idle, and one that never asked for anything, before its grace is over', async () => {
    const { port, server, over } = await start(Promise.resolve(), { graceMs: 60_000 })
    const idle = await visitor(port)
    idle.write(get('/'))
    await idle.first
    const unused = await visitor(port)
    await expect.poll(() => connections(server)).toBe(2)
    process.emit(SIGNAL)
    await over
    expect([await idle.end, await unused.end]).toEqual([expect.stringMatching(/\/$/), ''])
  })

  test('says with the answer that was under way that it is the last one', async () => {
    const slow = awaited()
    const { port, server, over } = await start(slow.promise)
    const one = await visitor(port)
    const asked = new Promise(resolve => server.once('request', resolve))
    one.write(get('/slow'))
    await asked
    process.emit(SIGNAL)
    // Told twice, as npm and a terminal do, it goes on as before.
    process.emit(SIGNAL)
    slow.resolve()
    await over
    expect(await one.end).toMatch(/^HTTP\/1.1 200 [\s\S]*Connection: close[\s\S]*\/slow$/)
  })

  test('answers what came behind it on one connection, and ends the connection with the last', async () => {
    const slow = awaited()
    const { port, server, over } = await start(slow.promise)
    const one = await visitor(port)
    const asked = awaited()
    server.on('request', ({ url }) => url === '/slow-too' && asked.resolve())
    one.write(get('/slow') + get('/slow-too'))
    await asked.promise
    process.emit(SIGNAL)
    slow.resolve()
    await over
    const [first, second] = (await one.end).split(/(?=HTTP)/)
    expect([first, second]).toEqual([
      expect.stringMatching(/Connection: keep-alive[\s\S]*\/slow$/),
      expect.stringMatching(/Connection: close[\s\S]*\/slow-too$/),
    ])
  })

  test('also what comes behind it only then', async () => {
    const slow = awaited()
    const { port, server, over } = await start(slow.promise)
    const one = await visitor(port)
    const asked = awaited()
    const again = awaited()
    server.on('request', ({ url }) => (url === '/slow' ? asked : again).resolve())
    one.write(get('/slow'))
    await asked.promise
    process.emit(SIGNAL)
    one.write(get('/late'))
    await again.promise
    slow.resolve()
    await over
    expect((await one.end).match(/Connection: [\w-]+|\/slow|\/late/g)).toEqual([
      'Connection: keep-alive',
      '/slow',
      'Connection: close',
      '/late',
    ])
  })

  test('cuts who never sends the body, and who never ends a head', async () => {
    const slow = awaited()
    const { port, server, over } = await start(slow.promise, { graceMs: 50 })
    const [body, head] = [await visitor(port), await visitor(port)]
    const asked = new Promise(resolve => server.once('request', resolve))
    body.write('PUT /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n')
    head.write('GET / HTTP/1.1\r\nHost')
    await asked
    await expect.poll(() => connections(server)).toBe(2)
    process.emit(SIGNAL)
    await over
    expect([await body.end, await head.end]).toEqual(['', ''])
    slow.resolve()
  })
})

describe('health', () => {
  const ask = async (url: string, method = 'GET'): Promise<readonly [number, string]> => {
    const answer = await fetch(url, { method })
    return [answer.status, await answer.text()]
  }
  const ok = (is: boolean): string => JSON.stringify({ ok: is })

  test('lives while it answers, and is ready as long as it is said to be', async () => {
    let ready = (): unknown => undefined
    const health = createHealth({ ready: () => ready() })
    const server = createServer(withHealth(health, (_, response) => response.end('site')))
    open.push(() => closed(server))
    const url = await listening(server)
    expect(await ask(`${url}/readyz?from=balancer`)).toEqual([200, ok(true)])
    expect(await ask(`${url}/readyz`, 'HEAD')).toEqual([200, ''])
    expect(await ask(`${url}/readyz`, 'POST')).toEqual([405, ''])
    for (const path of ['/', '/readyz/', '/READYZ', '//readyz', '/relay/readyz'])
      expect(await ask(url + path), path).toEqual([200, 'site'])
    for (const not of [
      () => false,
      () => Promise.resolve(false),
      () => Promise.reject(new Error('no')),
      () => {
        throw new Error('The secret is wrong.')
      },
    ]) {
      ready = not
      expect(await ask(`${url}/readyz`)).toEqual([503, ok(false)])
      expect(await ask(`${url}/livez`)).toEqual([200, ok(true)])
    }
    ready = () => true
    expect(await ask(`${url}/readyz`)).toEqual([200, ok(true)])
    health.close()
    expect(await ask(`${url}/readyz`)).toEqual([503, ok(false)])
    expect(await ask(`${url}/livez`)).toEqual([200, ok(true)])
  })

  test('is not ready while nobody says so in 5 seconds, and looks anew afterwards', async () => {
    vi.useFakeTimers()
    try {
      let ready = (): unknown => new Promise(() => {})
      const health = createHealth({ ready: () => ready() })
      const request = new Request('https://site.example/readyz')
      const asked = health.answer(request)
      await vi.advanceTimersByTimeAsync(5000)
      expect((await asked)?.status).toBe(503)
      ready = () => true
      expect((await health.answer(request))?.status).toBe(200)
    } finally {
      vi.useRealTimers()
    }
  })

  test('looks once for all that ask meanwhile, and closing comes before what it finds', async () => {
    const found = awaited()
    let looks = 0
    const health = createHealth({
      ready() {
        looks++
        return found.promise
      },
    })
    const request = new Request('https://site.example/readyz')
    const asked = [health.answer(request), health.answer(request)]
    health.close()
    found.resolve()
    const answers = await Promise.all(asked)
    expect([looks, ...answers.map(answer => answer?.status)]).toEqual([1, 503, 503])
    expect(health.answer(new Request('https://site.example/'))).toBeUndefined()
  })
})
