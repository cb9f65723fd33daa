import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firefoxPath } from '../engine-paths.ts'
import { launchChromium } from '../engines/driver/chromium.ts'
import type { Engine, Tab } from '../engines/driver/engine.ts'
import { launchFirefox } from '../engines/driver/firefox.ts'
import { oracle } from '../oracle.ts'
import { turnsOf } from '../turns.ts'
import { adapters } from './adapters.ts'
import { startNginx } from './nginx.ts'
import { refusals, startRefusingSite } from './refusing-site.ts'

// A relay that answered before it had read the body was heard when Node closed the connection, which is after five seconds.

const TIMES = turnsOf(20) === 20 ? 20 : 3
const BYTES = 20_000_000
/** Of a busy machine; a quiet one takes 0.1 to 0.4 s. */
const MOST_MS = 3_000

const nginx = oracle('nginx')

const ways = [
  ...Object.keys(adapters).map(name => [`by ${name}`, name, undefined] as const),
  ['through nginx that collects a request', 'http', true],
  ['through nginx that passes it on as it comes', 'http', false],
] as const

const engines = [
  ['Chromium', launchChromium, true],
  ['Firefox', launchFirefox, firefoxPath() !== undefined],
] as const

/** How a framework answers does not depend on who asks. */
const waysIn = (engine: string) =>
  ways.filter(([, adapter]) => engine === 'Chromium' || adapter === 'http')

interface Heard {
  readonly status: number
  readonly code: string
  readonly ms: number
}

/** Runs in the page: sends so many bytes, so often, and tells what was answered. */
const send = async (
  { method, path, headers }: Pick<(typeof refusals)[number], 'method' | 'path' | 'headers'>,
  bytes: number,
  times: number,
): Promise<readonly Heard[]> => {
  const heard: Heard[] = []
  while (heard.length < times)
    heard.push(
      await new Promise<Heard>(resolve => {
        const started = performance.now()
        const xhr = new XMLHttpRequest()
        xhr.open(method, path)
        for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value)
        xhr.onloadend = () => {
          const isJson = xhr.getResponseHeader('content-type') === 'application/json'
          const code = isJson ? JSON.parse(xhr.responseText).code : ''
          resolve({ status: xhr.status, code, ms: performance.now() - started })
        }
        xhr.send(new Blob([new Uint8Array(bytes)]))
      }),
    )
  return heard
}

describe.each(engines)('in %s', (engine, launch, isInstalled) => {
  describe.skipIf(!isInstalled).each(waysIn(engine))(
    'a refusal of 20 MB arrives, %s',
    (_, adapter, isBuffering) => {
      const undo: (() => Promise<unknown>)[] = []
      let tab: Tab
      beforeAll(async () => {
        const site = await startRefusingSite(adapter)
        undo.push(site.close)
        let url = `http://127.0.0.1:${site.port}`
        if (isBuffering !== undefined) {
          const proxy = await startNginx({ program: nginx, port: site.port, isBuffering })
          undo.push(proxy.close)
          url = proxy.url
        }
        const engine: Engine | undefined = await launch()
        if (!engine) throw new Error('It does not start.')
        undo.push(engine.close)
        tab = await engine.open()
        await tab.goto(url)
      })
      afterAll(async () => {
        for (const end of undo.splice(0).reverse()) await end()
      })

      test.each(refusals)('$status', async refusal => {
        const heard = await tab.evaluate(send, refusal, BYTES, TIMES)
        const { status, code } = refusal
        expect(heard.map(({ ms: _, ...said }) => said)).toEqual(
          Array.from({ length: TIMES }, () => ({ status, code })),
        )
        expect(Math.max(...heard.map(({ ms }) => ms))).toBeLessThan(MOST_MS)
      })

      test('also of 60 MB where 20 are allowed: as 413', async () => {
        const refusal = refusals.find(one => one.status === 502)
        if (!refusal) throw new Error('It is not in the list.')
        const [heard] = await tab.evaluate(send, refusal, 60_000_000, 1)
        expect(heard).toMatchObject({ status: 413, code: 'too-large' })
      })
    },
  )
})

test('over a slow line it is there as soon as the last byte is', async () => {
  const site = await startRefusingSite('http')
  const socket = connect(site.port, '127.0.0.1')
  const total = 3_000_000
  const head = ['PUT /relay/http HTTP/1.1', 'Host: x', 'X-Relay: usual', `Content-Length: ${total}`]
  let sent = 0
  let sentAt = 0
  socket.write(`${head.join('\r\n')}\r\n\r\n`)
  const timer = setInterval(() => {
    const next = Math.min(100_000, total - sent)
    socket.write(Buffer.alloc(next))
    sent += next
    if (sent < total) return
    clearInterval(timer)
    sentAt = performance.now()
  }, 100)
  const [answer] = await once(socket, 'data')
  expect([sent, String(answer).slice(0, 12)]).toEqual([total, 'HTTP/1.1 403'])
  expect(performance.now() - sentAt).toBeLessThan(2_000)
  socket.destroy()
  await site.close()
})
