import { readFile } from 'node:fs/promises'
import { Agent, createServer, get, type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type HttpSandbox, startHttp } from '../../src/sandbox/http/sandbox.ts'
import { type Chromium, type ChromiumTab, launchChromium } from '../engines/driver/chromium.ts'
import { eventually } from '../engines/driver/eventually.ts'
import { sendOne } from '../engines/twice/in-page.ts'
import { turnsOf } from '../turns.ts'
import { closed, listening } from '../unit/relay-tools.ts'
import { adapters } from './adapters.ts'
import { type Gate, startGate } from './gate.ts'
import { type SiteProcess, startSite } from './site.ts'
import type { SiteSetup } from './site-process.ts'

// A site is told to stop, by a real signal to a real process, while 20 MB are on their way.

const BYTES = 20_000_000
const SOME = 5_000_000

const PAGE =
  '<!doctype html><html lang="en"><title>Apply</title><link rel="icon" href="data:,"><script src="/sealdrop.iife.js"></script></html>'

let sandbox: HttpSandbox
const undo: (() => Promise<unknown>)[] = []
const undoAtEnd: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  sandbox = await startHttp()
  undoAtEnd.push(sandbox.close)
})
afterEach(async () => {
  for (const end of undo.splice(0).reverse()) await end()
  sandbox.reset()
})
afterAll(async () => {
  for (const end of undoAtEnd.reverse()) await end()
})

const siteWith = async (
  adapter: string,
  closing: SiteSetup['closing'] = {},
  origins: readonly string[] = [],
): Promise<SiteProcess> => {
  const providers = { http: { ...sandbox.upstream, idempotent: true } }
  const site = await startSite({ adapter, providers, origins, closing })
  undo.push(site.kill)
  return site
}
const gateTo = async ({ port }: SiteProcess): Promise<Gate> => {
  const gate = await startGate(port)
  undo.push(gate.close)
  return gate
}

interface Heard {
  readonly status: number
  readonly connection: string
  readonly text: string
}
const heardIn = async (answer: IncomingMessage): Promise<Heard> => {
  let text = ''
  for await (const chunk of answer) text += chunk
  const { statusCode: status = 0, headers } = answer
  return { status, connection: headers.connection ?? '', text }
}
const put = (url: string, bytes: number): Promise<Heard> =>
  new Promise((resolve, reject) => {
    const options = { method: 'PUT', headers: { Origin: url } }
    request(`${url}/relay/http`, options, answer => resolve(heardIn(answer)))
      .once('error', reject)
      .end(Buffer.alloc(bytes, 7))
  })
const ask = (url: string, agent: Agent): Promise<Heard> =>
  new Promise((resolve, reject) => {
    get(url, { agent }, answer => resolve(heardIn(answer))).once('error', reject)
  })
const refuses = (url: string): Promise<void> =>
  eventually(async () => {
    const isRefused = await fetch(`${url}/livez`).then(
      () => false,
      () => true,
    )
    if (!isRefused) throw new Error('It still takes connections.')
  })

/** In `npm test` one of them. */
const some = turnsOf(4) === 4 ? Object.keys(adapters) : ['http']

describe.each(some)('%s', adapter => {
  test('told to stop in mid-upload, it takes nothing new, and finishes within its grace', async () => {
    const site = await siteWith(adapter)
    const gate = await gateTo(site)
    const held = gate.holdAfter(SOME)
    const upload = put(gate.url, BYTES)
    await held
    site.terminate()
    await refuses(site.url)
    expect(sandbox.received()).toEqual([])
    site.terminate()
    gate.open(site.port)
    expect(await upload).toMatchObject({ status: 201, connection: 'close' })
    expect(sandbox.received()).toMatchObject([{ size: BYTES }])
    expect(await site.ended).toBe(0)
  })
})

test.each(['http', 'fastify'])(
  'its readiness ends at once, while it takes what still comes: %s',
  async adapter => {
    const site = await siteWith(adapter, { drainMs: 60_000 })
    const agent = new Agent({ keepAlive: true })
    const readiness = `${site.url}/readyz`
    expect(await ask(readiness, agent)).toEqual({
      status: 200,
      connection: 'keep-alive',
      text: '{"ok":true}',
    })
    site.terminate()
    // Asked on the connection that stays open, and then on a new one.
    await eventually(async () => expect((await ask(readiness, agent)).status).toBe(503))
    expect(await ask(readiness, agent)).toEqual({
      status: 503,
      connection: 'close',
      text: '{"ok":false}',
    })
    expect(await ask(`${site.url}/livez`, agent)).toMatchObject({ status: 200 })
    expect(await put(site.url, 1000)).toMatchObject({ status: 201, connection: 'close' })
    agent.destroy()
  },
)

describe('what is cut', () => {
  let pages: string
  let engine: Chromium
  let tab: ChromiumTab
  beforeAll(async () => {
    const server = createServer(async (asked, answer) => {
      const path = join(import.meta.dirname, '..', '..', 'dist', asked.url ?? '')
      if (asked.url === '/') answer.setHeader('Content-Type', 'text/html; charset=utf-8').end(PAGE)
      else answer.setHeader('Content-Type', 'text/javascript').end(await readFile(path))
    })
    undoAtEnd.push(() => closed(server))
    // Another origin than the relay's, so that it stays when that one goes.
    pages = (await listening(server)).replace('127.0.0.1', 'localhost')
    engine = await launchChromium()
    undoAtEnd.push(engine.close)
    tab = await engine.open()
  })

  const send = (gate: Gate, seed: number) =>
    tab.evaluate(sendOne, {
      provider: 'http',
      options: { endpoint: `${gate.url}/relay/http`, ...sandbox.options },
      headers: {},
      seal: { scheme: 'age', recipients: [sandbox.recipient] },
      seed,
      bytes: BYTES,
    })

  test.each(some)('in mid-upload is sent again by the page, and stored once: %s', async adapter => {
    const site = await siteWith(adapter, { graceMs: 100 }, [pages])
    const gate = await gateTo(site)
    await tab.goto(pages)
    const held = gate.holdAfter(SOME)
    const upload = send(gate, 1)
    await held
    site.terminate()
    expect(await site.ended).toBe(0)
    expect(sandbox.received()).toEqual([])
    const next = await siteWith(adapter, {}, [pages])
    gate.open(next.port)
    expect(await upload).toMatchObject({ phase: 'done' })
    expect(sandbox.received()).toHaveLength(1)
  })

  test('after its last byte is stored once, where the provider knows keys', async () => {
    const site = await siteWith('http', { graceMs: 100 }, [pages])
    const gate = await gateTo(site)
    // A page of the relay's own origin, which sends keys.
    await tab.goto(gate.url)
    await tab.page.addScriptTag({ url: `${pages}/sealdrop.iife.js` })
    sandbox.flip({ stall: { at: 'answer', times: 1 } })
    const upload = send(gate, 2)
    await eventually(async () => expect(sandbox.received()).toHaveLength(1))
    await gate.holdAfter(0)
    site.terminate()
    await site.ended
    sandbox.flip({ stall: false })
    const next = await siteWith('http', {}, [pages])
    gate.open(next.port)
    expect(await upload).toMatchObject({ phase: 'done' })
    expect(sandbox.received()).toHaveLength(1)
  })
})
