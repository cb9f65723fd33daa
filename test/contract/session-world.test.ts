import { afterEach, describe, expect, it } from 'vitest'
import type { Authorize, FileState } from '../../src/core/contracts.ts'
import type { SessionOptions } from '../../src/session/session.ts'
import { startPeer } from './peers.ts'
import { openStage, pdfOf, type Stage } from './session-tools.ts'
import { failureOf } from './transport.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

/** The right headers, with a token that no server takes. */
const expired =
  (real: Authorize): Authorize =>
  async context =>
    Object.fromEntries(
      [...new Headers(await real(context)).keys()].map(name => [name, 'Bearer expired']),
    )

/** A session on one provider's server, as a page uses it. */
const visit = async (
  name: 'http' | 'dokstamp' | 'didww' | 'tus',
  options: Partial<SessionOptions> = {},
  authorize: (real: Authorize) => Authorize = real => real,
): Promise<Stage & { readonly peer: Awaited<ReturnType<typeof startPeer>> }> => {
  const peer = await startPeer(name)
  const stage = openStage(
    { endpoint: 'http://localhost', apiKey: '' },
    {
      transport: peer.transport(),
      authorize: authorize(peer.authorize),
      ...(peer.seal && { seal: peer.seal }),
      ...options,
    },
  )
  ends.push(() => stage.session.close(), peer.close)
  return { ...stage, peer }
}

describe('a web page where the API should be, as before somebody signs in to a network', () => {
  for (const name of ['http', 'dokstamp', 'tus'] as const)
    it(`is no delivery, and the file arrives once when the page is gone (${name})`, async () => {
      const { session, peer } = await visit(name, { retryPolicy: { limit: 0 } })
      await peer.flip({ status: { code: 200, body: 'html' } })
      session.add([pdfOf(1000)])
      await failureOf(session.settled())
      expect(session.receipts).toEqual([])
      await peer.flip({ status: false })
      session.retry()
      expect(await session.settled()).toHaveLength(1)
      expect(await peer.count()).toBe(1)
    })
})

describe('a token', () => {
  for (const name of ['http', 'dokstamp', 'didww', 'tus'] as const) {
    it(`that ran out is asked for once more, and the file arrives once (${name})`, async () => {
      const attempts: number[] = []
      let hasExpired = false
      const { session, peer, reaches } = await visit(name, {}, real => context => {
        if (hasExpired && context.method === 'POST') attempts.push(context.attempt)
        return hasExpired && context.attempt === 1 ? expired(real)(context) : real(context)
      })
      session.add([pdfOf(1000, 'first.pdf', 1)])
      await reaches('first.pdf', 'done')
      hasExpired = true
      session.add([pdfOf(1000, 'second.pdf', 2)])
      expect(await session.settled()).toHaveLength(2)
      expect(attempts).toEqual([1, 2])
      expect(await peer.count()).toBe(2)
    })

    it(`that never works ends in "unauthorized", after two tries (${name})`, async () => {
      const attempts: number[] = []
      const { session, peer } = await visit(name, {}, real => context => {
        if (context.method === 'POST') attempts.push(context.attempt)
        return expired(real)(context)
      })
      session.add([pdfOf(1000)])
      expect((await failureOf(session.settled())).code).toBe('unauthorized')
      expect(attempts).toEqual([1, 2])
      expect(await peer.count()).toBe(0)
    })
  }
})

describe('Retry-After', () => {
  const asked = async (days: number): Promise<Stage & { state: FileState | undefined }> => {
    const { peer, ...stage } = await visit('http')
    const retryAfter = new Date(Date.now() + days * 86_400_000).toUTCString()
    await peer.flip({ status: { code: 503, retryAfter, times: 1 } })
    stage.session.add([pdfOf(1000)])
    await stage.session.settled().catch(() => {})
    return { ...stage, state: stage.session.files[0]?.state }
  }

  it('of a year fails the file, which is kept for a try by hand', async () => {
    const { state, session } = await asked(365)
    expect(state).toMatchObject({ phase: 'failed', error: { code: 'server' } })
    session.retry()
    expect(await session.settled()).toHaveLength(1)
  })

  it('of last week is waited for as long as we would have', async () => {
    expect((await asked(-7)).state).toMatchObject({ phase: 'done' })
  })
})
