import { afterEach, expect, test, vi } from 'vitest'
import { neverAborted } from '../../src/core/abort.ts'
import { holdBody } from '../../src/relay/held-body.ts'

afterEach(() => void vi.useRealTimers())

/** A body of so many chunks of 10 bytes, and how many were read. */
const bodyOf = (chunks: number) => {
  let read = 0
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        if (read === chunks) return controller.close()
        read++
        controller.enqueue(new Uint8Array(10))
      },
    },
    { highWaterMark: 0 },
  )
  return { stream, read: () => read }
}

test('a body that waits is not read for ten seconds, and can be sent', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  const { stream, read } = bodyOf(3)
  const held = holdBody(stream, 100)
  for (let waited = 0; waited <= 10_000; waited += 1000) {
    const waiting = held.wait(1000, neverAborted)
    await vi.advanceTimersByTimeAsync(waited < 10_000 ? 1000 : 0)
    if (waited < 10_000) await waiting
  }
  expect(read()).toBe(0)
  expect(held.take()).toEqual({ body: stream })
  await held.drained()
  expect(read()).toBe(0)
})

test('after that it is read and thrown away, so that the visitor hears an answer', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  const { stream, read } = bodyOf(3)
  const held = holdBody(stream, 100)
  await vi.advanceTimersByTimeAsync(10_001)
  const waiting = held.wait(100, neverAborted)
  await vi.advanceTimersByTimeAsync(100)
  await waiting
  expect([read(), held.take()]).toEqual([3, undefined])
})

test('it is thrown away up to the limit, and a request without one can always be sent', async () => {
  const { stream, read } = bodyOf(1000)
  await holdBody(stream, 100).drained()
  expect(read()).toBe(10)
  const none = holdBody(null, 100)
  await none.drained()
  expect(none.take()).toEqual({ body: null })
})

test('whoever leaves waits no longer', async () => {
  const visit = new AbortController()
  const waiting = holdBody(null, 100).wait(600_000, visit.signal)
  visit.abort()
  await waiting
})
