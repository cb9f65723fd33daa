import { getEventListeners } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import { orAborted, shared } from '../../src/core/abort.ts'

const listenersOn = ({ signal }: AbortController): number =>
  getEventListeners(signal, 'abort').length

/** Until every promise that can settle has settled. */
const quiet = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

describe('work that somebody waits for', () => {
  it('and that fails after its caller has left is nobody’s unhandled rejection', async () => {
    const unhandled: unknown[] = []
    const hear = (reason: unknown): number => unhandled.push(reason)
    process.on('unhandledRejection', hear)
    const left = AbortSignal.abort(new Error('left'))
    await expect(orAborted(Promise.reject(new Error('late')), left)).rejects.toThrow('left')
    await quiet()
    process.off('unhandledRejection', hear)
    expect(unhandled).toEqual([])
  })

  it('leaves no listener on the signal once it has ended, well or badly', async () => {
    const caller = new AbortController()
    const good = orAborted(quiet(), caller.signal)
    const bad = orAborted(Promise.reject(new Error('no')), caller.signal)
    expect(listenersOn(caller)).toBe(2)
    await Promise.allSettled([good, bad])
    await quiet()
    expect(listenersOn(caller)).toBe(0)
  })
})

describe('work that several share', () => {
  /** Work that ends when the test says so, with everything it was started with. */
  const createWork = () => {
    const runs: {
      readonly signal: AbortSignal
      readonly given: string
      readonly resolve: (value: string) => void
      readonly reject: (reason: Error) => void
    }[] = []
    const work = vi.fn(
      (signal: AbortSignal, given: string) =>
        new Promise<string>((resolve, reject) => {
          runs.push({ signal, given, resolve, reject })
        }),
    )
    return { runs, work, ask: shared(work) }
  }

  it('runs once for all who ask, with what the first of them gave', async () => {
    const { runs, work, ask } = createWork()
    const callers = [1, 2, 3].map(() => new AbortController())
    const asked = callers.map(({ signal }, at) => ask(signal, `caller ${at}`))
    runs[0]?.resolve('done')
    expect(await Promise.all(asked)).toEqual(['done', 'done', 'done'])
    expect(await ask(new AbortController().signal, 'later')).toBe('done')
    expect(work).toHaveBeenCalledOnce()
    expect(runs[0]?.given).toBe('caller 0')
    expect(callers.map(listenersOn)).toEqual([0, 0, 0])
  })

  it('survives all who leave but the last, be it the one who started it', async () => {
    const { runs, ask } = createWork()
    const [first, second, third] = [1, 2, 3].map(() => new AbortController())
    if (!first || !second || !third) throw new Error('There are three.')
    const asked = [first, second, third].map(({ signal }) => ask(signal, ''))
    first.abort(new Error('first left'))
    await expect(asked[0]).rejects.toThrow('first left')
    third.abort(new Error('third left'))
    await expect(asked[2]).rejects.toThrow('third left')
    expect(runs[0]?.signal.aborted).toBe(false)
    runs[0]?.resolve('done')
    expect(await asked[1]).toBe('done')
  })

  it('ends with the last who leaves, and begins anew for the next', async () => {
    const { runs, ask } = createWork()
    const callers = [1, 2].map(() => new AbortController())
    const asked = callers.map(({ signal }) => ask(signal, ''))
    for (const caller of callers) caller.abort(new Error('left'))
    await Promise.allSettled(asked)
    expect(runs[0]?.signal.aborted).toBe(true)
    const again = ask(new AbortController().signal, 'again')
    expect(runs[1]?.given).toBe('again')
    // What the run that was given up still says is nobody's answer.
    runs[0]?.reject(new Error('too late'))
    await quiet()
    const joined = ask(new AbortController().signal, 'joined')
    runs[1]?.resolve('done')
    expect(await Promise.all([again, joined])).toEqual(['done', 'done'])
    expect(runs).toHaveLength(2)
  })

  it('that failed is tried again by the next who asks, with what that one gives', async () => {
    const { runs, ask } = createWork()
    const failing = [1, 2].map(() => ask(new AbortController().signal, 'attempt 1'))
    runs[0]?.reject(new Error('401'))
    for (const one of failing) await expect(one).rejects.toThrow('401')
    const again = ask(new AbortController().signal, 'attempt 2')
    runs[1]?.resolve('done')
    expect(await again).toBe('done')
    expect(runs[1]?.given).toBe('attempt 2')
  })

  it('that fails just as its last caller leaves does not take the next one with it', async () => {
    const { runs, work, ask } = createWork()
    const caller = new AbortController()
    const first = ask(caller.signal, 'first')
    const second = work.mock.results[0]?.value.catch(() =>
      ask(new AbortController().signal, 'second'),
    )
    runs[0]?.reject(new Error('no'))
    caller.abort(new Error('left'))
    await expect(first).rejects.toThrow('left')
    const third = ask(new AbortController().signal, 'third')
    runs[1]?.resolve('done')
    expect(await Promise.all([second, third])).toEqual(['done', 'done'])
    expect(runs).toHaveLength(2)
  })

  it('is not aborted by who leaves after it was done', async () => {
    const { runs, ask } = createWork()
    const caller = new AbortController()
    const asked = ask(caller.signal, '')
    runs[0]?.resolve('done')
    caller.abort()
    await asked.catch(() => {})
    expect(runs[0]?.signal.aborted).toBe(false)
    expect(await ask(new AbortController().signal, '')).toBe('done')
  })

  it('is not begun for somebody who has left already', async () => {
    const { work, ask } = createWork()
    await expect(ask(AbortSignal.abort(new Error('left')), '')).rejects.toThrow('left')
    expect(work).not.toHaveBeenCalled()
  })
})
