import { getEventListeners } from 'node:events'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { sleep, withTimeout } from '../../src/core/timer.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const forever = new Promise<string>(() => {})

it('a sleep ends after its time, and not before', async () => {
  const controller = new AbortController()
  let isAwake = false
  const sleeping = sleep(1000, controller.signal).then(() => {
    isAwake = true
  })
  await vi.advanceTimersByTimeAsync(999)
  expect(isAwake).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  await sleeping
  expect(isAwake).toBe(true)
  expect(getEventListeners(controller.signal, 'abort')).toEqual([])
})

it('a sleep ends at once when its signal aborts, with the reason, and leaves no timer or listener', async () => {
  const controller = new AbortController()
  const sleeping = expect(sleep(1000, controller.signal)).rejects.toThrow('woken')
  controller.abort(new Error('woken'))
  await sleeping
  expect(vi.getTimerCount()).toBe(0)
  expect(getEventListeners(controller.signal, 'abort')).toEqual([])
})

it('a sleep of more than 24.8 days does not end at once', async () => {
  const controller = new AbortController()
  let isAwake = false
  const sleeping = sleep(2 ** 31, controller.signal).then(
    () => {
      isAwake = true
    },
    () => {},
  )
  await vi.advanceTimersByTimeAsync(10_000)
  expect(isAwake).toBe(false)
  controller.abort()
  await sleeping
})

it('work that is done in time is what the caller gets, and its timer ends', async () => {
  const tooLate = (): string => 'too late'
  expect(await withTimeout(Promise.resolve('done'), 1000, tooLate)).toBe('done')
  await expect(withTimeout(Promise.reject(new Error('no')), 1000, tooLate)).rejects.toThrow('no')
  expect(vi.getTimerCount()).toBe(0)
})

it('work that takes too long gives way to what is returned or thrown for it', async () => {
  const late = withTimeout(forever, 1000, () => 'too late')
  const failed = expect(
    withTimeout(forever, 1000, () => {
      throw new Error('too late')
    }),
  ).rejects.toThrow('too late')
  await vi.advanceTimersByTimeAsync(1000)
  expect(await late).toBe('too late')
  await failed
})
