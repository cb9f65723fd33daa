import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, openDesk } from './privasfer-tools.ts'
import { pdfOf } from './session-tools.ts'
import { failureOf } from './transport.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterEach(() => desk.clean())
afterAll(() => desk.close())

const asked = async (): Promise<number> =>
  (await desk.sandbox.requests()).filter(({ kind }) => kind !== 'preflight').length

describe('the requests of one minute', () => {
  it('are 300, and every answer says how many are left', async () => {
    const headers = { Accept: 'application/json', Authorization: `Bearer ${desk.sandbox.token}` }
    for (const left of ['299', '298']) {
      const answer = await fetch(`${desk.sandbox.endpoint}/mails`, { headers, cache: 'no-store' })
      expect(answer.headers.get('x-ratelimit-limit')).toBe('300')
      expect(answer.headers.get('x-ratelimit-remaining')).toBe(left)
    }
  })

  it('are counted by what the server says: one too many is not even sent', async () => {
    const account = desk.transport()
    await desk.sandbox.flip({ perMinute: 2 })
    await account.list()
    await account.list()
    const parcel = await desk.parcel(100)
    const job = desk.job()
    for (const ask of [() => account.list(), () => account.send(parcel, job)]) {
      const error = await failureOf(ask())
      expect(error).toMatchObject({ code: 'rate-limited', retryable: true, outcome: 'unsent' })
      expect(error.retryAfterMs).toBeGreaterThan(0)
      expect(error.retryAfterMs).toBeLessThanOrEqual(60_000)
    }
    expect(await asked()).toBe(2)
    expect(job.kept()).toBe(undefined)
  })

  it('are shared by those under way at once', async () => {
    const account = desk.transport()
    await desk.sandbox.flip({ perMinute: 3 })
    await account.list()
    const codes = await Promise.all(
      [1, 2, 3, 4].map(() =>
        account.list().then(
          () => 'done',
          ({ code }) => code,
        ),
      ),
    )
    expect(codes).toEqual(['done', 'done', 'rate-limited', 'rate-limited'])
    expect(await asked()).toBe(3)
  })

  it('come anew after the cool-down, which can be told', async () => {
    const account = desk.transport({ coolDownMs: 1 })
    await desk.sandbox.flip({ perMinute: 1 })
    await account.list()
    await desk.sandbox.advance(60_000)
    await expect
      .poll(() => account.list().catch(({ code }) => code), { timeout: 20_000 })
      .toEqual([])
  })

  it('that CORS hides from the page end in the server’s own 429', async () => {
    const account = desk.transport()
    await desk.sandbox.flip({ perMinute: 1, exposed: false })
    await account.list()
    expect(await failureOf(account.list())).toMatchObject({
      code: 'rate-limited',
      retryAfterMs: 60_000,
      provider: { status: 429 },
    })
    expect(await asked()).toBe(2)
  })
})

describe('a 429', () => {
  for (const tooMany of ['json', 'html'] as const)
    it(`with Retry-After, as ${tooMany}, says how long to wait`, async () => {
      await desk.sandbox.flip({ perMinute: 0, tooMany })
      const error = await failureOf(desk.transport().list())
      expect(error).toMatchObject({ code: 'rate-limited', retryable: true })
      expect(error.provider?.message).toBe(tooMany === 'json' ? 'Too Many Attempts.' : undefined)
      expect(error.retryAfterMs).toBeGreaterThan(1000)
      expect(error.retryAfterMs).toBeLessThanOrEqual(60_000)
    })

  for (const tooMany of ['json', 'html'] as const)
    it(`without, as ${tooMany}, is waited out for a minute, or as long as was told`, async () => {
      await desk.sandbox.flip({ perMinute: 0, saysWhen: false, tooMany })
      expect((await failureOf(desk.transport().list())).retryAfterMs).toBe(60_000)
      const { retryAfterMs } = await failureOf(desk.transport({ coolDownMs: 70 }).list())
      expect(retryAfterMs).toBe(70)
    })

  it('costs a file nothing but time', async () => {
    const session = desk.session({}, { coolDownMs: 20 })
    await desk.sandbox.flip({ status: { code: 429, times: 1 } })
    session.add([pdfOf(1000)])
    expect(await session.settled()).toHaveLength(1)
    expect(await desk.sandbox.received()).toHaveLength(1)
    expect(await desk.count('upload')).toBe(2)
  })
})
