import { afterEach, expect, it } from 'vitest'
import type { Delivery, Parcel, SendJob, Transport } from '../../src/core/contracts.ts'
import { SealDropError } from '../../src/core/errors.ts'
import { openSession, type Session, type SessionOptions } from '../../src/session/session.ts'
import { createThread } from '../../src/thread/client.ts'
import { createOrigin, type Origin, onlyEntry, placeOn } from '../unit/shelf-tools.ts'
import { pdfOf } from './session-tools.ts'

const RECIPIENT = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj'

/** One send, as the test answers it. */
interface Sending {
  readonly parcel: Parcel
  readonly job: SendJob
  deliver(): void
  fail(facts: ConstructorParameters<typeof SealDropError>[2], code?: 'server' | 'forbidden'): void
}

interface Visit {
  readonly session: Session
  /** The sends so far. */
  readonly sendings: readonly Sending[]
  sent(count?: number): Promise<Sending>
}

const sessions: Session[] = []
afterEach(() => {
  for (const session of sessions.splice(0)) session.close()
})

const visit = (
  origin: Origin,
  options: Partial<SessionOptions> = {},
  transport: Partial<Transport> = {},
): Visit => {
  const sendings: Sending[] = []
  const session = openSession(
    {
      transport: {
        name: 'test',
        endpoint: 'https://up.example/',
        traits: { seals: ['age', 'none'], resumes: false, perRequest: 1 },
        send: (parcel, job) => {
          origin.asked.push('send')
          return new Promise<Delivery>((resolve, reject) => {
            job.signal.addEventListener('abort', () => reject(job.signal.reason), { once: true })
            sendings.push({
              parcel,
              job,
              deliver: () => resolve({ reference: 'one', facts: {} }),
              fail: (facts, code = 'server') => reject(new SealDropError(code, 'no', facts)),
            })
          })
        },
        ...transport,
      },
      seal: { scheme: 'age', recipients: [RECIPIENT] },
      retryPolicy: { limit: 0 },
      ...options,
    },
    createThread,
    placeOn(origin),
  )
  sessions.push(session)
  return {
    session,
    sendings,
    async sent(count = 1) {
      await expect.poll(() => sendings.length).toBe(count)
      const last = sendings.at(-1)
      if (!last) throw new Error('Nothing was sent.')
      return last
    },
  }
}

const isShelved = async (origin: Origin, is = true): Promise<void> => {
  await expect.poll(() => origin.records.size).toBe(is ? 1 : 0)
  expect(origin.bodies.size).toBe(is ? 1 : 0)
}
const phaseOf = (session: Session): string | undefined => session.files[0]?.state.phase
const reaches = (session: Session, phase: string): Promise<void> =>
  expect.poll(() => phaseOf(session)).toBe(phase)

const start = async (
  origin: Origin,
  options: Partial<SessionOptions> = {},
  transport: Partial<Transport> = {},
) => {
  const opened = visit(origin, options, transport)
  opened.session.add([pdfOf(1000)])
  const sending = await opened.sent()
  await isShelved(origin)
  return { ...opened, sending }
}
/** As when the tab is gone in mid-upload. */
const leave = async (options: Partial<SessionOptions> = {}, transport: Partial<Transport> = {}) => {
  const origin = createOrigin()
  const left = await start(origin, options, transport)
  origin.held.clear()
  return { ...left, origin }
}

it('is written down when its request has begun, and gone when it is done', async () => {
  const origin = createOrigin()
  const { session, sending } = await start(origin)
  expect(origin.asked).toEqual(['send', 'put marked'])
  expect(onlyEntry(origin)).toMatchObject({ uncertain: true, key: sending.parcel.key })
  sending.deliver()
  await session.settled()
  await isShelved(origin, false)
  expect(origin.held.size).toBe(0)
})

it('waits for nothing of it: a storage that never answers delays nothing', async () => {
  const origin = createOrigin()
  const place = { ...placeOn(origin), open: () => new Promise<never>(() => {}) }
  const session = openSession(
    {
      transport: {
        name: 'test',
        endpoint: 'https://up.example/',
        traits: { seals: ['age'], resumes: false, perRequest: 1 },
        send: async () => ({ reference: 'one', facts: {} }),
      },
      seal: { scheme: 'age', recipients: [RECIPIENT] },
    },
    createThread,
    place,
  )
  sessions.push(session)
  session.add([pdfOf(1000)])
  expect(await session.finish()).toHaveLength(1)
})

it('that was paused before its bytes left need not be looked for', async () => {
  const { session, origin } = await leave()
  session.pause()
  await expect.poll(() => onlyEntry(origin).uncertain).toBe(false)
})

it.each([
  ['refused for good', 'forbidden', {}, false],
  ['refused for now', 'server', { retryable: true }, true],
  ['cut without an answer', 'server', { outcome: 'unknown' }, true],
] as const)('that was %s stays where a later try may succeed', async (_how, code, facts, stays) => {
  const origin = createOrigin()
  const { session, sending } = await start(origin)
  sending.fail(facts, code)
  await reaches(session, 'failed')
  await isShelved(origin, stays)
  const [file] = session.files
  session.removeFile(file?.id ?? '')
  await isShelved(origin, false)
})

it('that failed and is sent again is there again', async () => {
  const origin = createOrigin()
  const { session, sending, sent } = await start(origin)
  sending.fail({}, 'forbidden')
  await reaches(session, 'failed')
  await isShelved(origin, false)
  session.retry()
  await sent(2)
  await isShelved(origin)
})

