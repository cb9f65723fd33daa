import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type CryptshareTransport, cryptshare } from '../../src/providers/cryptshare/transport.ts'
import { type Office, openOffice, SOON } from './cryptshare-tools.ts'
import { pdfOf } from './session-tools.ts'
import { failureOf } from './transport.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterEach(() => office.clean())
afterAll(() => office.close())

const tokensIssued = async (): Promise<number> =>
  (await office.sandbox.requests()).filter(
    ({ method, path }) => method === 'POST' && path.endsWith('/verification/token'),
  ).length

/** A token that the page's own server asks for. */
const issueToken = async (): Promise<string> => {
  const { clientId, user, endpoint } = office.sandbox
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
/** `authorize` gives the client id and the token. */
const withoutClientId = (): CryptshareTransport => {
  const { endpoint, user, recipients } = office.sandbox
  return cryptshare({ endpoint, user, recipients, pollTransfer: { everyMs: 5 } })
}

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
    const { clientId } = office.sandbox
    let token = await issueToken()
    const { session } = office.open(
      {
        async authorize() {
          return { 'X-CS-ClientId': clientId, 'X-CS-VerificationToken': token }
        },
      },
      withoutClientId(),
    )
    session.add([pdfOf(1000, 'a.pdf', 1)])
    await session.settled()
    await office.sandbox.expireTokens()
    await office.sandbox.flip({ sessionsOf: 'sender' })
    session.add([pdfOf(1000, 'b.pdf', 2)])
    expect((await failureOf(session.settled())).code).toBe('unauthorized')
    token = await issueToken()
    session.retry()
    expect(await session.finish()).toHaveLength(2)
  })

  it('and is refreshed by `authorize` from the second attempt on opens one session for all', async () => {
    const { clientId } = office.sandbox
    let fresh: Promise<string> | undefined
    const { session } = office.open(
      {
        parallel: 3,
        async authorize({ attempt }) {
          if (attempt > 1) fresh ??= issueToken()
          return {
            'X-CS-ClientId': clientId,
            'X-CS-VerificationToken': (await fresh) ?? 'stale',
          }
        },
      },
      withoutClientId(),
    )
    session.add([1, 2, 3].map(n => pdfOf(1000, `${n}.pdf`, n)))
    expect(await session.finish()).toHaveLength(3)
    expect(await office.sandbox.sessions()).toHaveLength(1)
  })
})
