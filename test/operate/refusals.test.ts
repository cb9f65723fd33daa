import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Engine, Tab } from '../engines/driver/engine.ts'
import { chromium, engines } from '../engines/driver/engines.ts'
import { oracle } from '../oracle.ts'
import { isShort } from '../turns.ts'
import { reading, refusals } from './refusing-site.ts'
import { startWay, ways } from './refusing-ways.ts'

// A relay that answered before it had read the body was heard when Node closed the connection, which is after five seconds.

const TIMES = isShort ? 1 : 20
const BYTES = 20_000_000
/** Where the body is not read, each takes five seconds: then Node closes the connection. */
const EACH_MS = 1_000
/** On a machine that has much else to do, of the longest time in which the same server reads such a body and answers. */
const READ_TIMES = 3
/** Among the refusals, one for so many of them: what slows one down slows down the other. */
const REFUSALS_A_READING = isShort ? 1 : 2

const nginx = oracle('nginx')

/** In `npm test` the one that writes 20 MB four times as fast. */
const tried = isShort ? [chromium] : engines

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

for (const { name, isInstalled, launch } of tried)
  describe.skipIf(!isInstalled).each(ways)(`in ${name} a refusal of 20 MB arrives, $way`, way => {
    const undo: (() => Promise<unknown>)[] = []
    let tab: Tab
    beforeAll(async () => {
      const { url, close } = await startWay(way, nginx)
      undo.push(close)
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
      const heard: Heard[] = []
      const readings: Heard[] = []
      while (heard.length < TIMES) {
        heard.push(...(await tab.evaluate(send, refusal, BYTES, REFUSALS_A_READING)))
        readings.push(...(await tab.evaluate(send, reading, BYTES, 1)))
      }
      const { status, code } = refusal
      expect(heard.map(({ ms: _, ...said }) => said)).toEqual(
        Array.from({ length: TIMES }, () => ({ status, code })),
      )
      expect(readings.map(read => read.status)).toEqual(readings.map(() => 204))
      const readMs = Math.max(...readings.map(({ ms }) => ms))
      const slowestMs = Math.max(...heard.map(({ ms }) => ms))
      expect(slowestMs).toBeLessThan(Math.max(EACH_MS, READ_TIMES * readMs))
    })

    test('also of 60 MB where 20 are allowed: as 413', async () => {
      const refusal = refusals.find(one => one.status === 502)
      if (!refusal) throw new Error('It is not in the list.')
      const [heard] = await tab.evaluate(send, refusal, 60_000_000, 1)
      expect(heard).toMatchObject({ status: 413, code: 'too-large' })
    })
  })
