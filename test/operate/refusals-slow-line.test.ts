import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { oracle } from '../oracle.ts'
import { isShort } from '../turns.ts'
import { type Refusal, reading, refusals } from './refusing-site.ts'
import { startWay, type Way, ways } from './refusing-ways.ts'

const BYTES_PER_SECOND = 1_000_000
const BYTES = isShort ? 6_000_000 : 20_000_000
const STEP_MS = 100
/** After the last byte. A proxy that collects a request only then begins to pass it on. */
const MOST_MS = 2_000
/** On a machine that has much else to do, of the time after which the same server, which reads such a body and answers, is heard. */
const READ_TIMES = 5

const nginx = oracle('nginx')

interface Heard {
  readonly status: number
  readonly code: string
  /** From the last byte on. */
  readonly ms: number
}

/** Sends a body as a browser over a slow line does: it reads nothing before its last byte is out. */
const sendSlowly = async (
  url: string,
  { method, path, headers }: Pick<Refusal, 'method' | 'path' | 'headers'>,
): Promise<Heard> => {
  const { host, hostname, port, origin } = new URL(url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  const lines = Object.entries({ ...headers, Host: host, Origin: origin, 'Content-Length': BYTES })
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  socket.write(`${method} ${path} HTTP/1.1\r\n${head}Connection: close\r\n\r\n`)
  const step = Buffer.alloc((BYTES_PER_SECOND * STEP_MS) / 1000)
  const started = performance.now()
  await new Promise<void>((resolve, reject) => {
    let sent = 0
    socket.once('error', reject)
    const timer = setInterval(() => {
      // A timer that comes late must not make another line of it.
      const due = Math.min(BYTES, ((performance.now() - started) * BYTES_PER_SECOND) / 1000)
      while (sent < due && sent < BYTES) {
        const next = step.subarray(0, Math.min(step.length, BYTES - sent))
        sent += next.length
        socket.write(next, () => {
          if (sent === BYTES) resolve()
        })
      }
      if (sent === BYTES) clearInterval(timer)
    }, STEP_MS)
  })
  const sentAt = performance.now()
  const answer = await text(socket)
  return {
    status: Number(answer.slice('HTTP/1.1 '.length, 'HTTP/1.1 '.length + 3)),
    code: /"code":\s*"([\w-]+)"/.exec(answer)?.[1] ?? '',
    ms: performance.now() - sentAt,
  }
}

const toldBy = async (way: Way): Promise<readonly object[]> => {
  const { url, close } = await startWay(way, nginx)
  const [read, ...refused] = await Promise.all(
    [reading, ...refusals].map(one => sendSlowly(url, one)),
  )
  await close()
  expect(read).toMatchObject({ status: 204 })
  const mostMs = Math.max(MOST_MS, READ_TIMES * (read?.ms ?? 0))
  return refused.map(({ status, code, ms }) => ({ status, code, isInTime: ms < mostMs }))
}

const told = refusals.map(({ status, code }) => ({ status, code, isInTime: true }))

// Not all at once: that many lines are more than the machine has.
const parts: readonly { readonly by: string; readonly some: readonly Way[] }[] = [
  {
    by: 'by Node’s own server, and nginx before it',
    some: ways.filter(({ adapter }) => adapter === 'http'),
  },
  { by: 'by the frameworks', some: ways.filter(({ adapter }) => adapter !== 'http') },
]

test.each(isShort ? parts.slice(0, 1) : parts)(
  'over a line of 1 MB/s each refusal is there as soon as the last byte is, $by',
  { timeout: 180_000 },
  async ({ some }) => {
    expect(await Promise.all(some.map(toldBy))).toEqual(some.map(() => told))
  },
)
