import { describe, expect, it } from 'vitest'
import type { Transport } from '../../src/core/contracts.ts'
import { transports } from '../../src/providers/transports.ts'
import { createSession } from '../../src/session/session.ts'
import { providerNames, startPeer } from './peers.ts'
import { pdfOf } from './session-tools.ts'

const ms = 700

describe.each(providerNames)('%s', name => {
  it('waits for an answer as long as its option says, and no longer', async () => {
    const options = { timeouts: { answer: ms } }
    const peer = await startPeer(name, { options })
    await peer.flip({ stall: { at: 'answer' } })
    const session = createSession({
      transport: peer.transport(),
      ...(peer.seal && { seal: peer.seal }),
      ...(peer.authorize && { authorize: peer.authorize }),
      // The transport's own win.
      timeouts: { answer: 60_000 },
      retryPolicy: { limit: 0 },
    })
    const codes: string[] = []
    const at = new Map<string, number>()
    session.subscribe(({ state }) => {
      if (state.phase === 'sending') at.set('sending', performance.now())
      if ('error' in state) {
        at.set('failed', performance.now())
        codes.push(state.error.code)
      }
    })
    session.add([pdfOf(1_000)])
    await session.settled().catch(() => {})
    session.close()
    await peer.close()
    expect(codes).toEqual(['timeout'])
    expect((at.get('failed') ?? 0) - (at.get('sending') ?? 0)).toBeGreaterThan(ms / 2)
  })

  it('says at once that its timeouts cannot be', async () => {
    const create = (await transports[name]()) as (options: object) => Transport
    const options = { endpoint: '/api', timeouts: { answer: '60 s' } }
    expect(() => create(options)).toThrow(expect.objectContaining({ code: 'misconfigured' }))
  })
})
