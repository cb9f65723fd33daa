import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Delivery, Transport } from '../../src/core/contracts.ts'
import { SealDropError } from '../../src/core/errors.ts'
import { didww } from '../../src/providers/didww/transport.ts'
import type { SessionOptions } from '../../src/session/session.ts'
import { startSandbox } from '../contract-tools.ts'
import {
  countUploads,
  pdfOf,
  type Sandbox,
  type Stage,
  stagesForEachTest,
} from './session-tools.ts'
import { failureOf } from './transport.ts'

let sandbox: Sandbox
const openOn = stagesForEachTest()
beforeAll(async () => {
  sandbox = await startSandbox('didww', { modulusLength: 2048 })
})
beforeEach(() => sandbox.reset())
afterAll(() => sandbox.close())

type Commit = NonNullable<Transport['commit']>
/** A session whose transport closes a batch in this way. */
const open = (commit: Commit, options: Partial<SessionOptions> = {}): Stage => {
  const transport = { ...didww({ endpoint: sandbox.endpoint }), commit }
  return openOn(sandbox, { transport, ...options })
}
const uploads = (): Promise<number> => countUploads(sandbox)
const two = (): File[] => [pdfOf(1000, 'a.pdf', 1), pdfOf(1000, 'b.pdf', 2)]

describe('a batch', { timeout: 30_000 }, () => {
  it('is closed once, also when a receipt fails: a retry makes the receipt only', async () => {
    await caches.delete('forgetful')
    let closed = 0
    const workerUrl = new URL('./forgetful.worker.ts', import.meta.url)
    const { session } = open(
      async deliveries => {
        closed++
        return deliveries.map(delivery => ({ ...delivery, facts: { transfer: '1' } }))
      },
      { workerUrl },
    )
    session.add(two())
    expect((await failureOf(session.finish())).code).toBe('seal-failed')
    expect(session.files.map(({ state }) => state.phase)).toEqual(['failed', 'failed'])
    await (await caches.open('forgetful')).put('/mended', new Response())
    session.retry()
    const receipts = await session.finish()
    await caches.delete('forgetful')
    expect(receipts.map(({ facts }) => facts.transfer)).toEqual(['1', '1'])
    expect(closed).toBe(1)
    expect(await uploads()).toBe(2)
  })

  it('that some files are missing from fails those, and a retry sends them again', async () => {
    const batches: (readonly Delivery[])[] = []
    const { session } = open(async deliveries => {
      batches.push(deliveries)
      return deliveries.map((delivery, index) =>
        batches.length === 1 && index === 0
          ? new SealDropError('not-found', 'gone', { outcome: 'unsent' })
          : delivery,
      )
    })
    session.add(two())
    expect((await failureOf(session.finish())).code).toBe('not-found')
    expect(session.files.map(({ state }) => state.phase)).toEqual(['failed', 'done'])
    session.retry()
    expect(await session.finish()).toHaveLength(2)
    expect(batches.map(batch => batch.length)).toEqual([2, 1])
    expect(await uploads()).toBe(3)
  })

  it('that is refused is tried again by hand, without sending anything again', async () => {
    let tries = 0
    const { session } = open(async deliveries => {
      if (++tries === 1) throw new SealDropError('refused', 'not now')
      return deliveries
    })
    session.add(two())
    expect((await failureOf(session.finish())).code).toBe('refused')
    session.retry()
    expect(await session.finish()).toHaveLength(2)
    expect(await uploads()).toBe(2)
  })

  it('asks authorize once more after a 401', async () => {
    const attempts: number[] = []
    const { session } = open(async (deliveries, { attempt }) => {
      attempts.push(attempt)
      if (attempts.length === 1) throw new SealDropError('unauthorized', 'expired')
      return deliveries
    })
    session.add(two())
    expect(await session.finish()).toHaveLength(2)
    expect(attempts).toEqual([1, 2])
  })

  it('of which the transport forgets a file fails that file', async () => {
    const { session } = open(async ([first]) => (first ? [first] : []))
    session.add(two())
    expect((await failureOf(session.finish())).code).toBe('protocol')
    expect(session.files.map(({ state }) => state.phase)).toEqual(['done', 'failed'])
  })
})
