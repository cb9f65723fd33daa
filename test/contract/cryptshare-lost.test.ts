import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
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

const tokensIssued = async (): Promise<number> =>
  (await office.sandbox.requests()).filter(
    ({ method, path }) => method === 'POST' && path.endsWith('/verification/token'),
  ).length

const STEPS = ['register', 'upload', 'submit'] as const

describe('an answer that is lost', () => {
  it('25 times, at any step, leaves exactly one file in exactly one transfer', {
    timeout: 120_000,
  }, async () => {
    const roll = createDice(4)
    const met: Record<string, number> = { register: 0, upload: 0, submit: 0 }
    for (let round = 1; round <= 25; round++) {
      await office.sandbox.reset()
      const on = STEPS[roll(STEPS.length)] ?? 'upload'
      met[on] = (met[on] ?? 0) + 1
      const switches: Switches = {
        dropAnswer: { on, times: 1 + roll(2) },
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
    for (const step of STEPS) expect(met[step]).toBeGreaterThan(3)
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
    await office.sandbox.flip({ dropAnswer: { times: 2 } })
    const { session } = office.open()
    session.add([pdfOf(1000)])
    await session.finish()
    const uploads = (await office.sandbox.requests()).filter(({ kind }) => kind === 'upload')
    expect(new Set(uploads.map(({ path }) => path)).size).toBe(1)
    expect(uploads).toHaveLength(3)
    expect(await office.count('register')).toBe(1)
  })

  it('of the registration: the file is looked for before it is registered again', async () => {
    await office.sandbox.flip({ dropAnswer: { on: 'register', times: 1 } })
    const { session } = office.open()
    session.add([pdfOf(1000)])
    await session.finish()
    expect(await office.count('register')).toBe(1)
  })

  it('of a registration that never came: it is registered', async () => {
    await office.sandbox.flip({ dropBody: { on: 'register', times: 1 } })
    const { session } = office.open()
    session.add([pdfOf(1000)])
    expect(await session.finish()).toHaveLength(1)
    expect(await office.count('register')).toBe(2)
  })

  it('of the submit, for good: the files fail, and a retry finds the transfer done', async () => {
    await office.sandbox.flip({
      dropAnswer: { on: 'submit' },
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
        dropAnswer: { on: 'submit', times: 1 },
      })
      const { session } = office.open()
      session.add([pdfOf(1000)])
      expect(await session.finish(), submitted).toHaveLength(1)
      expect(await office.count('submit'), submitted).toBe(1)
    }
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

describe('a token that is over half way', () => {
  it('for several files at once is renewed once for all of them', async () => {
    await office.sandbox.flip({ sessionsOf: 'sender' })
    const { session, reaches } = office.open({ parallel: 3 })
    session.add([pdfOf(1000, 'a.pdf', 1)])
    await reaches('a.pdf', 'delivered')
    await office.sandbox.expireTokens()
    // Held until all three were refused, so that all three look for a new token.
    await office.sandbox.flip({ stall: { at: 'answer', on: 'register', times: 3 } })
    session.add([2, 3, 4].map(n => pdfOf(1000, `${n}.pdf`, n)))
    await expect.poll(() => office.count('register'), SOON).toBe(4)
    await office.sandbox.flip({ stall: false })
    expect(await session.finish()).toHaveLength(4)
    expect(await tokensIssued()).toBe(2)
  })

  it('is not renewed again by a file that hears of it late', async () => {
    await office.sandbox.flip({ sessionsOf: 'sender' })
    const { session, reaches } = office.open({ parallel: 3 })
    session.add([pdfOf(1000, 'a.pdf', 1)])
    await reaches('a.pdf', 'delivered')
    await office.sandbox.expireTokens()
    // The first file that hears of the old token hears of it when the others have a new one.
    await office.sandbox.flip({ stall: { at: 'answer', on: 'other', times: 1 } })
    session.add([2, 3, 4].map(n => pdfOf(1000, `${n}.pdf`, n)))
    const delivered = () => session.files.filter(({ state }) => state.phase === 'delivered')
    await expect.poll(() => delivered().length, SOON).toBe(3)
    await office.sandbox.flip({ stall: false })
    expect(await session.finish()).toHaveLength(4)
    expect(await tokensIssued()).toBe(2)
  })

  it.each([
    [401, 'token'],
    [403, 'token'],
    [401, 'sender'],
  ] as const)(
    '(%s, sessions of the %s) does not keep a file from arriving',
    async (tokenStatus, sessionsOf) => {
      await office.sandbox.flip({ tokenStatus, sessionsOf })
      const { session, reaches } = office.open()
      const first = pdfOf(1000, 'a.pdf', 1)
      const second = pdfOf(1000, 'b.pdf', 2)
      session.add([first])
      await reaches('a.pdf', 'delivered')
      await office.sandbox.expireTokens()
      session.add([second])
      await session.settled()
      const finished = await session.finish().catch(() => undefined)
      if (sessionsOf === 'sender') expect(finished).toHaveLength(2)
      else {
        // What is in the lost session can only be sent again.
        expect(session.files.map(({ state }) => state.phase)).toEqual(['failed', 'done'])
        session.retry()
      }
      const receipts = await session.finish()
      expect(await office.isOpened(receipts[0]?.reference, first)).toBe(true)
      expect(await office.isOpened(receipts[1]?.reference, second)).toBe(true)
      const submitted = (await office.sandbox.received()).filter(({ isSubmitted }) => isSubmitted)
      expect(submitted).toHaveLength(2)
    },
  )

  it('and was proven by e-mail waits for the person, who gives a new code', async () => {
    await office.sandbox.flip({ methods: ['email'] })
    const transport = office.transport()
    const { session } = office.open({}, transport)
    session.add([pdfOf(1000, 'a.pdf', 1)])
    expect((await failureOf(session.settled())).code).toBe('unauthorized')
    const prove = async (): Promise<void> => {
      await transport.requestCode()
      await transport.verify((await office.sandbox.mailedCode()) ?? '')
    }
    await prove()
    session.retry()
    await session.settled()
    await office.sandbox.expireTokens()
    session.add([pdfOf(1000, 'b.pdf', 2)])
    expect((await failureOf(session.settled())).code).toBe('unauthorized')
    await prove()
    session.retry()
    await session.settled()
    await session.finish().catch(() => {})
    session.retry()
    expect(await session.finish()).toHaveLength(2)
    const submitted = (await office.sandbox.received()).filter(({ isSubmitted }) => isSubmitted)
    expect(submitted).toHaveLength(2)
  })

  it('and is somebody else’s to renew is asked for once more, with fresh headers', async () => {
    const { clientId, user, endpoint } = office.sandbox
    const issue = async (): Promise<string> => {
      const answer = await fetch(`${endpoint}/users/${user}/verification/token`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'X-CS-ClientId': clientId,
          'X-CS-MajorApiVersion': '1',
          'X-CS-MinimumMinorApiVersion': '7',
        },
        body: '{}',
      })
      return (await answer.json()).data.token
    }
    let token = await issue()
    const { cryptshare } = await import('../../src/providers/cryptshare/transport.ts')
    const { recipients } = office.sandbox
    const { session } = office.open(
      {
        async authorize() {
          return { 'X-CS-ClientId': clientId, 'X-CS-VerificationToken': token }
        },
      },
      cryptshare({ endpoint, user, recipients, pollTransfer: { everyMs: 5 } }),
    )
    session.add([pdfOf(1000, 'a.pdf', 1)])
    await session.settled()
    await office.sandbox.expireTokens()
    await office.sandbox.flip({ sessionsOf: 'sender' })
    session.add([pdfOf(1000, 'b.pdf', 2)])
    expect((await failureOf(session.settled())).code).toBe('unauthorized')
    token = await issue()
    session.retry()
    expect(await session.finish()).toHaveLength(2)
  })
})
