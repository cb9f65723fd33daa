import { afterEach, beforeEach, vi } from 'vitest'
import { type RequestOptions, request } from '../../src/core/request.ts'

type Listener<Given extends readonly unknown[] = []> = ((...given: Given) => void) | null

/** A browser's XMLHttpRequest that does nothing by itself: the test says what happens. The contract tests use a real one. */
export class QuietXhr {
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
  /** The browser has taken so many bytes of the body. */
  takes(loaded: number, total: number): void {
    this.upload.onprogress?.({ loaded, total })
  }
  takesAll(total: number): void {
    this.takes(total, total)
    this.upload.onload?.({ total })
  }
  headersCome(): void {
    this.readyState = 2
    this.onreadystatechange?.()
  }
  redirect(url: string): void {
    this.readyState = 1
    this.onreadystatechange?.()
    this.responseURL = url
    this.headersCome()
  }
  answer(status = 200, text = '', headerText = ''): void {
    Object.assign(this, { status, responseText: text, headerText })
    this.onload?.()
  }
}

export const url = 'https://api.example/v3/files'

let controllers: AbortController[] = []

/** For each test of the file: nothing goes out, the clock stands still, and what is left open ends with it. */
export const useQuietXhr = (): void => {
  beforeEach(() => {
    vi.useFakeTimers()
    QuietXhr.made = []
    vi.stubGlobal('XMLHttpRequest', QuietXhr)
    vi.stubGlobal('navigator', { onLine: true })
  })
  afterEach(() => {
    for (const controller of controllers) controller.abort()
    controllers = []
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
}

export const start = async (
  options: Partial<RequestOptions> = {},
): Promise<{
  readonly answer: ReturnType<typeof request>
  readonly controller: AbortController
  readonly xhr: QuietXhr
}> => {
  const controller = new AbortController()
  controllers.push(controller)
  const answer = request({ method: 'POST', url, signal: controller.signal, ...options })
  // Looked at later, where it must not count as unhandled.
  answer.catch(() => {})
  // The slot is free, and no clock moves.
  for (let step = 0; step < 10; step++) await null
  const [xhr] = QuietXhr.made.slice(-1)
  if (!xhr) throw new Error('No request was made.')
  return { answer, controller, xhr }
}

export const failure = (answer: Promise<unknown>): Promise<unknown> =>
  answer.then(
    () => 'answered',
    (error: unknown) => error,
  )
export const isOpen = async (answer: Promise<unknown>): Promise<boolean> => {
  let isSettled = false
  const settle = (): void => {
    isSettled = true
  }
  answer.then(settle, settle)
  await vi.advanceTimersByTimeAsync(0)
  return !isSettled
}
