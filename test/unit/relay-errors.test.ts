import { afterEach, expect, test, vi } from 'vitest'
import { HttpError, type HttpErrorStatus } from '../../src/core/relay/http-error.ts'
import { jsonOf, relayFor, SITE } from './relay-tools.ts'

afterEach(() => void vi.useRealTimers())

test.each<[HttpErrorStatus, string]>([
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [405, 'method-not-allowed'],
  [413, 'too-large'],
  [429, 'rate-limited'],
  [500, 'misconfigured'],
  [502, 'bad-gateway'],
  [409, 'under-way'],
  [504, 'timeout'],
])('the relay’s own %d is %s', async (status, code) => {
  const error = new HttpError(status, 'why', { Allow: 'GET' }, { errorCode: 7 })
  expect(error).toMatchObject({ name: 'HttpError', message: 'why', code, status })
  const answer = error.response('r-1')
  expect(answer.status).toBe(status)
  expect(Object.fromEntries(answer.headers)).toEqual({
    allow: 'GET',
    'content-type': 'application/json',
    'x-request-id': 'r-1',
  })
  expect(await answer.json()).toEqual({
    code,
    message: 'why',
    requestId: 'r-1',
    errorCode: 7,
  })
  const bare = new HttpError(status, 'why').response('r-1')
  expect([...bare.headers.keys()]).toEqual(['content-type', 'x-request-id'])
  expect(await bare.json()).toEqual({ code, message: 'why', requestId: 'r-1' })
})

test('what fails in the site’s own code is 502, without its words', async () => {
  const token = () => {
    throw new Error('no route to db.internal')
  }
  const relay = relayFor({ providers: { didww: { endpoint: SITE, token } } })
  const answer = await relay.post('/didww/encrypted_files')
  expect([answer.status, await jsonOf(answer)]).toEqual([
    502,
    { code: 'bad-gateway', message: 'The relay could not do this.' },
  ])
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(relay.log).toMatchObject([{ status: 502, code: 'bad-gateway' }])
})

test.each<[string, (request: Request) => unknown]>([
  ['read', request => request.text()],
  ['taken', request => request.body?.getReader()],
])(
  'a body that was %s before is told in words and logged, and no timer is left',
  async (_, take) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const relay = relayFor({ providers: { http: { endpoint: SITE } } })
    const headers = { Origin: SITE, 'X-Visitor': 'ada' }
    const request = new Request(`${SITE}/relay/http`, { method: 'PUT', body: 'sealed', headers })
    await take(request)
    const answer = await relay.handle(request)
    expect([answer.status, await jsonOf(answer)]).toEqual([
      500,
      { code: 'misconfigured', message: expect.stringMatching(/^A body parser before the relay/) },
    ])
    expect(relay.log).toMatchObject([{ status: 500, code: 'misconfigured' }])
    expect(vi.getTimerCount()).toBe(0)
  },
)
