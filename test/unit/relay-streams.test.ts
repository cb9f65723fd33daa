import { afterEach, describe, expect, test, vi } from 'vitest'
import { type Bytes, readText } from '../../src/core/relay/read-text.ts'
import { type LimitOptions, limitBytes, withIdleTimeout } from '../../src/relay/body.ts'
import { IdleTimer } from '../../src/relay/idle-timer.ts'

afterEach(() => {
  vi.useRealTimers()
})

const encoder = new TextEncoder()

/** A body that counts what is read of it, and why it was let go. */
const sourceOf = (chunks: Iterable<Uint8Array<ArrayBuffer>>) => {
  const source = { read: 0, canceled: [] as unknown[] }
  const left = chunks[Symbol.iterator]()
  const stream: Bytes = new ReadableStream(
    {
      pull(controller) {
        const { done, value } = left.next()
        if (done) return controller.close()
        source.read += value.length
        controller.enqueue(value)
      },
      cancel: reason => {
        source.canceled.push(reason)
      },
    },
    { highWaterMark: 0 },
  )
  return { source, stream }
}
/** A body whose chunks come when a test sends them. */
const later = () => {
  let visitor: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined
  const stream: Bytes = new ReadableStream({
    start(controller) {
      visitor = controller
    },
  })
  return { stream, send: (chunk: Uint8Array<ArrayBuffer>) => visitor?.enqueue(chunk) }
}
const times = (count: number, bytes: number): readonly Uint8Array<ArrayBuffer>[] =>
  Array.from({ length: count }, () => new Uint8Array(bytes))
function* endless(bytes: number): Generator<Uint8Array<ArrayBuffer>> {
  for (;;) yield new Uint8Array(bytes)
}

describe('a text', () => {
  const all = encoder.encode('é😀é')

  test('is read whole, wherever its chunks cut a character', async () => {
    for (let cut = 0; cut <= all.length; cut++) {
      const { stream } = sourceOf([all.slice(0, cut), all.slice(cut)])
      expect(await readText(stream, all.length)).toBe('é😀é')
    }
    expect(await readText(sourceOf([]).stream, 0)).toBe('')
    expect(await readText(null, 0)).toBe('')
  })

  test('whose last character is not whole is not taken for whole', async () => {
    expect(await readText(sourceOf([all.slice(0, 1)]).stream, 9)).toBe('\ufffd')
  })

  test('that is too long is let go at once', async () => {
    const { source, stream } = sourceOf(endless(4))
    expect(await readText(stream, 10)).toBeUndefined()
    expect(source).toEqual({ read: 12, canceled: [undefined] })
  })
})

