/** What the source expects of a page, in Node: an XMLHttpRequest whose answers a case makes up, and timers that need no time. */

export interface PageRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}
export interface PageAnswer {
  readonly status: number
  /** As `getAllResponseHeaders` gives them. */
  readonly headers: string
  readonly text: string
  /** Where it came from in the end. */
  readonly url: string
}

/** Undefined: the connection breaks. */
type Answerer = (request: PageRequest) => Promise<PageAnswer | undefined>

let answerer: Answerer = async () => undefined
let pending = 0
export const answerWith = (next: Answerer): void => {
  answerer = next
}

type Listener<Event> = ((event: Event) => void) | null
interface Moved {
  readonly loaded: number
  readonly total: number
}

const readBody = async (body: unknown, headers: Record<string, string>): Promise<Buffer> => {
  if (body === null || body === undefined) return Buffer.alloc(0)
  const response = new Response(body as BodyInit)
  const type = response.headers.get('content-type')
  if (type) headers['content-type'] ??= type
  return Buffer.from(await response.arrayBuffer())
}

/** The events of `test/simulate/xhr.ts`, where nothing but the answer can go wrong. */
class PageXhr {
  readonly HEADERS_RECEIVED = 2
  readonly upload = { onprogress: null as Listener<Moved>, onload: null as Listener<Moved> }
  onreadystatechange: Listener<void> = null
  onload: Listener<void> = null
  onerror: Listener<void> = null
  onprogress: Listener<Moved> = null
  readyState = 0
  status = 0
  responseText = ''
  responseURL = ''
  withCredentials = false
  #method = ''
  #url = ''
  readonly #headers: Record<string, string> = {}
  #answer = ''
  #isOver = false

  open(method: string, url: string): void {
    this.#method = method
    this.#url = new URL(url).href
  }
  setRequestHeader(name: string, value: string): void {
    new Headers([[name, value]]) // throws as a browser does
    this.#headers[name.toLowerCase()] = value
  }
  getAllResponseHeaders(): string {
    return this.#answer
  }
  abort(): void {
    this.#isOver = true
  }
  send(body: unknown): void {
    pending++
    void this.#carry(body).finally(() => pending--)
  }
  async #carry(given: unknown): Promise<void> {
    const body = await readBody(given, this.#headers)
    const moved = { loaded: body.length, total: body.length }
    if (!this.#isOver && body.length > 0) {
      this.upload.onprogress?.(moved)
      this.upload.onload?.(moved)
    }
    const request = { method: this.#method, url: this.#url, headers: this.#headers, body }
    const answer = this.#isOver ? undefined : await answerer(request)
    if (this.#isOver) return
    if (!answer) return this.onerror?.()
    this.#answer = answer.headers
    this.status = answer.status
    this.responseURL = answer.url
    this.readyState = 2
    this.onreadystatechange?.()
    if (this.#isOver) return
    this.responseText = answer.text
    this.onprogress?.({ loaded: answer.text.length, total: answer.text.length })
    if (!this.#isOver) this.onload?.()
  }
}

interface Timer {
  readonly id: number
  readonly at: number
  readonly run: () => void
}
let timers: Timer[] = []
let lastTimer = 0
let now = 0
const realTimeout = globalThis.setTimeout

/** A timer ends when there is nothing else to wait for. */
const setTimer = (run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]): number => {
  timers.push({ id: ++lastTimer, at: now + ms, run: () => run(...given) })
  return lastTimer
}
const clearTimer = (id: unknown): void => {
  timers = timers.filter(timer => timer.id !== id)
}
const firstTimer = (): Timer | undefined =>
  timers.reduce<Timer | undefined>((a, b) => (a && a.at <= b.at ? a : b), undefined)

const turn = (): Promise<void> => new Promise(resolve => void setImmediate(resolve))
/** Longer than the thread pool takes for a hash. */
const IDLE_TURNS = 50

/** Carries it out in a page whose timers end as soon as nothing else happens. */
export const onPage = async <Value>(act: () => Promise<Value>): Promise<Value> => {
  let isOver = false
  timers = []
  const run = act().finally(() => {
    isOver = true
  })
  run.catch(() => {})
  for (let idle = 0; !isOver; ) {
    await turn()
    idle = pending > 0 ? 0 : idle + 1
    if (idle < IDLE_TURNS || isOver) continue
    const first = firstTimer()
    if (!first) {
      await new Promise(resolve => void realTimeout(resolve, 1))
      continue
    }
    idle = 0
    clearTimer(first.id)
    now = Math.max(now, first.at)
    first.run()
  }
  return run
}

/** Puts all that into the global object, once. */
export const becomePage = (): void => {
  const page = {
    XMLHttpRequest: PageXhr,
    document: { baseURI: 'https://page.example/' },
    location: new URL('https://page.example/'),
    origin: 'https://page.example',
    addEventListener: () => {},
    removeEventListener: () => {},
    fetch: async () => Promise.reject(new TypeError('Failed to fetch')),
    setTimeout: setTimer,
    clearTimeout: clearTimer,
  }
  for (const [name, value] of Object.entries(page))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
  const navigator = { onLine: true, userAgent: 'Chromium' }
  Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true })
  Promise.withResolvers ??= <Value>(): PromiseWithResolvers<Value> => {
    let resolve: PromiseWithResolvers<Value>['resolve'] = () => {}
    let reject: PromiseWithResolvers<Value>['reject'] = () => {}
    const promise = new Promise<Value>((...given) => ([resolve, reject] = given))
    return { promise, resolve, reject }
  }
}
