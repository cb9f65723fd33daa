import { afterEach, expect, test, vi } from 'vitest'
import { type Forwarding, forward } from '../../src/relay/forward.ts'

const made = vi.hoisted(() => ({ errors: 0 }))

vi.mock(import('../../src/core/relay/http-error.ts'), async importOriginal => {
  const original = await importOriginal()
  class CountedError extends original.HttpError {
    constructor(...given: ConstructorParameters<typeof original.HttpError>) {
      super(...given)
      made.errors++
    }
  }
  return { ...original, HttpError: CountedError }
})

afterEach(() => {
  made.errors = 0
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** A body of so many chunks; `between` runs before each. */
const bodyOf = (chunks: number, between: () => void = () => {}) => {
  let left = chunks
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        between()
        if (left-- > 0) controller.enqueue(new Uint8Array(16))
        else controller.close()
      },
    },
    { highWaterMark: 0 },
  )
}

/** An upstream that reads the whole body, counts its bytes and answers. */
const readsAll = () => {
  const upstream = { bytes: 0 }
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (_, init) => {
    const body = await new Response(init?.body ?? null).arrayBuffer()
    upstream.bytes = body.byteLength
    init?.signal?.throwIfAborted()
    return new Response('{}', { status: 201 })
  })
  return upstream
}

const forwarding = (more: Partial<Forwarding>): Forwarding => ({
  method: 'PUT',
  url: new URL('https://upstream.example/files'),
  headers: new Headers(),
  body: undefined,
  length: undefined,
  maxBytes: 1_000_000,
  timeoutMs: 50_000,
  downloads: false,
  signal: new AbortController().signal,
  limit: new AbortController().signal,
  onBytes: () => {},
  ...more,
})

test('a body makes no error while it passes, and no timer for each of its chunks', async () => {
  const upstream = readsAll()
  const timers = vi.spyOn(globalThis, 'setTimeout')
  const sent: number[] = []
  for (const chunks of [1, 1_000]) {
    timers.mockClear()
    expect((await forward(forwarding({ body: bodyOf(chunks).getReader() }))).status).toBe(201)
    expect(upstream.bytes).toBe(chunks * 16)
    sent.push(timers.mock.calls.length)
  }
  expect(made.errors).toBe(0)
  expect(sent[1]).toBe(sent[0])
})

test('a body may take as long as it likes, while its chunks come in time', async () => {
  vi.useFakeTimers()
  const upstream = readsAll()
  const body = bodyOf(20, () => vi.advanceTimersByTime(999))
  expect((await forward(forwarding({ body: body.getReader(), timeoutMs: 1_000 }))).status).toBe(201)
  expect(upstream.bytes).toBe(320)
  expect(vi.getTimerCount()).toBe(0)
})

test('a body that stands still is 504, so long after its last chunk', async () => {
  vi.useFakeTimers()
  let upload: AbortSignal | null | undefined
  vi.spyOn(globalThis, 'fetch').mockImplementation((_, init) => {
    upload = init?.signal
    const reader = new Response(init?.body ?? null).body?.getReader()
    return new Promise((_, reject) => {
      upload?.addEventListener('abort', () => {
        reject(upload?.reason)
        void reader?.cancel()
      })
      const readOn = async (): Promise<void> => {
        if ((await reader?.read())?.done === false) await readOn()
      }
      readOn().catch(reject)
    })
  })
  let visitor: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      visitor = controller
    },
  })
  const refused = expect(
    forward(forwarding({ body: body.getReader(), timeoutMs: 1_000 })),
  ).rejects.toMatchObject({
    status: 504,
  })
  for (let chunk = 0; chunk < 3; chunk++) {
    await vi.advanceTimersByTimeAsync(999)
    visitor?.enqueue(new Uint8Array(16))
    await vi.advanceTimersByTimeAsync(0)
  }
  await vi.advanceTimersByTimeAsync(999)
  expect(upload?.aborted).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(upload?.aborted).toBe(true)
  visitor?.close()
  await refused
  expect(made.errors).toBe(1)
  expect(vi.getTimerCount()).toBe(0)
})

test('a request that has taken too much is let go with the reason, and leaves no timer', async () => {
  vi.useFakeTimers()
  for (const isLate of [true, false]) {
    let upload: AbortSignal | null | undefined
    vi.spyOn(globalThis, 'fetch').mockImplementation((_, init) => {
      upload = init?.signal
      return new Promise((_, reject) => {
        const abort = (): void => reject(upload?.reason)
        if (upload?.aborted) abort()
        else upload?.addEventListener('abort', abort)
      })
    })
    const limit = new AbortController()
    const whole = vi.fn()
    const reason = Object.assign(new Error('too slow'), { status: 408 })
    if (!isLate) limit.abort(reason)
    const asked = forward(forwarding({ limit: limit.signal, body: 'sealed', onWhole: whole }))
    const refused = expect(asked).rejects.toBe(reason)
    limit.abort(reason)
    await refused
    expect([upload?.aborted, whole.mock.calls.length]).toEqual([true, isLate ? 1 : 0])
    expect(vi.getTimerCount()).toBe(0)
  }
})
