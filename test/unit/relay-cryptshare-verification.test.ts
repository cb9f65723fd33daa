import { expect, test, vi } from 'vitest'
import { CLIENT_ID, post, relayed, started, USERS } from './relay-cryptshare-tools.ts'
import { jsonOf } from './relay-tools.ts'

test.each([
  ['12', '12'],
  ['9999', '9999'],
  ['', '7'],
  ['latest', '7'],
  ['12345', '7'],
  ['1.5', '7'],
  ['x12', '7'],
  ['12x', '7'],
])('a page that asks for version 1.%s gets at least 1.%s', async (asked, minor) => {
  const options = { productKey: 'api.rest' }
  const { relay, server } = await relayed({ options })
  await relay.visit('GET', `${USERS}/verification`, {
    headers: { 'X-CS-MinimumMinorApiVersion': asked },
  })
  expect(server.seen.at(-1)).toMatchObject({
    path: '/api/users/forms%40example.org/verification',
    headers: {
      'x-cs-clientid': CLIENT_ID,
      'x-cs-productkey': 'api.rest',
      'x-cs-majorapiversion': '1',
      'x-cs-minimumminorapiversion': minor,
    },
  })
  expect(server.seen.at(-1)?.headers).not.toHaveProperty('x-cs-verificationtoken')
})

test('the relay asks for its token as the documents say, and for the oldest version they show', async () => {
  const { relay, server } = await relayed({ location: '/s-1' })
  await started(relay)
  expect(server.seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /api/users/forms%40example.org/verification/token',
    'POST /api/users/forms%40example.org/transfer-sessions',
  ])
  const [asked, next] = server.seen
  expect(asked).toMatchObject({
    body: '{}',
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      'x-cs-clientid': CLIENT_ID,
      'x-cs-minimumminorapiversion': '7',
    },
  })
  expect(asked?.headers).not.toHaveProperty('x-cs-productkey')
  expect(next?.headers['x-cs-verificationtoken']).toBe('a-token-of-cs')
})

test('a page that asks for a token makes the relay get its own, once, and sends no code on', async () => {
  for (const [allow, body] of [
    [undefined, { verificationCode: '1234' }],
    [{ cryptshare: ['verify'] }, {}],
  ] as const) {
    const { relay, server } = await relayed({ ...(allow && { more: { allow } }) })
    for (let time = 0; time < 2; time++)
      expect((await post(relay, `${USERS}/verification/token`, body)).status).toBe(200)
    expect(server.seen.map(seen => seen.body)).toEqual(['{}'])
  }
})

test('where allow names it, a code that was mailed verifies the relay', async () => {
  const more = { allow: { cryptshare: ['verify'] } } as const
  const { relay, server, sent } = await relayed({ location: '/s-1', more })
  await post(relay, `${USERS}/verification/token`, { verificationCode: '1234' })
  expect(sent()).toEqual({ verificationCode: '1234' })
  await started(relay)
  expect(server.seen).toHaveLength(2)
})

const NOON = Date.UTC(2030, 0, 1, 12)

test.each([
  ['2030-01-01T14:00:00.000+0100', '2030-01-01T13:00:00.000Z'],
  ['2030-01-01T14:00:00.000+01:00', '2030-01-01T13:00:00.000Z'],
  ['2030-01-01T11:30:00.000-0130', '2030-01-01T13:00:00.000Z'],
  ['+002030-01-01T14:00:00.000+0100', '2030-01-01T13:00:00.000Z'],
  ['2030-01-01T13:00:00Z', '2030-01-01T13:00:00.000Z'],
])('a token that is valid until %s is used until a minute before that', async (validUntil, utc) => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON })
  const { relay, server } = await relayed({ location: '/s-1', validUntil })
  const answer = await post(relay, `${USERS}/verification/token`)
  expect(await jsonOf(answer)).toEqual({ data: { token: 'kept-by-the-relay', validUntil: utc } })
  vi.setSystemTime(NOON + 3_540_000 - 1)
  await started(relay)
  const asked = () => server.seen.filter(({ path }) => path.endsWith('/token')).length
  expect(asked()).toBe(1)
  vi.setSystemTime(NOON + 3_540_000)
  await started(relay)
  expect(asked()).toBe(2)
})

test('a zone without a colon is read by engines that know no dates but those of ECMAScript, too', async () => {
  const Strict = class extends Date {
    constructor(...given: [] | [value: number | string]) {
      const [value = Date.now()] = given
      super(typeof value === 'number' || /(Z|[+-]\d\d:\d\d)$/.test(value) ? value : Number.NaN)
    }
  }
  vi.stubGlobal('Date', Strict)
  try {
    const { relay } = await relayed({ validUntil: '2030-01-01T14:00:00.000+0130' })
    const answer = await post(relay, `${USERS}/verification/token`)
    expect((await jsonOf(answer)).data).toMatchObject({ validUntil: '2030-01-01T12:30:00.000Z' })
  } finally {
    vi.unstubAllGlobals()
  }
})

test.each([
  ['nothing', undefined, ''],
  ['what is no time', 'tomorrow', ''],
  ['a time that is over', '2030-01-01T11:00:00Z', '2030-01-01T11:00:00.000Z'],
  ['this moment', '2030-01-01T12:00:00Z', '2030-01-01T12:00:00.000Z'],
])('a token of which the server says %s is used for four minutes', async (_, validUntil, said) => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON })
  const { relay, server } = await relayed({ location: '/s-1', validUntil: validUntil ?? null })
  const answer = await post(relay, `${USERS}/verification/token`)
  expect(await jsonOf(answer)).toEqual({ data: { token: 'kept-by-the-relay', validUntil: said } })
  const asked = () => server.seen.filter(({ path }) => path.endsWith('/token')).length
  for (const [ms, times] of [
    [239_999, 1],
    [240_000, 2],
  ] as const) {
    vi.setSystemTime(NOON + ms)
    await started(relay)
    expect(asked()).toBe(times)
  }
})
