import { afterEach, describe, expect, it, vi } from 'vitest'
import { statusError } from '../../src/core/answer.ts'
import { SealDropError } from '../../src/core/errors.ts'
import { sendingOnce } from '../../src/core/unknown.ts'
import {
  ALL_TRIES,
  decide,
  defaultRetryPolicy,
  parsePolicy,
  type RetryPolicy,
  recover,
  type Tries,
  wait,
} from '../../src/session/retry.ts'

const fresh = { retries: 0, canReauthorize: true, canReseal: true }
const policy = defaultRetryPolicy
const network = new SealDropError('network', 'x', { retryable: true })

/** A server that names a date, and says nothing of its own clock. */
const busyUntil = (date: Date): SealDropError => {
  const header = (name: string): string | null =>
    name === 'retry-after' ? date.toUTCString() : null
  return statusError({ status: 503, text: '', header })
}

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
    for (const retryAfterMs of [86_400_000, 31_536_000_000]) {
      const error = new SealDropError('server', 'x', { retryable: true, retryAfterMs })
      expect(decide(error, fresh, policy).next).toBe('fail')
    }
  })

  it('waits its own time where Retry-After names last week', () => {
    const verdict = decide(busyUntil(new Date(Date.now() - 7 * 86_400_000)), fresh, policy)
    expect(verdict.next === 'wait' && verdict.ms).toBeGreaterThan(700)
  })

  it('gives up at once where Retry-After names next year', () => {
    const error = busyUntil(new Date(Date.now() + 365 * 86_400_000))
    expect(decide(error, fresh, policy)).toEqual({ next: 'fail' })
  })

  it('waits for the net without using up a try', () => {
    const error = new SealDropError('offline', 'x', { retryable: true })
    expect(decide(error, { ...fresh, retries: 99 }, policy).next).toBe('online')
  })

  it('does not come by itself when the device went offline after a file left that nobody can look for', async () => {
    const offline = new SealDropError('offline', 'x', { retryable: true, outcome: 'unknown' })
    const sending = (isSafeAgain: boolean): Promise<SealDropError> =>
      sendingOnce(
        () => isSafeAgain,
        () => Promise.reject(offline),
      ).catch((thrown: SealDropError) => thrown)
    expect(decide((await sending(true)) as SealDropError, fresh, policy).next).toBe('online')
    expect(decide((await sending(false)) as SealDropError, fresh, policy).next).toBe('fail')
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
    await vi.advanceTimersByTimeAsync(600_000)
    expect(isOver).toBe(false)
    controller.abort()
    await waiting
    expect(vi.getTimerCount()).toBe(0)
    vi.useRealTimers()
  })

  it.each([
    ['counts the time that the device slept', 3_600_000],
    ['does not come to a halt when the clock is set back', -86_400_000],
    ['goes on at once when the clock is set ahead, and so shows no time in the past', 86_400_000],
  ])('%s', async (_, jump) => {
    vi.useFakeTimers({ now: 1_000_000_000 })
    const waiting = wait(60_000, new AbortController().signal)
    let isOver = false
    void waiting.then(() => {
      isOver = true
    })
    await vi.advanceTimersByTimeAsync(20_000)
    vi.setSystemTime(Date.now() + jump)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(isOver).toBe(jump > 0)
    await vi.advanceTimersByTimeAsync(38_999)
    expect(isOver).toBe(jump > 0)
    await vi.advanceTimersByTimeAsync(1)
    await waiting
    expect(vi.getTimerCount()).toBe(0)
    vi.useRealTimers()
  })

  it('after a jump of the clock the next wait is as long as any', async () => {
    vi.useFakeTimers({ now: 1_000_000_000 })
    vi.setSystemTime(Date.now() + 31_536_000_000)
    const { signal } = new AbortController()
    let waits = 0
    const waitTwice = async (): Promise<void> => {
      for (; waits < 2; waits++) await wait(5_000, signal)
    }
    const both = waitTwice()
    await vi.advanceTimersByTimeAsync(9_999)
    expect(waits).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    await both
    vi.useRealTimers()
  })

  it('of no time at all still lets the page do something else first', async () => {
    let isLater = false
    setTimeout(() => {
      isLater = true
    })
    await wait(0, new AbortController().signal)
    expect(isLater).toBe(true)
  })

  it('can be stopped while it waits', async () => {
    const controller = new AbortController()
    const waiting = wait(3_600_000, controller.signal)
    controller.abort(new Error('stopped'))
    await expect(waiting).rejects.toThrow('stopped')
  })
})