describe('a body that goes on', () => {
  const limited = (stream: Bytes, more: Partial<LimitOptions> = {}) => {
    const heard = { bytes: 0, failures: [] as unknown[] }
    const body = limitBytes(stream.getReader(), {
      maxBytes: 100,
      length: undefined,
      onBytes: bytes => {
        heard.bytes += bytes
      },
      onFailure: error => heard.failures.push(error?.status),
      ...more,
    })
    return { ...body, heard }
  }
  const sizeOf = async (stream: Bytes) => (await new Response(stream).arrayBuffer()).byteLength

  test.each([undefined, 100])('may have as many bytes as are allowed (length %s)', async length => {
    const { stream } = sourceOf(times(4, 25))
    const body = limited(stream, { length })
    expect(await sizeOf(body.stream)).toBe(100)
    await body.over
    expect(body.heard).toEqual({ bytes: 100, failures: [] })
  })

  test('is not read before it is asked for', async () => {
    const { source, stream } = sourceOf(endless(1))
    const body = limited(stream)
    const reader = body.stream.getReader()
    await reader.read()
    expect([source.read, body.heard.bytes]).toEqual([1, 1])
    await reader.cancel()
    await body.over
  })

  test('that is too large says so, and what is left is nobody’s', async () => {
    const { source, stream } = sourceOf(endless(30))
    const body = limited(stream)
    await expect(sizeOf(body.stream)).rejects.toMatchObject({ status: 413 })
    await body.over
    expect(body.heard).toEqual({ bytes: 90, failures: [413] })
    // Four chunks to find out.
    expect(source).toEqual({ read: 120, canceled: [] })
  })

  test('that is cut is no error of its size', async () => {
    const cut: Bytes = new ReadableStream({ start: controller => controller.error(new Error('x')) })
    const body = limited(cut)
    await expect(sizeOf(body.stream)).rejects.toThrow(TypeError)
    await body.over
    expect(body.heard).toEqual({ bytes: 0, failures: [undefined] })
  })

  test('that nobody wants any more is left as it is', async () => {
    const { source, stream } = sourceOf(times(3, 10))
    const body = limited(stream)
    await body.stream.cancel()
    await body.over
    expect([source, body.heard]).toEqual([
      { read: 0, canceled: [] },
      { bytes: 0, failures: [] },
    ])
  })

  test('whose next chunk comes when nobody wants it any more is no failure of the visitor', async () => {
    const { stream, send } = later()
    const body = limited(stream)
    const reader = body.stream.getReader()
    const next = reader.read()
    await reader.cancel()
    send(new Uint8Array(1000))
    expect(await next).toEqual({ done: true, value: undefined })
    await body.over
    expect(body.heard).toEqual({ bytes: 0, failures: [] })
  })
})

describe('a download', () => {
  const timed = (stream: Bytes) => {
    const expired = vi.fn()
    return { expired, stream: withIdleTimeout(stream, new IdleTimer(1_000, expired)) }
  }

  test('is let go, with its timer, when the visitor leaves', async () => {
    vi.useFakeTimers()
    const { source, stream } = sourceOf(endless(1))
    const download = timed(stream)
    const reader = download.stream.getReader()
    await reader.read()
    expect([source.read, vi.getTimerCount()]).toEqual([1, 0])
    await reader.cancel('The visitor left.')
    expect(source.canceled).toEqual(['The visitor left.'])
    expect(vi.getTimerCount()).toBe(0)
  })

  test('that the visitor leaves while a chunk is awaited has no timer any more', async () => {
    vi.useFakeTimers()
    const never = new Promise<void>(() => {})
    const stands: Bytes = new ReadableStream({ pull: () => never }, { highWaterMark: 0 })
    const download = timed(stands)
    const reader = download.stream.getReader()
    void reader.read()
    await vi.advanceTimersByTimeAsync(999)
    expect(vi.getTimerCount()).toBe(1)
    await reader.cancel()
    expect(vi.getTimerCount()).toBe(0)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(download.expired).not.toHaveBeenCalled()
  })

  test('ends where its source does', async () => {
    const { stream } = sourceOf(times(3, 10))
    expect((await new Response(timed(stream).stream).arrayBuffer()).byteLength).toBe(30)
  })
})

describe('a timer for what stands still', () => {
  test('goes off once, so long after the last move, and not when it was stopped', async () => {
    vi.useFakeTimers()
    const expired = vi.fn()
    const timer = new IdleTimer(1_000, expired)
    timer.restart()
    await vi.advanceTimersByTimeAsync(600)
    timer.restart()
    await vi.advanceTimersByTimeAsync(999)
    expect([expired.mock.calls.length, vi.getTimerCount()]).toEqual([0, 1])
    await vi.advanceTimersByTimeAsync(1)
    expect([expired.mock.calls.length, vi.getTimerCount()]).toEqual([1, 0])
    timer.restart()
    await vi.advanceTimersByTimeAsync(500)
    timer.stop()
    await vi.advanceTimersByTimeAsync(5_000)
    timer.restart()
    await vi.advanceTimersByTimeAsync(999)
    expect(expired).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(expired).toHaveBeenCalledTimes(2)
  })
})
