import { getEventListeners } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { traceRequest } from '../../src/core/debug.ts'
import { type RequestOptions, request } from '../../src/core/request.ts'

vi.mock('../../src/core/debug.ts', () => ({ traceRequest: vi.fn() }))

type Listener<Given extends readonly unknown[] = []> = ((...given: Given) => void) | null

/** A browser's XMLHttpRequest that does nothing by itself: the test says what happens. The contract tests use a real one. */
class QuietXhr {
  static made: QuietXhr[] = []
  readonly HEADERS_RECEIVED = 2
  readonly upload = {
    onprogress: null as Listener<[{ loaded: number; total: number }]>,
    onload: null as Listener<[{ total: number }]>,
  }
  onreadystatechange: Listener = null
  onload: Listener = null
  onerror: Listener = null
  onprogress: Listener<[{ loaded: number }]> = null
  readyState = 0
  responseURL = ''
  status = 0
  responseText = ''
  headerText = ''
  readonly calls: unknown[][] = []
  constructor() {
    QuietXhr.made.push(this)
  }
  open(...words: unknown[]): void {
    this.calls.push(['open', ...words])
  }
  setRequestHeader(...words: unknown[]): void {
    this.calls.push(['header', ...words])
  }
  send(body: unknown): void {
    this.calls.push(['send', body])
  }
  abort(): void {
    this.calls.push(['abort'])
  }
  getAllResponseHeaders(): string {
    return this.headerText
  }
  redirect(url: string): void {
    this.readyState = 1
    this.onreadystatechange?.()
    this.responseURL = url
    this.readyState = 2
    this.onreadystatechange?.()
  }
  answer(status = 200, text = '', headerText = ''): void {
    Object.assign(this, { status, responseText: text, headerText })
    this.onload?.()
  }
}

const url = 'https://api.example/v3/files'

