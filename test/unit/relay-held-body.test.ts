import { afterEach, expect, test, vi } from 'vitest'
import { neverAborted } from '../../src/core/abort.ts'
import { holdBody } from '../../src/relay/held-body.ts'

afterEach(() => void vi.useRealTimers())

const timers = { toFake: ['setTimeout', 'clearTimeout', 'performance'] } as const

test('a body that waits is not read for ten seconds, and can be sent', async () => {
  vi.useFakeTimers({ toFake: [...timers.toFake] })
  const body = new Blob(['sealed']).stream().getReader()
  const drain = vi.fn()
  const held = holdBody(body, drain)
  for (let waited = 0; waited < 10_000; waited += 1000) {
    const waiting = held.wait(1000, neverAborted)
    await vi.advanceTimersByTimeAsync(1000)
    await waiting
  }
  void held.wait(1000, neverAborted)
  expect(drain).not.toHaveBeenCalled()
  expect(held.take()).toEqual({ body })
})

test('after that it is read and thrown away, so that the page does not call it stalled', async () => {
  vi.useFakeTimers({ toFake: [...timers.toFake] })
  const drain = vi.fn(async () => {})
  const held = holdBody(new Blob(['sealed']).stream().getReader(), drain)
  for (let time = 0; time < 2; time++) {
    await vi.advanceTimersByTimeAsync(10_001)
    const waiting = held.wait(100, neverAborted)
    await vi.advanceTimersByTimeAsync(100)
    await waiting
  }
  expect([drain.mock.calls.length, held.take()]).toEqual([1, undefined])
})

test('a request without one can always be sent', async () => {
  vi.useFakeTimers({ toFake: [...timers.toFake] })
  const drain = vi.fn(async () => {})
  const held = holdBody(null, drain)
  await vi.advanceTimersByTimeAsync(10_001)
  const waiting = held.wait(100, neverAborted)
  await vi.advanceTimersByTimeAsync(100)
  await waiting
  expect([drain.mock.calls.length, held.take()]).toEqual([0, { body: null }])
})

test('whoever leaves waits no longer', async () => {
  const visit = new AbortController()
  const waiting = holdBody(null, async () => {}).wait(600_000, visit.signal)
  visit.abort()
  await waiting
})
