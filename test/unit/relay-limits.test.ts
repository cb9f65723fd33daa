import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Bytes, readText } from '../../src/core/relay/read-text.ts'
import type { Source } from '../../src/core/relay/source.ts'
import { type Limits, RequestLimits } from '../../src/relay/limits.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const start = (more: Partial<Limits> = {}) =>
  new RequestLimits({ maxSeconds: 3600, minBytesPerSecond: 500, ...more })

/** A body whose chunks come when a test sends them. */
const bodyOf = () => {
  let visitor: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined
  const cancelled: unknown[] = []
  const stream: Bytes = new ReadableStream(
    {
      start(controller) {
        visitor = controller
      },
      cancel: reason => void cancelled.push(reason),
    },
    { highWaterMark: 0 },
  )
  return {
    stream,
    cancelled,
    send: (bytes: number) => visitor?.enqueue(new Uint8Array(bytes)),
    cut: () => visitor?.error(new Error('cut')),
    close: () => visitor?.close(),
  }
}

/** Reads to the end; what came, and how it ended. */
const read = (source: Source) => {
  const seen = { bytes: 0, end: '' }
  const readOn = async (): Promise<void> => {
    const { done, value } = await source.read()
    seen.bytes += value?.length ?? 0
    if (!done) return readOn()
    seen.end = 'whole'
  }
  const over = readOn().catch(({ status = 'cut' }) => {
    seen.end = String(status)
  })
  return { seen, over }
}

describe('a body', () => {
  test.each([
    [29_999, '408'],
    [30_000, ''],
  ])('of which %d bytes came within a minute: %s', async (bytes, end) => {
    const limits = start()
    const { stream, send, cancelled } = bodyOf()
    const { seen } = read(limits.watch(stream.getReader()))
    await vi.advanceTimersByTimeAsync(0)
    send(1)
    await vi.advanceTimersByTimeAsync(30_000)
    send(bytes - 1)
    await vi.advanceTimersByTimeAsync(29_999)
    expect(seen).toEqual({ bytes, end: '' })
    await vi.advanceTimersByTimeAsync(1)
    expect(seen).toEqual({ bytes, end })
    expect([limits.signal.aborted, cancelled.length]).toEqual(end ? [true, 1] : [false, 0])
    if (end)
      expect(await limits.error?.response('r-1').json()).toEqual({
        code: 'request-timeout',
        message: 'The body came with less than 500 bytes a second.',
        requestId: 'r-1',
      })
    expect(vi.getTimerCount()).toBe(end ? 0 : 2)
    limits.end()
    expect(vi.getTimerCount()).toBe(0)
  })

  test('is judged by each minute, not by all that came before', async () => {
    const limits = start()
    const { stream, send } = bodyOf()
    const { seen } = read(limits.watch(stream.getReader()))
    await vi.advanceTimersByTimeAsync(0)
    send(10_000_000)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(seen.end).toBe('')
    for (let second = 0; second < 60; second++) {
      send(499)
      await vi.advanceTimersByTimeAsync(999)
    }
    expect(seen.end).toBe('')
    await vi.advanceTimersByTimeAsync(60)
    expect(seen.end).toBe('408')
  })

  test('may come as slowly as the provider reads it: that time is not the visitor’s', async () => {
    const limits = start()
    const { stream, send } = bodyOf()
    const reader = limits.watch(stream.getReader())
    for (let chunk = 0; chunk < 10; chunk++) {
      await vi.advanceTimersByTimeAsync(59_000)
      const next = reader.read()
      await vi.advanceTimersByTimeAsync(5_000)
      send(10)
      expect((await next).value?.length).toBe(10)
    }
    // 50 seconds of waiting were 100 bytes; ten more are a minute.
    const last = reader.read().catch(({ status }) => status)
    await vi.advanceTimersByTimeAsync(9_999)
    expect(limits.error).toBeUndefined()
    await vi.advanceTimersByTimeAsync(1)
    expect(await last).toBe(408)
  })

  test('is judged when the next chunk is asked for, where the timer is late', async () => {
    let now = 0
    vi.spyOn(performance, 'now').mockImplementation(() => now)
    const limits = start()
    const { stream, send } = bodyOf()
    const reader = limits.watch(stream.getReader())
    const next = reader.read()
    await vi.advanceTimersByTimeAsync(0)
    now = 60_000
    send(29_999)
    await next
    await expect(reader.read()).rejects.toMatchObject({ status: 408 })
    expect(vi.getTimerCount()).toBe(0)
    vi.restoreAllMocks()
  })

  test('ends where its source does, however it ends, and nothing is left', async () => {
    for (const [how, end] of [
      ['close', 'whole'],
      ['cut', 'cut'],
    ] as const) {
      const limits = start()
      const body = bodyOf()
      const { seen, over } = read(limits.watch(body.stream.getReader()))
      body.send(3)
      await vi.advanceTimersByTimeAsync(1)
      body[how]()
      await over
      expect(seen).toEqual({ bytes: 3, end })
      limits.end()
      expect(vi.getTimerCount()).toBe(0)
      await vi.advanceTimersByTimeAsync(4_000_000)
      expect(limits.error).toBeUndefined()
    }
  })

  test('that nobody reads is let go, and not judged', async () => {
    const limits = start()
    const body = bodyOf()
    const watched = limits.watch(body.stream.getReader())
    await vi.advanceTimersByTimeAsync(600_000)
    expect([limits.error, vi.getTimerCount()]).toEqual([undefined, 1])
    await watched.cancel('nobody wants it')
    expect(body.cancelled).toEqual(['nobody wants it'])
    limits.end()
  })
})

