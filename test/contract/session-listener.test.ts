import { describe, expect, it } from 'vitest'
import type { Delivery } from '../../src/core/contracts.ts'
import { SealDropError } from '../../src/core/errors.ts'
import { openNowhere, twoPdfs, watchUnhandled } from './nowhere.ts'
import { pdfOf } from './session-tools.ts'
import { failureOf } from './transport.ts'

const open = openNowhere()
watchUnhandled()

describe('a listener', { timeout: 10_000 }, () => {
  const commit = async (deliveries: readonly Delivery[]): Promise<readonly Delivery[]> => deliveries

  it.each(['cancel', 'removeFile'] as const)(
    'that calls %s for one file as another is committed does not stop the batch',
    async act => {
      const { session } = open({ commit })
      const [, second] = session.add(twoPdfs())
      session.subscribe(({ state }) => {
        if (state.phase === 'committing' && second) session[act](second.id)
      })
      expect((await session.finish()).map(({ name }) => name)).toEqual(['a.pdf'])
    },
  )

  it('that cancels a file as another is committed again does not stop the batch', async () => {
    let tries = 0
    const { session } = open({
      async commit(deliveries) {
        if (++tries === 1) throw new SealDropError('server', 'busy', { retryable: true })
        return deliveries
      },
    })
    const [, second] = session.add(twoPdfs())
    session.subscribe(({ state }) => {
      if (state.phase === 'committing' && tries === 1) session.cancel(second?.id)
    })
    expect((await session.finish()).map(({ name }) => name)).toEqual(['a.pdf'])
  })

  it('that closes the session as the first file is committed ends it', async () => {
    const { session } = open({
      async commit(deliveries, { signal }) {
        signal.throwIfAborted()
        return deliveries
      },
    })
    session.add(twoPdfs())
    session.subscribe(({ state }) => {
      if (state.phase === 'committing') session.close()
    })
    expect((await failureOf(session.finish())).code).toBe('protocol')
    expect(session.files.map(({ state }) => state.phase)).toEqual(['failed', 'cancelled'])
  })
})

describe('a listener that closes the session', { timeout: 10_000 }, () => {
  it('as the batch waits to be committed again leaves no file under way', async () => {
    const { session } = open({
      commit: () => Promise.reject(new SealDropError('server', 'busy', { retryable: true })),
    })
    session.add(twoPdfs())
    session.subscribe(({ state }) => {
      if (state.phase === 'retrying') session.close()
    })
    expect((await failureOf(session.finish())).code).toBe('server')
    expect(session.files.map(({ state }) => state.phase)).toEqual(['cancelled', 'failed'])
  })
})

describe('a person who pauses while the answer is awaited', { timeout: 10_000 }, () => {
  it('and tries again after it was a failure does not find the file paused', async () => {
    let tries = 0
    const { session } = open({
      async send({ id }, { progress }) {
        tries++
        if (tries === 1) {
          progress(1, 1)
          session.pause()
          throw new SealDropError('refused', 'no')
        }
        if (tries === 2) throw new SealDropError('server', 'busy', { retryable: true })
        return { reference: id, facts: {} }
      },
    })
    session.add([pdfOf(1000)])
    await failureOf(session.settled())
    session.retry()
    expect(await session.settled()).toHaveLength(1)
  })
})
