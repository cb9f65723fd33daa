import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

export interface Load {
  /** At the same time. */
  readonly uploads: number
  /** Of each. */
  readonly bytes: number
}

export interface Measured {
  /** How many the upstream had whole and answered, and the visitor heard so. */
  readonly stored: number
  /** Resident memory of the relay's process before, in bytes. */
  readonly before: number
  /** The most it had meanwhile, in bytes. */
  readonly peak: number
  readonly ms: number
}

/** Uploads before the measurement, so that what loads lazily is there. */
const WARM_UP = 5
const POLL_MS = 100

/**
 * Sends uploads through a relay in a process of its own. The upstream reads nothing before all uploads have begun and none can send any
 * more: whatever the relay buffers is in its memory by then.
 */
export const measureRelay = async ({ uploads, bytes }: Load): Promise<Measured> => {
  let waiting: (() => void)[] = []
  const answer = async (asked: IncomingMessage, response: ServerResponse): Promise<void> => {
    await new Promise<void>(resolve => waiting.push(resolve))
    let size = 0
    for await (const chunk of asked) size += (chunk as Buffer).length
    response.writeHead(size === bytes ? 201 : 400, { 'Content-Type': 'application/json' })
    response.end('{"id":"f-1"}')
  }
  const upstream = createServer((asked, response) => {
    answer(asked, response).catch(() => response.destroy())
  })
  upstream.listen(0, '127.0.0.1')
  await once(upstream, 'listening')
  const { port: upstreamPort } = upstream.address() as AddressInfo
  const relay = await startRelay(`http://127.0.0.1:${upstreamPort}/files`)
  try {
    const { port, peakNow } = relay
    const run = async (count: number): Promise<number> => {
      const sent = { bytes: 0 }
      const statuses = Promise.all(
        Array.from({ length: count }, () => upload(port, '/relay/http', bytes, sent)),
      )
      for (let before = -1; waiting.length < count || sent.bytes !== before; ) {
        before = sent.bytes
        await delay(POLL_MS)
      }
      for (const go of waiting) go()
      waiting = []
      return (await statuses).filter(status => status === 201).length
    }
    await run(WARM_UP)
    await peakNow()
    await delay(POLL_MS)
    const before = await peakNow()
    const started = performance.now()
    const stored = await run(uploads)
    return { stored, before, peak: await peakNow(), ms: Math.round(performance.now() - started) }
  } finally {
    relay.stop()
    upstream.close()
    upstream.closeAllConnections()
  }
}

export interface RefusedLoad {
  /** The statuses of those that heard one: who is beyond the bounds may hear none. */
  readonly refused: readonly number[]
  /** That of an upload beside them. */
  readonly good: number
  /** By how much the relay's resident memory grew at most, in bytes. */
  readonly grown: number
}

/** Sends bodies that the relay refuses, all at once, and a good one among them. */
export const measureRefused = async ({ uploads, bytes }: Load): Promise<RefusedLoad> => {
  const upstream = createServer((asked, response) => {
    asked.resume().once('end', () => response.writeHead(201).end('{"id":"f-1"}'))
  })
  upstream.listen(0, '127.0.0.1')
  await once(upstream, 'listening')
  const relay = await startRelay(
    `http://127.0.0.1:${(upstream.address() as AddressInfo).port}/files`,
  )
  const send = (path: string): Promise<number> => upload(relay.port, path, bytes, { bytes: 0 })
  try {
    await send('/relay/http')
    await relay.peakNow()
    await delay(POLL_MS)
    const before = await relay.peakNow()
    const asked = Array.from({ length: uploads }, () => send('/relay/nothing').catch(() => 0))
    const good = await send('/relay/http')
    const refused = (await Promise.all(asked)).filter(status => status !== 0)
    return { refused, good, grown: (await relay.peakNow()) - before }
  } finally {
    relay.stop()
    upstream.close()
    upstream.closeAllConnections()
  }
}

interface RelayProcess {
  readonly port: number
  /** The most resident memory since the last call, in bytes. */
  peakNow(): Promise<number>
  stop(): void
}

const startRelay = async (endpoint: string): Promise<RelayProcess> => {
  const child = fork(join(import.meta.dirname, 'relay-process.ts'), [endpoint], {
    execArgv: ['--import', 'tsx'],
  })
  return {
    port: await nextNumber(child),
    peakNow() {
      const peak = nextNumber(child)
      child.send('peak')
      return peak
    },
    stop: () => void child.kill(),
  }
}

const nextNumber = async (child: ChildProcess): Promise<number> => {
  const [number] = await once(child, 'message')
  return Number(number)
}

const CHUNK = Buffer.alloc(65_536, 7)

/** The answer's status. */
const upload = (
  port: number,
  path: string,
  bytes: number,
  sent: { bytes: number },
): Promise<number> =>
  new Promise((resolve, reject) => {
    const headers = { Origin: `http://127.0.0.1:${port}`, 'Content-Length': bytes }
    const options = { port, host: '127.0.0.1', method: 'PUT', path, headers }
    const asking = request({ ...options, agent: false }, answer => {
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0))
    })
    asking.once('error', reject)
    let left = bytes
    const push = (): void => {
      while (left > 0) {
        const chunk = CHUNK.subarray(0, Math.min(left, CHUNK.length))
        left -= chunk.length
        sent.bytes += chunk.length
        if (!asking.write(chunk)) return void asking.once('drain', push)
      }
      asking.end()
    }
    push()
  })