describe('what follows an error', () => {
  const { signal } = new AbortController()
  const outcomeOf = async (error: SealDropError, given: Partial<Tries> = {}, goesOn = true) => {
    vi.useFakeTimers({ now: 1_000_000 })
    const tries = { ...ALL_TRIES, ...given }
    const announced: unknown[] = []
    let result: string | undefined
    const recovering = recover(
      error,
      tries,
      { ...policy, delayMs: 0 },
      (at, next) => {
        announced.push([at, next])
        return goesOn
      },
      signal,
    ).then(next => {
      result = next
    })
    for (let turn = 0; turn < 10; turn++) await Promise.resolve()
    // Without a timer: what comes at once does not wait at all.
    const early = result
    await vi.advanceTimersByTimeAsync(60_000)
    await recovering
    vi.useRealTimers()
    return { result, early, tries, announced }
  }

  it('is another try after the wait that was announced; it counts', async () => {
    const error = new SealDropError('server', 'x', { retryable: true, retryAfterMs: 5_000 })
    expect(await outcomeOf(error)).toEqual({
      result: 'again',
      early: undefined,
      tries: { ...ALL_TRIES, retries: 1 },
      announced: [[1_005_000, 'wait']],
    })
  })

  it.each([
    ['unauthorized', 'reauthorize', 'canReauthorize'],
    ['keys-rotated', 'reseal', 'canReseal'],
  ] as const)('is another try at once after "%s"; that happens once', async (code, next, can) => {
    const error = new SealDropError(code, 'x')
    expect(await outcomeOf(error)).toEqual({
      result: 'again',
      early: 'again',
      tries: { ...ALL_TRIES, [can]: false },
      announced: [['now', next]],
    })
    expect(await outcomeOf(error, { [can]: false })).toMatchObject({
      result: 'fail',
      announced: [],
    })
  })

  it('is a wait for the network after "offline", which counts for nothing', async () => {
    vi.stubGlobal('navigator', { onLine: true })
    const error = new SealDropError('offline', 'x', { retryable: true })
    expect(await outcomeOf(error)).toEqual({
      result: 'again',
      early: undefined,
      tries: ALL_TRIES,
      announced: [['online', 'online']],
    })
    vi.unstubAllGlobals()
  })

  it('is nothing where whoever is told of the next try stops it', async () => {
    const error = new SealDropError('server', 'x', { retryable: true, retryAfterMs: 5_000 })
    expect(await outcomeOf(error, {}, false)).toMatchObject({ result: 'stop', early: 'stop' })
  })

  it('is nothing after an error that is final', async () => {
    const { result, tries, announced } = await outcomeOf(new SealDropError('refused', 'x'))
    expect({ result, tries, announced }).toEqual({
      result: 'fail',
      tries: ALL_TRIES,
      announced: [],
    })
  })
})

describe('the network', () => {
  const listeners = (): { open: Set<unknown>; come: () => void } => {
    const target = new EventTarget()
    const open = new Set<unknown>()
    vi.stubGlobal(
      'addEventListener',
      (name: string, listener: () => void, options: { signal: AbortSignal }) => {
        open.add(listener)
        options.signal.addEventListener('abort', () => open.delete(listener))
        target.addEventListener(name, listener, options)
      },
    )
    return { open, come: () => void target.dispatchEvent(new Event('online')) }
  }
  afterEach(() => vi.unstubAllGlobals())

  it('is waited for until it is back, and nothing listens on', async () => {
    vi.stubGlobal('navigator', { onLine: false })
    const { open, come } = listeners()
    let isBack = false
    const waiting = wait('online', new AbortController().signal).then(() => {
      isBack = true
    })
    await new Promise(resolve => setImmediate(resolve))
    expect([isBack, open.size]).toEqual([false, 1])
    come()
    await waiting
    expect(open.size).toBe(0)
  })

  it('is found to be back also where no event said so, as after a sleep', async () => {
    const connection = { onLine: false }
    vi.stubGlobal('navigator', connection)
    const { open } = listeners()
    vi.useFakeTimers()
    const waiting = wait('online', new AbortController().signal)
    await vi.advanceTimersByTimeAsync(5_000)
    connection.onLine = true
    await vi.advanceTimersByTimeAsync(1_000)
    await waiting
    expect([open.size, vi.getTimerCount()]).toEqual([0, 0])
    vi.useRealTimers()
  })

  it('is not waited for any longer by whoever was stopped', async () => {
    vi.stubGlobal('navigator', { onLine: false })
    const { open } = listeners()
    const controller = new AbortController()
    const waiting = wait('online', controller.signal)
    controller.abort(new Error('stopped'))
    await expect(waiting).rejects.toThrow('stopped')
    expect(open.size).toBe(0)
  })

  it('that is back already gets a second before it is tried again', async () => {
    vi.stubGlobal('navigator', { onLine: true })
    vi.useFakeTimers()
    let isOver = false
    const waiting = wait('online', new AbortController().signal).then(() => {
      isOver = true
    })
    await vi.advanceTimersByTimeAsync(999)
    expect(isOver).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    await waiting
    vi.useRealTimers()
  })
})

describe('a retry policy', () => {
  it('is the default where nothing is said, and said values count', () => {
    expect(parsePolicy()).toEqual(defaultRetryPolicy)
    expect(parsePolicy({ limit: 0, delayMs: 7 })).toEqual({
      ...defaultRetryPolicy,
      limit: 0,
      delayMs: 7,
    })
  })

  it.each(['limit', 'delayMs', 'maxDelayMs', 'maxRetryAfterMs'] as const)(
    'with a %s that is no number from 0 up is misconfigured',
    key => {
      for (const wrong of [-1, Number.NaN, '5'])
        expect(() => parsePolicy({ [key]: wrong } as Partial<RetryPolicy>)).toThrow(key)
    },
  )

  it('bounds the wait before any one try', () => {
    const verdict = decide(network, { ...fresh, retries: 30 }, { ...policy, limit: 99 })
    expect(verdict).toMatchObject({ next: 'wait' })
    expect(verdict.next === 'wait' && verdict.ms).toBeLessThanOrEqual(policy.maxDelayMs)
    expect(verdict.next === 'wait' && verdict.ms).toBeGreaterThan(policy.maxDelayMs * 0.74)
  })

  it('is obeyed to the last retry and the last millisecond of Retry-After', () => {
    expect(decide(network, { ...fresh, retries: policy.limit - 1 }, policy).next).toBe('wait')
    const asked = (retryAfterMs: number): SealDropError =>
      new SealDropError('server', 'x', { retryable: true, retryAfterMs })
    expect(decide(asked(policy.maxRetryAfterMs), fresh, policy).next).toBe('wait')
    expect(decide(asked(policy.maxRetryAfterMs + 1), fresh, policy).next).toBe('fail')
  })
})