it.each([
  ['cancelled', (session: Session) => session.cancel()],
  ['taken off the list', (session: Session) => session.clear()],
  ['under way when the session is closed', (session: Session) => session.close()],
])('that is %s is gone', async (_how, end) => {
  const origin = createOrigin()
  const { session } = await start(origin)
  end(session)
  await isShelved(origin, false)
  await expect.poll(() => origin.held.size).toBe(0)
})

it('that failed stays for the next session when this one is closed', async () => {
  const origin = createOrigin()
  const { session, sending } = await start(origin)
  sending.fail({ outcome: 'unknown' })
  await reaches(session, 'failed')
  session.close()
  await expect.poll(() => origin.held.size).toBe(0)
  await isShelved(origin)
})

it('is kept with its last point, and no longer than the provider keeps its part', async () => {
  const origin = createOrigin()
  const { sending } = await start(origin)
  const expiresAt = new Date(Date.now() + 60_000).toISOString()
  await sending.job.keep({ at: 1 }, expiresAt)
  await expect
    .poll(() => onlyEntry(origin))
    .toMatchObject({ resume: { at: 1 }, expiresAt: Date.parse(expiresAt) })
})

it('of a batch stays until that is committed', async () => {
  const origin = createOrigin()
  const commit: Transport['commit'] = async deliveries => deliveries
  const { session, sending } = await start(origin, {}, { commit })
  sending.deliver()
  await reaches(session, 'delivered')
  await isShelved(origin)
  await session.finish()
  await isShelved(origin, false)
})

it('that is not sealed, or sent under its own name, is never there', async () => {
  const origin = createOrigin()
  for (const options of [
    { seal: { scheme: 'none', because: 'a test' } },
    { fileName: 'original' },
    { shelf: 'off' },
  ] as const) {
    const { session, sent } = visit(origin, options)
    session.add([pdfOf(1000)])
    const sending = await sent()
    await sending.job.keep({ at: 1 })
    sending.deliver()
    await session.settled()
  }
  expect(origin.asked).toEqual(['send', 'send', 'send'])
  expect(origin.marker).toBeUndefined()
})

it('is offered, counts for nothing, and goes on from its point with the same bytes', async () => {
  const { origin, sending } = await leave()
  await sending.job.keep({ at: 1 })
  await expect.poll(() => onlyEntry(origin).resume).toEqual({ at: 1 })
  const next = visit(origin, { limits: { maxFiles: 1 } })
  await expect.poll(() => next.session.files.length).toBe(1)
  const [offered] = next.session.files
  expect(offered).toMatchObject({ name: '', type: '', size: 1000, state: { offered: true } })
  expect(offered?.file).toBeUndefined()
  expect(await next.session.settled()).toEqual([])
  next.session.resumeOwn()
  next.session.start()
  expect(await next.session.finish()).toEqual([])
  expect(next.sendings).toEqual([])
  // It takes no place, either.
  next.session.add([pdfOf(2000)])
  ;(await next.sent()).deliver()
  await expect.poll(() => next.session.receipts.length).toBe(1)

  next.session.resume(offered?.id)
  const again = await next.sent(2)
  expect(again.parcel).toMatchObject({ id: sending.parcel.id, key: sending.parcel.key })
  expect(await again.parcel.body.arrayBuffer()).toEqual(await sending.parcel.body.arrayBuffer())
  expect(again.job).toMatchObject({ resume: { at: 1 }, uncertain: true, attempt: 1 })
  again.deliver()
  const receipts = await next.session.settled()
  const own = receipts.find(({ size }) => size === 1000)
  expect(own?.sealed.sha256).toMatch(/^[\da-f]{64}$/)
  expect(own).not.toHaveProperty('name')
  expect(own).not.toHaveProperty('type')
  expect(own).not.toHaveProperty('sha256')
  await isShelved(origin, false)
})

it('that is offered stays when the session is closed', async () => {
  const { origin } = await leave()
  const next = visit(origin)
  await expect.poll(() => next.session.files.length).toBe(1)
  next.session.close()
  expect(origin.records.size).toBe(1)
  expect(next.sendings).toEqual([])
})

it('that is offered and not wanted is deleted, and taken back', async () => {
  const { origin, sending } = await leave()
  await sending.job.keep({ at: 1 })
  await expect.poll(() => onlyEntry(origin).resume).toEqual({ at: 1 })
  const discarded: unknown[] = []
  const discard: Transport['discard'] = async what => {
    discarded.push(what)
    return true
  }
  const next = visit(origin, {}, { discard })
  await expect.poll(() => next.session.files.length).toBe(1)
  next.session.cancel(next.session.files[0]?.id)
  await expect.poll(() => next.session.files[0]?.state).toEqual({ phase: 'cancelled' })
  expect(discarded).toEqual([{ resume: { at: 1 } }])
  await isShelved(origin, false)
  expect(origin.held.size).toBe(0)
  expect(next.sendings).toEqual([])
})

it('that another tab took meanwhile leaves the list, and is neither sent nor deleted', async () => {
  const { origin } = await leave()
  const [one, two] = [visit(origin), visit(origin)]
  await expect.poll(() => one.session.files.length + two.session.files.length).toBe(2)
  one.session.resume()
  await one.sent()
  two.session.resume()
  await expect.poll(() => two.session.files.length).toBe(0)
  expect(two.sendings).toEqual([])
  await isShelved(origin)
})

it('that is offered holds up settled() once it goes on', async () => {
  const { origin } = await leave()
  const next = visit(origin)
  await expect.poll(() => next.session.files.length).toBe(1)
  next.session.resume()
  const settled = next.session.settled()
  ;(await next.sent()).deliver()
  expect(await settled).toHaveLength(1)
})
