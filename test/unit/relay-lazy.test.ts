import { expect, test, vi } from 'vitest'
import { createRelay, type RelayOptions } from '../../src/relay/index.ts'
import { jsonOf, SITE, TICKET_KEY } from './relay-tools.ts'
import { upstreamOf } from './relay-upstream-tools.ts'

const ask = () => new Request(`${SITE}/papers/didww/public_keys`, { headers: { Origin: SITE } })

const optionsTo = (endpoint: string): RelayOptions => ({
  base: '/papers',
  providers: { didww: { endpoint, apiKey: 'the-secret' } },
  authorize: () => ({ client: 'ada' }),
  ticketKey: TICKET_KEY,
  origin: SITE,
  maxSeconds: 60,
})

test('a relay whose options come from a function asks for them once, at its first request', async () => {
  const { url } = await upstreamOf()
  const options = vi.fn(() => optionsTo(url))
  const relay = createRelay(options)
  expect(options).not.toHaveBeenCalled()
  expect((await relay(ask())).status).toBe(201)
  relay.ready()
  expect((await relay(ask())).status).toBe(201)
  expect([relay.base, relay.maxSeconds, options.mock.calls.length]).toEqual(['/papers', 60, 1])
})

test('or when it is told to be ready, and says then what is wrong', async () => {
  let secret = ''
  const relay = createRelay(() => ({ ...optionsTo('https://api.example'), ticketKey: secret }))
  expect(() => relay.ready()).toThrow('ticketKey')
  const answer = await relay(ask())
  expect([answer.status, await jsonOf(answer)]).toEqual([
    502,
    { code: 'bad-gateway', message: 'The relay is not set up: its ready() says why.' },
  ])
  // It is asked again: the secret may be there by now.
  secret = TICKET_KEY
  relay.ready()
  expect(relay.base).toBe('/papers')
})

test('one whose options are there says at once what is wrong', () => {
  expect(() => createRelay({ ...optionsTo('https://api.example'), ticketKey: '' })).toThrow(
    'ticketKey',
  )
  const relay = createRelay({ ...optionsTo('https://api.example'), base: '/relay' })
  relay.ready()
  expect([relay.base, relay.maxSeconds]).toEqual(['/relay', 60])
})