beforeEach(() => {
  vi.useFakeTimers()
  QuietXhr.made = []
  vi.stubGlobal('XMLHttpRequest', QuietXhr)
  vi.stubGlobal('navigator', { onLine: true })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const start = (options: Partial<RequestOptions> = {}) => {
  const controller = new AbortController()
  const answer = request({ method: 'POST', url, signal: controller.signal, ...options })
  // Looked at later, where it must not count as unhandled.
  answer.catch(() => {})
  const [xhr] = QuietXhr.made.slice(-1)
  if (!xhr) throw new Error('No request was made.')
  return { answer, controller, xhr }
}

describe('a request', () => {
  it('goes out as it is given, and its answer comes whole whatever its status', async () => {
    const { answer, xhr } = start({ headers: new Headers({ 'X-One': '1' }), body: '{}' })
    expect(xhr.calls).toEqual([
      ['open', 'POST', url],
      ['header', 'x-one', '1'],
      ['send', '{}'],
    ])
    xhr.answer(
      503,
      'busy',
      'Retry-After: 7\r\nlocation:https://api.example:8443/a \r\nX-End: z\r\n',
    )
    const { status, text, header } = await answer
    expect({ status, text }).toEqual({ status: 503, text: 'busy' })
    expect(header('retry-after')).toBe('7')
    expect(header('RETRY-AFTER')).toBe('7')
    expect(header('Location')).toBe('https://api.example:8443/a')
    expect(header('x-end')).toBe('z')
    expect(header('X-Hidden')).toBeNull()
  })

  it('without a body sends none', () => {
    expect(start().xhr.calls).toEqual([
      ['open', 'POST', url],
      ['send', null],
    ])
  })

  it.each([
    ['a form, whose type the browser writes', new FormData(), []],
    ['anything else', '{}', [['header', 'content-type', 'text/plain']]],
  ])('keeps the content type that was given with %s', (_, body, kept) => {
    const headers = new Headers({ 'Content-Type': 'text/plain', 'X-One': '1' })
    const { xhr } = start({ body, headers })
    expect(xhr.calls.filter(([call]) => call === 'header')).toEqual([
      ...kept,
      ['header', 'x-one', '1'],
    ])
  })

  it.each<[string, (xhr: QuietXhr) => void]>([
    ['answered', xhr => xhr.answer()],
    ['failed', xhr => xhr.onerror?.()],
    ['stalled', () => vi.advanceTimersByTime(30_000)],
  ])('leaves no timer, listener or connection once it is %s', async (_, end) => {
    const { answer, controller, xhr } = start({ body: 'x' })
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(1)
    end(xhr)
    await answer.catch(() => {})
    expect(vi.getTimerCount()).toBe(0)
    expect(getEventListeners(controller.signal, 'abort')).toEqual([])
    expect(xhr.calls.at(-1)).toEqual(['abort'])
    const { onload, onerror, onprogress, onreadystatechange, upload } = xhr
    expect([onload, onerror, onprogress, onreadystatechange]).toEqual([null, null, null, null])
    expect(upload).toEqual({ onload: null, onprogress: null })
  })
})

describe('a request that is aborted', () => {
  it('before it starts is never made', async () => {
    const signal = AbortSignal.abort(new Error('left'))
    await expect(request({ method: 'GET', url, signal })).rejects.toThrow('left')
    expect(QuietXhr.made).toEqual([])
  })

  it('on its way ends at once with the reason, and leaves no timer', async () => {
    const { answer, controller, xhr } = start({ body: 'x' })
    controller.abort(new Error('left'))
    await expect(answer).rejects.toThrow('left')
    expect(xhr.calls.at(-1)).toEqual(['abort'])
    expect(vi.getTimerCount()).toBe(0)
  })
})

const failure = (answer: Promise<unknown>): Promise<unknown> =>
  answer.then(
    () => 'answered',
    (error: unknown) => error,
  )
const isOpen = async (answer: Promise<unknown>): Promise<boolean> => {
  let isSettled = false
  const settle = (): void => {
    isSettled = true
  }
  answer.then(settle, settle)
  await vi.advanceTimersByTimeAsync(0)
  return !isSettled
}

describe('a request that nothing moves for', () => {
  it.each([
    [30_000, {}],
    [500, { timeouts: { stall: 500 } }],
  ])('is stalled after %i ms, and is retryable', async (ms, options) => {
    const { answer } = start({ body: 'x', ...options })
    vi.advanceTimersByTime(ms - 1)
    expect(await isOpen(answer)).toBe(true)
    vi.advanceTimersByTime(1)
    expect(await failure(answer)).toMatchObject({
      code: 'stalled',
      retryable: true,
      outcome: 'unsent',
    })
  })

  it('waits anew with every byte that leaves or comes', async () => {
    const { answer, xhr } = start({ body: 'xyz' })
    for (const loaded of [1, 2]) {
      vi.advanceTimersByTime(29_999)
      xhr.upload.onprogress?.({ loaded, total: 3 })
    }
    vi.advanceTimersByTime(29_999)
    xhr.upload.onload?.({ total: 3 })
    vi.advanceTimersByTime(59_999)
    xhr.onprogress?.({ loaded: 1 })
    vi.advanceTimersByTime(29_999)
    expect(await isOpen(answer)).toBe(true)
    vi.advanceTimersByTime(1)
    expect(await failure(answer)).toMatchObject({ code: 'stalled', outcome: 'unknown' })
  })

  it.each([
    ['a body that was sent whole', { body: 'x' }, 60_000],
    ['a body that was sent whole', { body: 'x', timeouts: { answer: 700 } }, 700],
    ['no body', {}, 60_000],
    ['no body', { timeouts: { answer: 700 } }, 700],
  ])('with %s is a timeout: %j after %i ms', async (_, options, ms) => {
    const { answer, xhr } = start(options)
    if ('body' in options) xhr.upload.onload?.({ total: 1 })
    vi.advanceTimersByTime(ms - 1)
    expect(await isOpen(answer)).toBe(true)
    vi.advanceTimersByTime(1)
    expect(await failure(answer)).toMatchObject({
      code: 'timeout',
      retryable: true,
      outcome: 'unknown',
    })
  })
})

describe('whether the body of a failed request may have arrived', () => {
  it.each<[string, string, Partial<RequestOptions>, (xhr: QuietXhr) => void]>([
    ['unsent', 'no byte left', { body: 'xy' }, () => {}],
    [
      'unsent',
      'none is reported',
      { body: 'xy' },
      xhr => xhr.upload.onprogress?.({ loaded: 0, total: 2 }),
    ],
    [
      'unknown',
      'some left',
      { body: 'xy' },
      xhr => xhr.upload.onprogress?.({ loaded: 1, total: 2 }),
    ],
    ['unknown', 'all left', { body: 'xy' }, xhr => xhr.upload.onload?.({ total: 2 })],
    ['unknown', 'there is none', {}, () => {}],
  ])('is %s where %s', async (outcome, _, options, move) => {
    const { answer, xhr } = start(options)
    move(xhr)
    xhr.onerror?.()
    expect(await failure(answer)).toMatchObject({ code: 'network', retryable: true, outcome })
  })

  it('is also said where the device is offline', async () => {
    vi.stubGlobal('navigator', { onLine: false })
    const { answer, xhr } = start({ body: 'x' })
    xhr.onerror?.()
    expect(await failure(answer)).toMatchObject({
      code: 'offline',
      retryable: true,
      outcome: 'unsent',
    })
  })
})

it('progress counts the bytes that left, and ends with all of them', () => {
  const progress = vi.fn()
  const { xhr } = start({ body: 'xyz', progress })
  xhr.upload.onprogress?.({ loaded: 1, total: 3 })
  xhr.upload.onload?.({ total: 3 })
  expect(progress.mock.calls).toEqual([
    [1, 3],
    [3, 3],
  ])
})

describe('an answer that is not believed', () => {
  it.each(['https://evil.example/v3/files', 'http://api.example/v3/files'])(
    'comes from %s after a redirect',
    async elsewhere => {
      const { answer, xhr } = start({ body: 'x' })
      xhr.redirect(elsewhere)
      expect(await failure(answer)).toMatchObject({ code: 'protocol', retryable: false })
    },
  )

  it.each(['', 'https://api.example/elsewhere'])('is not one that comes from "%s"', async place => {
    const { answer, xhr } = start()
    xhr.redirect(place)
    xhr.answer(200, 'fine')
    expect(await answer).toMatchObject({ status: 200, text: 'fine' })
  })

  it('is longer than 1 MiB', async () => {
    const { answer, xhr } = start()
    xhr.onprogress?.({ loaded: 1_048_576 })
    expect(await isOpen(answer)).toBe(true)
    xhr.onprogress?.({ loaded: 1_048_577 })
    expect(await failure(answer)).toMatchObject({ code: 'protocol', retryable: false })
    expect(vi.getTimerCount()).toBe(0)
  })
})

it.each<[string, number | string, (made: ReturnType<typeof start>) => void]>([
  ['answered', 404, ({ xhr }) => xhr.answer(404)],
  ['failed', 'network', ({ xhr }) => xhr.onerror?.()],
  ['aborted', 'aborted', ({ controller }) => controller.abort()],
])('a request that is %s ends in the trace as %j', async (_, outcome, end) => {
  const made = start({ body: 'x' })
  end(made)
  await made.answer.catch(() => {})
  expect(traceRequest).toHaveBeenLastCalledWith('POST', url, outcome, expect.any(Number))
})