describe('a request', () => {
  test('takes no longer than it may', async () => {
    const limits = start({ maxSeconds: 10 })
    const { stream, cancelled } = bodyOf()
    const text = readText(limits.watch(stream.getReader()), 100).catch(({ status }) => status)
    await vi.advanceTimersByTimeAsync(9_999)
    expect(limits.error).toBeUndefined()
    await vi.advanceTimersByTimeAsync(1)
    expect(limits.signal.reason).toBe(limits.error)
    expect(limits.error).toMatchObject({
      status: 408,
      message: 'The request took more than 10 seconds.',
      headers: { Connection: 'close' },
    })
    expect([await text, cancelled.length, vi.getTimerCount()]).toEqual([408, 1, 0])
  })

  test('that took too long has no body any more', async () => {
    const limits = start({ maxSeconds: 1 })
    await vi.advanceTimersByTimeAsync(1000)
    const { stream, cancelled } = bodyOf()
    await expect(readText(limits.watch(stream.getReader()), 100)).rejects.toMatchObject({
      status: 408,
    })
    expect(cancelled).toHaveLength(1)
  })

  test('that is over in time leaves no timer', () => {
    const limits = start()
    expect(vi.getTimerCount()).toBe(1)
    limits.end()
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('a download', () => {
  test('is cut at the end of the time, also when nobody reads it', async () => {
    const limits = start({ maxSeconds: 10 })
    const body = bodyOf()
    const download = limits.endWith(body.stream)
    limits.end()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(body.cancelled).toHaveLength(1)
    await expect(download.getReader().read()).rejects.toMatchObject({ status: 408 })
    expect(vi.getTimerCount()).toBe(0)
  })

  test.each(['close', 'cut'] as const)('that ends before leaves no timer: %s', async how => {
    const limits = start()
    const body = bodyOf()
    const { seen, over } = read(limits.endWith(body.stream).getReader())
    limits.end()
    body.send(3)
    await vi.advanceTimersByTimeAsync(1)
    expect([seen.bytes, vi.getTimerCount()]).toEqual([3, 1])
    body[how]()
    await over
    expect(vi.getTimerCount()).toBe(0)
  })

  test('that the visitor leaves lets the provider go, and leaves no timer', async () => {
    const limits = start()
    const body = bodyOf()
    const download = limits.endWith(body.stream)
    limits.end()
    await download.cancel('left')
    expect([body.cancelled, vi.getTimerCount()]).toEqual([['left'], 0])
  })
})
