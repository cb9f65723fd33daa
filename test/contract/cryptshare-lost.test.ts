import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { turnsOf } from '../turns.ts'
import { type Office, openOffice, SOON, type Switches } from './cryptshare-tools.ts'
import { pdfOf } from './session-tools.ts'
import { failureOf } from './transport.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterEach(() => office.clean())
afterAll(() => office.close())

/** The same numbers from 0 up to `below` in every run. */
const createDice = (seed: number): ((below: number) => number) => {
  let state = seed
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const ROUNDS = turnsOf(25)
const STEPS = ['register', 'upload', 'submit'] as const

describe('an answer that is lost', () => {
  it(`${ROUNDS} times, at any step, leaves exactly one file in exactly one transfer`, {
    timeout: 120_000,
  }, async () => {
    const roll = createDice(4)
    const met: Record<string, number> = { register: 0, upload: 0, submit: 0 }
    for (let round = 1; round <= ROUNDS; round++) {
      await office.sandbox.reset()
      const on = STEPS[roll(STEPS.length)] ?? 'upload'
      met[on] = (met[on] ?? 0) + 1
      const switches: Switches = {
        dropAnswer: { on, times: 1 + roll(2), connection: 'fresh' },
        submitted: roll(2) === 0 ? 'gone' : 'stays',
        locations: (['absolute', 'relative', 'internal'] as const)[roll(3)] ?? 'absolute',
        processing: roll(3),
      }
      await office.sandbox.flip(switches)
      const { session } = office.open()
      const file = pdfOf(1000 + roll(20_000), 'document.pdf', round)
      session.add([file])
      const [receipt] = await session.finish()
      session.close()
      const what = `round ${round}: ${JSON.stringify(switches)}`
      const sessions = await office.sandbox.sessions()
      expect(sessions, what).toHaveLength(1)
      expect(sessions[0]?.isSubmitted, what).toBe(true)
      expect(sessions[0]?.files, what).toHaveLength(1)
      expect(sessions[0]?.id, what).toBe(receipt?.facts.transfer)
      expect(await office.isOpened(receipt?.reference, file), what).toBe(true)
      expect(await office.count('submit'), what).toBe(1)
    }
    for (const step of STEPS) expect(met[step]).toBeGreaterThanOrEqual(turnsOf(4))
  })

  it('of a new session leaves an empty one, which nobody is mailed about', async () => {
    await office.sandbox.flip({ dropAnswer: { on: 'create', times: 1 } })
    const { session } = office.open()
    session.add([pdfOf(1000)])
    await session.finish()
    expect(
      (await office.sandbox.sessions()).map(({ isSubmitted, files }) => [
        isSubmitted,
        files.length,
      ]),
    ).toEqual([
      [false, 0],
      [true, 1],
    ])
  })

  it('of the bytes: they are sent again to the same place', async () => {
    await office.sandbox.flip({ dropAnswer: { times: 2, connection: 'fresh' } })
    const { session } = office.open()
    session.add([pdfOf(1000)])
    await session.finish()
    const uploads = (await office.sandbox.requests()).filter(({ kind }) => kind === 'upload')
    expect(new Set(uploads.map(({ path }) => path)).size).toBe(1)
    expect(uploads).toHaveLength(3)
    expect(await office.count('register')).toBe(1)
  })

  it('of the registration: the file is looked for before it is registered again', async () => {
    await office.sandbox.flip({ dropAnswer: { on: 'register', times: 1, connection: 'fresh' } })
    const { session } = office.open()
    session.add([pdfOf(1000)])
    await session.finish()
    expect(await office.count('register')).toBe(1)
  })

  it('of a registration that never came: it is registered', async () => {
    await office.sandbox.flip({ dropBody: { on: 'register', times: 1, connection: 'fresh' } })
    const { session } = office.open()
    session.add([pdfOf(1000)])
    expect(await session.finish()).toHaveLength(1)
    expect(await office.count('register')).toBe(2)
  })

  it('of the submit, for good: the files fail, and a retry finds the transfer done', async () => {
    await office.sandbox.flip({
      dropAnswer: { on: 'submit', connection: 'fresh' },
      status: { code: 503, on: 'transfer' },
    })
    const { session } = office.open({ retryPolicy: { limit: 1, delayMs: 1 } })
    session.add([pdfOf(1000)])
    await failureOf(session.finish())
    expect(session.files[0]?.state.phase).toBe('failed')
    await office.sandbox.flip({ status: false })
    session.retry()
    expect(await session.finish()).toHaveLength(1)
    expect(await office.count('submit')).toBe(1)
  })

  it('of the submit, on a server too old to tell of transfers: the session tells', async () => {
    for (const submitted of ['gone', 'stays'] as const) {
      await office.sandbox.reset()
      await office.sandbox.flip({
        minorVersion: 10,
        submitted,
        dropAnswer: { on: 'submit', times: 1, connection: 'fresh' },
      })
      const { session } = office.open()
      session.add([pdfOf(1000)])
      expect(await session.finish(), submitted).toHaveLength(1)
      expect(await office.count('submit'), submitted).toBe(1)
    }
  })

  for (const lost of [
    { dropAnswer: { on: 'submit', connection: 'fresh' } },
    { status: { code: 504, on: 'submit', times: 1 } },
  ] as const)
    it(`of the submit, to a file that is cancelled then: it may have arrived (${Object.keys(lost)})`, async () => {
      await office.sandbox.flip({ ...lost, minorVersion: 10 })
      const { session } = office.open({ retryPolicy: { delayMs: 60_000, maxDelayMs: 60_000 } })
      session.add([pdfOf(1000)])
      void session.finish().catch(() => {}) // it waits for the next try, and ends with the session
      await expect.poll(() => session.files[0]?.state.phase, SOON).toBe('retrying')
      session.cancel()
      expect(session.files[0]?.state).toEqual({ phase: 'cancelled', mayHaveArrived: true })
      const methods = async () => (await office.sandbox.requests()).map(({ method }) => method)
      await expect.poll(methods, SOON).toContain('DELETE')
      const isSubmitted = 'dropAnswer' in lost
      await expect
        .poll(() => session.files[0]?.state, SOON)
        .toEqual({ phase: 'cancelled', ...(isSubmitted && { mayHaveArrived: true }) })
    })

  it('with a file that was cancelled meanwhile: it is not in the transfer', async () => {
    await office.sandbox.flip({ stall: { at: 'answer', on: 'register', times: 1 } })
    const { session } = office.open({ parallel: 1 })
    const [first] = session.add([pdfOf(1000, 'a.pdf', 1), pdfOf(1000, 'b.pdf', 2)])
    await expect.poll(() => office.count('register'), SOON).toBe(1)
    await office.sandbox.flip({ status: { code: 503, on: 'session', times: 1 } })
    session.cancel(first?.id)
    await office.sandbox.flip({ stall: false })
    expect((await session.finish()).map(({ name }) => name)).toEqual(['b.pdf'])
    expect((await office.sandbox.sessions())[0]?.files).toHaveLength(1)
  })
})

describe('what the server loses between the registration and the bytes', () => {
  /** Adds a file, and lets the server lose something before it answers the registration. */
  const loseMeanwhile = async (lose: () => Promise<void>): Promise<void> => {
    await office.sandbox.flip({ stall: { at: 'answer', on: 'register', times: 1 } })
    const { session } = office.open()
    const file = pdfOf(1000)
    session.add([file])
    await expect.poll(async () => (await office.sandbox.sessions())[0]?.files.length, SOON).toBe(1)
    await lose()
    await office.sandbox.flip({ stall: false })
    const [receipt] = await session.finish()
    expect(await office.isOpened(receipt?.reference, file)).toBe(true)
    expect(await office.count('submit')).toBe(1)
  }

  it('a file: it is registered anew, in the same session', async () => {
    await loseMeanwhile(async () => {
      const [one] = await office.sandbox.sessions()
      await office.sandbox.loseFile(one?.files[0]?.id ?? '')
    })
    expect(await office.count('create')).toBe(1)
    expect(await office.count('register')).toBe(2)
  })

  it('the session: the file is registered in a new one', async () => {
    await loseMeanwhile(() => office.sandbox.loseSessions())
    expect(await office.count('create')).toBe(2)
  })
})
