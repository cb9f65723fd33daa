import { describe, expect, it, vi } from 'vitest'
import { SealDropError } from '../../src/core/errors.ts'
import { decide, defaultRetryPolicy, wait } from '../../src/session/retry.ts'

const fresh = { retries: 0, canReauthorize: true, canReseal: true }
const policy = defaultRetryPolicy
const network = new SealDropError('network', 'x', { retryable: true })

describe('trying again', () => {
  it.each([0, 1, 2, 3, 4])(
    'waits twice as long each time, with up to a quarter off: retry %i',
    n => {
      const verdict = decide(network, { ...fresh, retries: n }, policy)
      expect(verdict.next).toBe('wait')
      if (verdict.next !== 'wait') return
      const whole = 1000 * 2 ** n
      expect(verdict.ms).toBeGreaterThan(whole * 0.75 - 1)
      expect(verdict.ms).toBeLessThanOrEqual(whole)
    },
  )

  it('does not wait equally long each time: files that failed together come back one by one', () => {
    const waits = Array.from({ length: 32 }, () => {
      const verdict = decide(network, fresh, policy)
      return verdict.next === 'wait' ? verdict.ms : 0
    })
    expect(new Set(waits).size).toBeGreaterThan(16)
    expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(50)
  })

  it('ends after the limit', () => {
    expect(decide(network, { ...fresh, retries: policy.limit }, policy).next).toBe('fail')
  })

  it('does not happen for what the thrower calls final', () => {
    expect(decide(new SealDropError('refused', 'x'), fresh, policy).next).toBe('fail')
  })

  it.each([503, 429])('waits at least as long as Retry-After asks (%i)', status => {
    const error = new SealDropError(status === 429 ? 'rate-limited' : 'server', 'x', {
      retryable: true,
      retryAfterMs: 12_000,
    })
    expect(decide(error, fresh, policy)).toEqual({ next: 'wait', ms: 12_000 })
  })

  it('does not wait longer than the policy allows, whatever a server asks', () => {
    const error = new SealDropError('server', 'x', { retryable: true, retryAfterMs: 86_400_000 })
    expect(decide(error, fresh, policy).next).toBe('fail')
  })

  it('waits for the net without using up a try', () => {
    const error = new SealDropError('offline', 'x', { retryable: true })
    expect(decide(error, { ...fresh, retries: 99 }, policy).next).toBe('online')
  })

  it('asks authorize again once after a 401', () => {
    const error = new SealDropError('unauthorized', 'x')
    expect(decide(error, fresh, policy).next).toBe('reauthorize')
    expect(decide(error, { ...fresh, canReauthorize: false }, policy).next).toBe('fail')
  })

  it('seals again once after keys rotated', () => {
    const error = new SealDropError('keys-rotated', 'x')
    expect(decide(error, fresh, policy).next).toBe('reseal')
    expect(decide(error, { ...fresh, canReseal: false }, policy).next).toBe('fail')
  })

  it('waits longer than a timer can, rather than not at all', async () => {
    vi.useFakeTimers()
    let isOver = false
    const controller = new AbortController()
    const waiting = wait(2 ** 40, controller.signal).then(
      () => {
        isOver = true
      },
      () => {},
    )
    await vi.advanceTimersByTimeAsync(86_400_000)
    expect(isOver).toBe(false)
    controller.abort()
    await waiting
    expect(vi.getTimerCount()).toBe(0)
    vi.useRealTimers()
  })

  it('can be stopped while it waits', async () => {
    const controller = new AbortController()
    const waiting = wait(3_600_000, controller.signal)
    controller.abort(new Error('stopped'))
    await expect(waiting).rejects.toThrow('stopped')
  })
})
