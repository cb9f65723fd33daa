import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { createRelay, type Relay } from '../../src/relay/index.ts'
import { httpRelay } from '../../src/relay/node/index.ts'
import { adapters } from '../operate/adapters.ts'
import { closed, jsonOf, listening, SITE, TICKET_KEY } from './relay-tools.ts'
import { open } from './relay-upstream-tools.ts'

const relay = createRelay({
  providers: { http: { endpoint: 'http://127.0.0.1:9' } },
  authorize: () => false,
  ticketKey: TICKET_KEY,
  origin: SITE,
})

const started = async (name: string): Promise<string> => {
  const server = (await adapters[name]?.(relay, {})) as Server
  open.push(() => closed(server))
  return listening(server)
}

/** What a server answers to lines as no browser sends them. */
const said = async (url: string, ...lines: readonly string[]): Promise<string> => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.write(`${[...lines, 'Connection: close', '', ''].join('\r\n')}`)
  return text(socket)
}

describe.each(Object.keys(adapters))('%s', name => {
  test.each([
    ['TRACE /relay/http HTTP/1.1', 'Host: x', /^HTTP\/1\.1 40[45] /],
    ['GET /relay/http HTTP/1.1', 'Host: a:b@x', /^HTTP\/1\.1 400 /],
    ['GET /relay/http HTTP/1.1', 'Host: x/relay/http?', /^HTTP\/1\.1 400 /],
    ['GET /relay/http HTTP/1.1', 'Host:', /^HTTP\/1\.1 400 /],
    ['GET /relay/../relay/http HTTP/1.1', 'Host: x', /^HTTP\/1\.1 400 /],
    ['GET /relay/%2e%2e/relay/http HTTP/1.1', 'Host: x', /^HTTP\/1\.1 400 /],
  ])('answers what no browser asks, and goes on: %s, %s', async (line, host, status) => {
    const url = await started(name)
    expect(await said(url, line, host)).toMatch(status)
    expect(await (await fetch(`${url}/`)).text()).toContain('<title>Apply')
  })

  // With Node's own servers all that comes is the relay's.
  test.skipIf(name === 'http').each([
    ['GET /public HTTP/1.1', 'Host: x/relay/http?'],
    ['GET /public/%2e%2e/relay/http HTTP/1.1', 'Host: x'],
    ['GET /public/../relay/http HTTP/1.1', 'Host: x'],
    ['GET /http HTTP/1.1', 'Host: x/relay'],
  ])(
    'is asked for its own paths alone, however the host or dots are written: %s, %s',
    async (line, host) => {
      const answer = await said(await started(name), line, host)
      expect(answer).not.toMatch(/sealdrop-relay|That is no path/i)
    },
  )
})

test('a relay that fails is answered for in words', async () => {
  const failing = Object.assign(async () => Promise.reject(new Error('secret')), {
    base: '/relay',
    maxSeconds: 60,
    ready: () => {},
  }) as Relay
  const server = createServer(httpRelay(failing))
  open.push(() => closed(server))
  const answer = await fetch(`${await listening(server)}/relay/http`)
  expect([answer.status, await jsonOf(answer)]).toEqual([
    500,
    { code: 'internal-error', message: 'The relay could not do this.' },
  ])
})
