import { SimulatedBlob, SimulatedFormData } from './blobs.ts'
import { chance } from './chance.ts'
import { clock } from './clock.ts'
import { carry, givenUpUntold, type LineReply, type LineRequest } from './network.ts'

interface Bytes {
  readonly loaded: number
  readonly total: number
  readonly lengthComputable: boolean
}
type Listener = ((event: Bytes & { readonly type: string }) => void) | null

const NOTHING: Bytes = { loaded: 0, total: 0, lengthComputable: false }
const bytes = (loaded: number, total: number): Bytes => ({ loaded, total, lengthComputable: true })

/** Whoever can be listened to, by `on…` and by `addEventListener`. */
class Listened {
  onloadstart: Listener = null
  onprogress: Listener = null
  onload: Listener = null
  onerror: Listener = null
  onabort: Listener = null
  ontimeout: Listener = null
  onloadend: Listener = null
  readonly #more = new Map<string, Set<NonNullable<Listener>>>()

  addEventListener(type: string, listener: NonNullable<Listener>): void {
    this.#more.set(type, (this.#more.get(type) ?? new Set()).add(listener))
  }
  removeEventListener(type: string, listener: NonNullable<Listener>): void {
    this.#more.get(type)?.delete(listener)
  }
  get isListenedTo(): boolean {
    const { onloadstart, onprogress, onload, onerror, onabort, ontimeout, onloadend } = this
    const own = [onloadstart, onprogress, onload, onerror, onabort, ontimeout, onloadend]
    return own.some(Boolean) || [...this.#more.values()].some(({ size }) => size > 0)
  }
  tell(type: string, said: Bytes = NOTHING): void {
    const own = (this as unknown as Record<string, Listener>)[`on${type}`]
    const event = { type, ...said }
    own?.call(this, event)
    for (const listener of [...(this.#more.get(type) ?? [])]) listener.call(this, event)
  }
}

/** The body as it goes onto the line, and the type that a browser adds where the page names none. */
const written = (body: unknown): { bytes: Uint8Array; type: string } | undefined => {
  if (body === null || body === undefined) return undefined
  if (body instanceof SimulatedFormData) {
    const token = Buffer.from(chance.fill(new Uint8Array(8))).toString('hex')
    const boundary = `----WebKitFormBoundary${token}`
    return { bytes: body.written(boundary), type: `multipart/form-data; boundary=${boundary}` }
  }
  if (body instanceof SimulatedBlob) return { bytes: body.bytes, type: body.type }
  if (typeof body === 'string')
    return { bytes: Buffer.from(body), type: 'text/plain;charset=UTF-8' }
  throw new TypeError('The simulation sends no body of this kind.')
}

export type EngineName = 'Chromium' | 'Firefox'

let engine: EngineName = 'Chromium'
let isBehindServiceWorker = false
/** Which browser tells of uploads, and whether a service worker passes its requests on, which hides most of them. */
export const setBrowser = (name: EngineName, isBehind: boolean): void => {
  engine = name
  isBehindServiceWorker = isBehind
}

/** So often at most Firefox tells how far an upload is, and not before. */
const FIREFOX_PROGRESS_MS = 50

/** XMLHttpRequest on the simulated network, with the events in a browser's order (`test/engines/xhr-events.ts`). */
export class SimulatedXhr extends Listened {
  static readonly UNSENT = 0
  static readonly OPENED = 1
  static readonly HEADERS_RECEIVED = 2
  static readonly LOADING = 3
  static readonly DONE = 4
  readonly UNSENT = 0
  readonly OPENED = 1
  readonly HEADERS_RECEIVED = 2
  readonly LOADING = 3
  readonly DONE = 4

  onreadystatechange: Listener = null
  readonly upload: Listened = new Listened()
  readyState = 0
  status = 0
  statusText = ''
  responseText = ''
  responseURL = ''
  responseType = ''
  withCredentials = false
  timeout = 0

  #method = ''
  #url = ''
  #headers: Record<string, string> = {}
  #answer: LineReply | undefined
  #request: LineRequest | undefined
  #isUploading = false
  #total = 0
  /** Bytes that have left, and those that the page was told of. */
  #left = 0
  #told = 0
  #giveUp: (() => void) | undefined
  /** Of the timer by which Firefox tells of progress. */
  #callOff = (): void => {}

  open(method: string, url: string): void {
    this.#giveUp?.()
    this.#method = method
    this.#url = url
    this.#headers = {}
    this.#become(1)
  }
  setRequestHeader(name: string, value: string): void {
    const key = name.toLowerCase()
    const before = this.#headers[key]
    this.#headers[key] = before === undefined ? value : `${before}, ${value}`
  }
  getAllResponseHeaders(): string {
    const headers = Object.entries(this.#answer?.headers ?? {})
    return headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  }
  getResponseHeader(name: string): string | null {
    return this.#answer?.headers[name.toLowerCase()] ?? null
  }
  send(body: unknown): void {
    if (this.readyState !== 1) throw new DOMException('Not opened.', 'InvalidStateError')
    const sent = written(body)
    const total = sent?.bytes.length ?? 0
    const headers = { ...this.#headers }
    if (sent && sent.type !== '') headers['content-type'] ??= sent.type
    const request: LineRequest = {
      method: this.#method,
      url: this.#url,
      headers,
      body: sent?.bytes,
    }
    this.#isUploading = sent !== undefined && this.upload.isListenedTo
    this.#request = request
    this.#total = total
    this.tell('loadstart')
    if (this.#isUploading) this.upload.tell('loadstart', bytes(0, total))
    this.#giveUp = carry(request, {
      sent: loaded => this.#sent(loaded, total),
      sentAll: () => this.#sentAll(total),
      answered: reply => this.#answered(reply),
      failed: () => this.#fail('error'),
    })
  }
  abort(): void {
    const giveUp = this.#giveUp
    this.#giveUp = undefined
    const isPartTold = this.#told > 0 && this.#told < this.#left
    if (giveUp && this.#request && isPartTold && this.#left === this.#total)
      givenUpUntold(this.#request)
    giveUp?.()
    if (giveUp) this.#fail('abort')
    if (this.readyState === 4) this.readyState = 0
  }

  #become(state: number): void {
    this.readyState = state
    this.tell('readystatechange')
  }
  #sent(loaded: number, total: number): void {
    if (!this.#isUploading || isBehindServiceWorker) return
    const tell = (): void => {
      this.#told = loaded
      this.upload.tell('progress', bytes(loaded, total))
    }
    this.#left = loaded
    this.#callOff()
    if (engine === 'Chromium') tell()
    else this.#callOff = clock.plan(FIREFOX_PROGRESS_MS, 'Firefox tells of progress', tell)
  }
  #sentAll(total: number): void {
    this.#sent(total, total)
    if (engine === 'Chromium' && !isBehindServiceWorker) this.#endUpload(total)
  }
  #endUpload(total: number): void {
    if (!this.#isUploading) return
    this.#isUploading = false
    this.upload.tell('load', bytes(total, total))
    if (this.readyState === 1) this.upload.tell('loadend', bytes(total, total))
  }
  /** What Firefox tells of an upload only with the answer, and Chromium never behind a service worker. */
  #endUploadLate(): void {
    this.#callOff()
    if (engine === 'Chromium' || !this.#isUploading) return
    if (!isBehindServiceWorker) this.upload.tell('progress', bytes(this.#total, this.#total))
    this.#endUpload(this.#total)
  }
  #answered(reply: LineReply): void {
    const isLive = (): boolean => this.#answer === reply && this.readyState < 4
    this.#answer = reply
    this.#endUploadLate()
    if (!isLive()) return
    this.status = reply.status
    this.responseURL = reply.url
    const size = Buffer.byteLength(reply.text)
    this.#become(2)
    if (!isLive()) return
    if (size > 0) {
      this.responseText = reply.text
      this.#become(3)
    }
    if (!isLive()) return
    if (size > 0 || engine === 'Firefox') this.tell('progress', bytes(size, size))
    if (!isLive()) return
    this.#giveUp = undefined
    this.#become(4)
    this.tell('load', bytes(size, size))
    this.tell('loadend', bytes(size, size))
  }
  #fail(how: 'error' | 'abort'): void {
    this.#callOff()
    this.#giveUp = undefined
    this.#answer = undefined
    this.status = 0
    this.responseText = ''
    this.#become(4)
    // Chromium speaks of an upload even where there is no body, if the connection fails.
    if (this.#isUploading || (how === 'error' && engine === 'Chromium' && this.#total === 0)) {
      this.#isUploading = false
      this.upload.tell(how)
      this.upload.tell('loadend')
    }
    this.tell(how)
    this.tell('loadend')
  }
}

/** As much of fetch as the source uses: no body, and an answer that is read as text. */
export const simulatedFetch = (
  input: string | URL,
  init: {
    readonly method?: string
    readonly headers?: HeadersInit
    readonly signal?: AbortSignal
  } = {},
): Promise<Response> =>
  new Promise((resolve, reject) => {
    const { method = 'GET', headers, signal } = init
    const url = String(input)
    const giveUp = carry(
      { method, url, headers: Object.fromEntries(new Headers(headers)), body: undefined },
      {
        sent: () => {},
        sentAll: () => {},
        answered({ status, text, headers: answered }) {
          signal?.removeEventListener('abort', stop)
          const hasBody = ![204, 205, 304].includes(status)
          resolve(new Response(hasBody ? text : null, { status, headers: answered }))
        },
        failed() {
          signal?.removeEventListener('abort', stop)
          reject(new TypeError('Failed to fetch'))
        },
      },
    )
    const stop = (): void => {
      giveUp()
      reject(signal?.reason)
    }
    signal?.addEventListener('abort', stop, { once: true })
  })
