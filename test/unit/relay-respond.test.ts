import { expect, test, vi } from 'vitest'
import { createEncryptedIds } from '../../src/core/relay/encrypted-ids.ts'
import { badCredentials } from '../../src/core/relay/http-error.ts'
import type { RelayCall, RelayProvider, Route } from '../../src/core/relay/route.ts'
import { createSigner } from '../../src/core/relay/sign.ts'
import { createSignedIds } from '../../src/core/relay/signed-ids.ts'
import type { Forwarded } from '../../src/relay/forward.ts'
import { type Exchange, replyTo, respond as respondWith } from '../../src/relay/respond.ts'
import { verifyTicket } from '../../src/relay/ticket.ts'
import { ANY, TICKET_KEY } from './relay-tools.ts'

const signer = createSigner(TICKET_KEY)
const call: RelayCall = {
  request: new Request('https://site.example/relay/http'),
  client: 'ada',
  provider: 'http',
  params: {},
  query: new URLSearchParams(),
  mount: '/relay/http',
  allows: () => false,
  hasTicketFor: async () => false,
  isUploaderOf: async () => false,
  json: async () => ({}),
  ids: createSignedIds(signer, 'http'),
  encryptedIds: createEncryptedIds(signer, 'http'),
}
const exchange = (
  more: Partial<Exchange> & { readonly onRoute?: Partial<Route> } = {},
): Exchange => {
  const { onRoute, ...given } = more
  const provider: RelayProvider = {
    endpoint: 'https://upstream.example',
    routes: [],
    requestHeaders: [],
    responseHeaders: ['content-length', 'content-disposition'],
    credentials: async () => ({}),
    secrets: () => [],
  }
  const route: Route = {
    method: 'POST',
    path: '',
    operation: 'upload',
    allowedByDefault: true,
    ...onRoute,
  }
  return {
    call,
    route,
    provider,
    credentials: {},
    secrets: ['the-secret'],
    ...given,
  }
}
const respond = async (
  forwarded: Forwarded,
  given: Exchange,
  ticketSeconds?: number,
): Promise<Response> => respondWith(await replyTo(forwarded, given), call, signer, ticketSeconds)
const answered = (more: Partial<Forwarded> = {}): Forwarded => ({
  status: 200,
  headers: new Headers({ 'Content-Type': 'application/json' }),
  body: '{"id":"f-1"}',
  ...more,
})
const stream = (): Forwarded['body'] => new Response('sealed').body as Forwarded['body']

test('an answer that lost a secret does not claim its former length', async () => {
  const headers = new Headers({ 'Content-Length': '16', 'Retry-After': 'the-secret' })
  const answer = await respond(answered({ headers, body: '{"a":"the-secret"}' }), exchange())
  expect(await answer.text()).toBe('{"a":"[removed]"}')
  expect(answer.headers.has('content-length')).toBe(false)
  expect(answer.headers.get('retry-after')).toBe('[removed]')
})

test.each([
  ['POST', 204],
  ['POST', 205],
  ['HEAD', 200],
])('%s answered with %d has no body', async (method, status) => {
  const answer = await respond(answered({ status }), exchange({ onRoute: { method } }))
  expect([answer.status, answer.body]).toEqual([status, null])
})

test('a download is saved and never shown, whatever the upstream says of it', async () => {
  const bare = await respond(answered({ body: stream() }), exchange())
  expect(bare.headers.get('content-disposition')).toBe('attachment')
  const headers = new Headers({
    'Content-Disposition': 'attachment; filename="a.pdf"',
    'Content-Length': '6',
  })
  const named = await respond(answered({ headers, body: stream() }), exchange())
  expect(named.headers.get('content-disposition')).toBe('attachment; filename="a.pdf"')
  expect(named.headers.get('content-length')).toBe('6')
  expect(await named.text()).toBe('sealed')
})

test.each([
  [199, 0],
  [200, 1],
  [299, 1],
  [300, 0],
  [399, 0],
  [400, 0],
  [503, 0],
])(
  'of an answer with %d the route hears %d times, and the provider always',
  async (status, times) => {
    const onSuccess = vi.fn(() => ({ uploads: [{ reference: 'f-1' }], location: '/relay/http/1' }))
    const ownRefusal = vi.fn()
    const { provider } = exchange()
    const given = exchange({ onRoute: { onSuccess }, provider: { ...provider, ownRefusal } })
    // A Response cannot be made with 199.
    const outcome = await respond(answered({ status }), given).catch(() => undefined)
    expect([onSuccess.mock.calls.length, ownRefusal.mock.calls.length]).toEqual([times, 1])
    if (outcome) expect(outcome.headers.has('sealdrop-ticket')).toBe(times === 1)
    if (outcome) expect(outcome.headers.has('location')).toBe(times === 1)
  },
)

test('a provider is not asked whether it refuses credentials that the route does not send', async () => {
  const ownRefusal = vi.fn(() => badCredentials('providers.http.headers'))
  const { provider } = exchange()
  const own = { ...provider, ownRefusal }
  const given = exchange({ onRoute: { credentials: 'none' }, provider: own })
  expect((await respond(answered({ status: 401 }), given)).status).toBe(401)
  expect(ownRefusal).not.toHaveBeenCalled()
})

test('what the route puts in place of the upstream’s JSON is told instead', async () => {
  const onSuccess = () => ({ body: { data: [] } })
  const answer = await respond(answered(), exchange({ onRoute: { onSuccess } }))
  expect(await answer.text()).toBe('{"data":[]}')
  expect(answer.headers.has('sealdrop-ticket')).toBe(false)
})

test('no secret reaches what the route makes of an answer', async () => {
  const onSuccess: Route['onSuccess'] = ({ json }) => ({ body: json })
  const given = exchange({ onRoute: { onSuccess } })
  const answer = await respond(answered({ body: '{"id":"the-secret"}' }), given)
  expect(await answer.text()).toBe('{"id":"[removed]"}')
})

test('each upload has its ticket, valid for a day or as long as the options say', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const onSuccess = () => ({
    uploads: [{ reference: 'a' }, { reference: 'b', transfer: 't' }],
  })
  for (const [ticketSeconds, seconds] of [
    [undefined, 86_400],
    [60, 60],
  ] as const) {
    const answer = await respond(answered(), exchange({ onRoute: { onSuccess } }), ticketSeconds)
    const tickets = (answer.headers.get('sealdrop-ticket') ?? '').split(', ')
    const expires = Date.now() + seconds * 1000
    expect(await Promise.all(tickets.map(ticket => verifyTicket(ticket, TICKET_KEY, ANY)))).toEqual(
      [
        { provider: 'http', reference: 'a', client: 'ada', expires },
        { provider: 'http', reference: 'b', transfer: 't', client: 'ada', expires },
      ],
    )
  }
  vi.useRealTimers()
})
