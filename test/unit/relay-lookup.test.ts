import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { verifyTicket } from '../../src/relay/index.ts'
import { type PrivasferSandbox, startPrivasfer } from '../../src/sandbox/privasfer/sandbox.ts'
import { KEY } from './relay-once-tools.ts'
import { ANY, relayFor, type TestRelay, TICKET_KEY } from './relay-tools.ts'

const NAME = 'b1946ac9-2d5f-4d3a-9c1e-0123456789ab'

let privasfer: PrivasferSandbox

beforeAll(async () => {
  privasfer = await startPrivasfer()
})
afterEach(() => privasfer.reset())
afterAll(() => privasfer.close())

const start = (): TestRelay => {
  const { endpoint, token } = privasfer
  return relayFor({ providers: { privasfer: { endpoint, token } } })
}
const ticketOf = (answer: Response): string => answer.headers.get('sealdrop-ticket') ?? ''
const lookUp = async (relay: TestRelay, as: string): Promise<string> =>
  ticketOf(
    await relay.visit('GET', `/privasfer/files?keyword=${NAME}&_=${crypto.randomUUID()}`, { as }),
  )
const ask = async (relay: TestRelay, method: string, ticket: string, as: string, at?: string) => {
  const id = at ?? (await verifyTicket(ticket, TICKET_KEY, { client: as }))?.reference ?? ''
  const headers = { 'SealDrop-Ticket': ticket }
  return (await relay.visit(method, `/privasfer/files/${id}`, { as, headers })).status
}
const stored = (): readonly string[] => privasfer.received().map(({ id }) => id)

describe('who finds a file at Privasfer by its name', () => {
  test('can show it, and deletes nothing, though the ticket is theirs', async () => {
    const relay = start()
    await relay.post('/privasfer/files', { as: 'ada' })
    const ticket = await lookUp(relay, 'bob')
    expect(await verifyTicket(ticket, TICKET_KEY, { client: 'bob' })).toMatchObject({
      reference: stored()[0],
      foundByName: true,
    })
    expect(await ask(relay, 'GET', ticket, 'bob')).toBe(200)
    expect(await ask(relay, 'DELETE', ticket, 'bob')).toBe(403)
    expect(await ask(relay, 'DELETE', ticket, 'ada', stored()[0])).toBe(403)
    expect(stored()).toHaveLength(1)
  })

  test.each([undefined, KEY])(
    'deletes it where the relay remembers that it is their own (key %s): what was cancelled is taken back',
    async key => {
      const relay = start()
      const headers = key === undefined ? {} : { 'Idempotency-Key': key }
      await relay.post('/privasfer/files', { as: 'ada', headers })
      const ticket = await lookUp(relay, 'ada')
      expect(await verifyTicket(ticket, TICKET_KEY, { client: 'ada' })).not.toHaveProperty(
        'foundByName',
      )
      expect(await ask(relay, 'DELETE', ticket, 'ada')).toBe(204)
      expect(stored()).toEqual([])
    },
  )

  test('shows it only where the relay does not remember whose it is', async () => {
    await start().post('/privasfer/files', { as: 'ada' })
    const later = start()
    const ticket = await lookUp(later, 'ada')
    expect(await ask(later, 'GET', ticket, 'ada')).toBe(200)
    expect(await ask(later, 'DELETE', ticket, 'ada')).toBe(403)
  })

  test('deletes the file of nobody else by a file of their own with the same name', async () => {
    const relay = start()
    await start().post('/privasfer/files', { as: 'ada' })
    const [hers] = stored()
    const own = ticketOf(await relay.post('/privasfer/files', { as: 'bob' }))
    // Of two files none is taken for the upload.
    expect(await lookUp(relay, 'bob')).toBe('')
    expect(await ask(relay, 'DELETE', own, 'bob')).toBe(204)
    expect(await ask(relay, 'DELETE', await lookUp(relay, 'bob'), 'bob')).toBe(403)
    expect(stored()).toEqual([hers])
  })

  test('nor by one whose answer was lost, for which the relay itself looks the name up', async () => {
    const relay = start()
    await start().post('/privasfer/files', { as: 'ada' })
    privasfer.flip({ status: { code: 502, times: 1 } })
    expect((await relay.post('/privasfer/files', { as: 'bob' })).status).toBe(502)
    const again = await relay.post('/privasfer/files', { as: 'bob' })
    expect(again.status).toBe(201)
    expect(await verifyTicket(ticketOf(again), TICKET_KEY, ANY)).toMatchObject({
      foundByName: true,
    })
    for (const ticket of [ticketOf(again), await lookUp(relay, 'bob')])
      expect(await ask(relay, 'DELETE', ticket, 'bob')).toBe(403)
    expect(stored()).toHaveLength(1)
  })
})

test('a ticket says itself whether its file was found by its name, and nobody can take that out', async () => {
  const relay = start()
  await relay.post('/privasfer/files', { as: 'ada' })
  const ticket = await lookUp(relay, 'bob')
  const [body = '', mac = ''] = ticket.split('.')
  const said = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>
  const { foundByName: _, ...without } = said
  const forged = `${Buffer.from(JSON.stringify(without)).toString('base64url')}.${mac}`
  expect(await verifyTicket(forged, TICKET_KEY, ANY)).toBeUndefined()
  expect(await ask(relay, 'DELETE', forged, 'bob', stored()[0])).toBe(403)
})
