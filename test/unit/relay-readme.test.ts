import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { asInstalled } from '../../demo/site/expand.ts'
import { createSigner } from '../../src/core/relay/sign.ts'
import { isStore } from '../../src/relay/store.ts'
import { issueTicket } from '../../src/relay/ticket.ts'
import { startTus, type TusSandbox } from '../../src/sandbox/tus/sandbox.ts'
import { codeIn } from '../readme.ts'
import { closed, startUpstream, TICKET_KEY, type Upstream } from './relay-tools.ts'

const read = (path: string): Promise<string> => readFile(join(import.meta.dirname, path), 'utf8')

let didww: Upstream
let tus: TusSandbox

beforeAll(async () => {
  tus = await startTus()
  didww = await startUpstream((_, response) => response.writeHead(201).end('{"data":{"id":"f-1"}}'))
})
beforeEach(() => void vi.stubEnv('UPLOADS', join(tmpdir(), 'sealdrop-readme-uploads')))
afterEach(() => vi.unstubAllEnvs())
afterAll(() => Promise.all([didww.close(), tus.close()]))

describe('the README', () => {
  test.each([
    'relay.ts',
    'server.ts',
    'worker.ts',
    'form.ts',
    'claim.ts',
    'redis.ts',
    'tus-server.ts',
  ])('shows the relay’s %s as it runs in the tests', async name => {
    const code = asInstalled(await read(`relay-example/${name}`))
    expect(codeIn(await read('../../README.md'))).toContain(code)
  })
})

test('a Node server with the relay lets those upload who are signed in, and knows them by the form', async () => {
  vi.stubEnv('DIDWW_ENDPOINT', `${didww.url}/v3`)
  vi.stubEnv('SITE_ORIGIN', 'https://site.example')
  vi.stubEnv('DIDWW_API_KEY', 'the-secret-of-the-site')
  vi.stubEnv('TICKET_KEY', TICKET_KEY)
  // Not the port of the example: any other program may have it.
  const { relay } = await import('./relay-example/relay.ts')
  const { papersIn } = await import('./relay-example/form.ts')
  const visit = (cookie: string, body: FormData, url: string) =>
    new Request(url, {
      method: 'POST',
      body,
      headers: { Origin: 'https://site.example', Cookie: cookie },
    })
  const upload = (cookie: string) =>
    relay(visit(cookie, new FormData(), 'https://site.example/relay/didww/encrypted_files'))
  expect((await upload('')).status).toBe(401)
  const stored = await upload('session=ada')
  expect(stored.status).toBe(201)

  const form = new FormData()
  form.set('papers', stored.headers.get('sealdrop-ticket') ?? '')
  const send = (cookie: string) =>
    papersIn(visit(cookie, form, 'https://site.example/apply'), TICKET_KEY)
  expect(await send('session=ada')).toMatchObject([{ reference: 'f-1', client: 'ada' }])
  await expect(send('session=bob')).rejects.toThrow('not a ticket of yours')
})

test('an upload is submitted with one application only, and is free again where that could not be stored', async () => {
  vi.stubEnv('TICKET_KEY', TICKET_KEY)
  const { apply } = await import('./relay-example/claim.ts')
  const { applications } = await import('./relay-example/database.ts')
  const expires = Date.now() + 60_000
  const stated = { provider: 'didww', reference: 'f-1', client: 'ada', expires }
  const ticket = await issueTicket(stated, createSigner(TICKET_KEY))
  await expect(apply(ticket, 'bob', 'first')).rejects.toThrow('not a ticket of yours')
  await expect(apply(ticket, 'ada', 'no room')).rejects.toThrow('no room')
  expect(await apply(ticket, 'ada', 'first')).toEqual(stated)
  expect(await apply(ticket, 'ada', 'first')).toEqual({ ...stated, isAgain: true })
  await expect(apply(ticket, 'ada', 'second')).rejects.toThrow('used before')
  expect([...applications]).toEqual([['first', 'f-1']])
})

test('an edge runtime calls the same relay', async () => {
  const { default: worker } = await import('./relay-example/worker.ts')
  const env = {
    SITE_ORIGIN: 'https://site.example',
    TUS_ENDPOINT: tus.endpoint,
    TUS_TOKEN: tus.token,
    TICKET_KEY,
  }
  const waited: Promise<unknown>[] = []
  const context = { waitUntil: (promise: Promise<unknown>) => void waited.push(promise) }
  const create = (headers: Readonly<Record<string, string>>) =>
    worker.fetch(
      new Request('https://site.example/relay/tus', {
        method: 'POST',
        headers: { Origin: 'https://site.example', 'Tus-Resumable': '1.0.0', ...headers },
      }),
      env,
      context,
    )
  expect((await create({ 'Upload-Length': '6' })).status).toBe(401)
  const answer = await create({ 'Upload-Length': '6', Cookie: 'session=ada' })
  expect(answer.headers.get('location')).toMatch(/^\/relay\/tus\//)
  // Else such a runtime ends the work when the visitor leaves, and nobody hears what the provider answered.
  expect(await waited.at(-1)).toBe(answer)
})

test('a store in Redis, and the locks of tus, need no connection to be made', async () => {
  const { client, store } = await import('./relay-example/redis.ts')
  const { tus } = await import('./relay-example/tus-server.ts')
  expect([isStore(store), typeof tus.handle, client.isOpen]).toEqual([true, 'function', false])
  // Nothing waits for a connection: the relay goes on without.
  await expect(store.get('key')).rejects.toThrow(/closed/i)
})

test('and the Node server listens', async () => {
  vi.stubEnv('DIDWW_API_KEY', 'the-secret-of-the-site')
  vi.stubEnv('TICKET_KEY', TICKET_KEY)
  const { Server } = await import('node:net')
  const listen = vi.spyOn(Server.prototype, 'listen').mockImplementation(function (this: never) {
    return this
  })
  const { server } = await import('./relay-example/server.ts')
  expect(listen).toHaveBeenCalledWith(3000)
  listen.mockRestore()
  server.listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const answer = await fetch(`http://127.0.0.1:${port}/relay/didww/public_keys`)
  expect(answer.status).toBe(401)
  await closed(server)
})
