import { bound, type View, viewNow } from './view.ts'

/** The page that the session believes to be on. */
let online = new EventTarget()
let listening = new Map<unknown, { readonly view: View | undefined; readonly run: () => void }>()

export const page = {
  navigator: { onLine: true, userAgent: '', serviceWorker: { controller: null as object | null } },
  /** Its origin is the server's where a story says so. */
  location: { origin: 'https://page.example', href: 'https://page.example/', protocol: 'https:' },
  document: { baseURI: 'https://page.example/' },
  /** Every signal that was made. */
  signals: [] as { readonly signal: AbortSignal; readonly view: View | undefined }[],
  /** What the source told the page's developer. */
  reported: [] as unknown[],
  reportError: (thrown: unknown): void => {
    page.reported.push(thrown)
  },
  addEventListener(
    type: string,
    listener: () => void,
    options: { readonly signal?: AbortSignal } = {},
  ): void {
    if (options.signal?.aborted) return
    const run = bound(listener)
    listening.set(listener, { view: viewNow(), run })
    options.signal?.addEventListener('abort', () => listening.delete(listener), { once: true })
    online.addEventListener(type, run, options)
  },
  removeEventListener(type: string, listener: () => void): void {
    const known = listening.get(listener)
    listening.delete(listener)
    if (known) online.removeEventListener(type, known.run)
  },
  /** Listeners that nobody took away. */
  get listeners(): number {
    return [...listening.values()].filter(({ view }) => view?.isAlive !== false).length
  },
  goes(to: 'online' | 'offline'): void {
    page.navigator.onLine = to === 'online'
    online.dispatchEvent(new Event(to))
  },
  reset(origin: string, engine: string, isBehindServiceWorker: boolean): void {
    page.navigator.userAgent = `Mozilla/5.0 ${engine}/140.0`
    page.navigator.onLine = true
    page.navigator.serviceWorker.controller = isBehindServiceWorker ? {} : null
    page.location.origin = origin
    page.signals = []
    page.reported = []
    listening = new Map()
    online = new EventTarget()
  },
}
