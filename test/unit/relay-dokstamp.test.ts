import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { verifyTicket } from '../../src/relay/index.ts'
import { type DokstampSandbox, startDokstamp } from '../../src/sandbox/dokstamp/sandbox.ts'
import { ANY, jsonOf, referenceOf, relayFor, type TestRelay, TICKET_KEY } from './relay-tools.ts'

let dokstamp: DokstampSandbox

beforeAll(async () => {
  dokstamp = await startDokstamp()
})
afterEach(() => {
  vi.useRealTimers()
  dokstamp.reset()
})
afterAll(() => dokstamp.close())

const stamp = () => ({
  endpoint: dokstamp.endpoint,
  clientId: dokstamp.clientId,
  clientSecret: dokstamp.clientSecret,
  tenant: dokstamp.tenant,
})

describe('to DokStamp', () => {
  const pdf = (text: string) => new Blob([`%PDF-1.7\n${text}\n%%EOF\n`])
  const send = (relay: TestRelay, ...texts: readonly string[]) => {
    const form = new FormData()
    for (const text of texts) form.append('files[]', pdf(text), `${text}.pdf`)
    return relay.visit('POST', '/dokstamp/files', { body: form })
  }
  const tokensAsked = () => dokstamp.requests().filter(({ path }) => path === '/oauth/token').length

  test('the relay signs in with its client credentials, once for all who wait', async () => {
    const relay = relayFor({ providers: { dokstamp: stamp() } })
    const answers = await Promise.all(['a', 'b', 'c'].map(text => send(relay, text)))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(tokensAsked()).toBe(1)
    expect(dokstamp.requests().at(-1)?.headers['x-tenant']).toBe(dokstamp.tenant)
    expect(dokstamp.received()).toHaveLength(3)
  })

  test('it renews its token a minute before that expires', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const relay = relayFor({ providers: { dokstamp: stamp() } })
    await send(relay, 'a')
    vi.advanceTimersByTime(43_139_000)
    await send(relay, 'b')
    expect(tokensAsked()).toBe(1)
    vi.advanceTimersByTime(1_000)
    const late = await Promise.all([send(relay, 'c'), send(relay, 'd')])
    expect(late.map(({ status }) => status)).toEqual([201, 201])
    expect(tokensAsked()).toBe(2)
  })

  test('a token that is refused is not used again', async () => {
    const relay = relayFor({ providers: { dokstamp: stamp() } })
    await send(relay, 'a')
    dokstamp.expireTokens()
    expect((await send(relay, 'b')).status).toBe(503)
    expect((await send(relay, 'b')).status).toBe(201)
    expect(tokensAsked()).toBe(2)
  })

  test('wrong credentials are the server’s affair, and the next visitor asks again', async () => {
    const relay = relayFor({
      providers: { dokstamp: { ...stamp(), clientSecret: 'not the client secret' } },
    })
    const answer = await send(relay, 'a')
    expect([answer.status, (await jsonOf(answer)).message]).toEqual([
      502,
      'The provider refuses the credentials of the relay: see its option providers.dokstamp.',
    ])
    await send(relay, 'a')
    expect(tokensAsked()).toBe(2)
  })

  test('several files in one request have a ticket each, in their order', async () => {
    const relay = relayFor({ providers: { dokstamp: stamp() } })
    const answer = await send(relay, 'a', 'b')
    const { data } = (await answer.clone().json()) as { data: { uuid: string }[] }
    const tickets = (answer.headers.get('sealdrop-ticket') ?? '').split(', ')
    const said = await Promise.all(tickets.map(ticket => verifyTicket(ticket, TICKET_KEY, ANY)))
    expect(said.map(ticket => ticket?.reference)).toEqual(data.map(({ uuid }) => uuid))
  })

  test('a ticket shows its file, and never deletes it: it may be somebody else’s, too', async () => {
    const relay = relayFor({ providers: { dokstamp: stamp() } })
    const answer = await send(relay, 'a')
    const headers = { 'SealDrop-Ticket': answer.headers.get('sealdrop-ticket') ?? '' }
    const path = `/dokstamp/files/${await referenceOf(answer)}`
    expect((await relay.visit('GET', path, { headers })).status).toBe(200)
    for (const [method, more] of [
      ['DELETE', ''],
      ['PATCH', ''],
      ['PUT', ''],
      ['GET', '/download'],
    ])
      expect((await relay.visit(method ?? '', `${path}${more}`, { headers })).status).toBe(403)
    expect(dokstamp.received()).toHaveLength(1)
  })

  test('where allow names them, files are listed, changed, downloaded and removed', async () => {
    const relay = relayFor({
      providers: { dokstamp: stamp() },
      allow: { dokstamp: ['list', 'get', 'update', 'replace', 'remove', 'download'] },
    })
    const path = `/dokstamp/files/${await referenceOf(await send(relay, 'a'))}`
    const list = await relay.visit('GET', '/dokstamp/files?where%5Bused_at%5D=null')
    expect((await jsonOf(list)).data).toHaveLength(1)
    for (const method of ['PATCH', 'PUT']) {
      const body = JSON.stringify({ original_name: 'x' })
      const headers = { 'Content-Type': 'application/json' }
      expect((await relay.visit(method, path, { body, headers })).status).toBe(200)
    }
    const file = await relay.visit('GET', `${path}/download`)
    expect(await file.text()).toBe(await pdf('a').text())
    expect(file.headers.get('content-type')).toBe('application/pdf')
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(dokstamp.requests().at(-1)?.headers).not.toHaveProperty('authorization')
    expect((await relay.visit('DELETE', path)).status).toBe(204)
    expect(dokstamp.received()).toEqual([])
  })
})
