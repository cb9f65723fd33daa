import { traceWorker } from '../core/debug.ts'
import { misconfigured, type SealDropError } from '../core/errors.ts'
import type { FromWorker, ToWorker } from './protocol.ts'
import type { WorkerUrl } from './thread.ts'

/** A script that loads but is not our worker never sends a message: after so many milliseconds it counts as dead. */
const READY_MS = 20_000

/** The worker's file beside this module: `../worker.ts` in development, `./worker.js` once built. Set by vite.config.ts. */
declare const __WORKER__: string

/** What our Trusted Types policy allows: `worker.js` on our own origin, also with a bundler's hash in its name. */
const isWorkerScript = ({ origin, pathname }: URL): boolean =>
  origin === location.origin && /(^|\/)worker([-.][\w-]+)?\.(js|ts)$/.test(pathname)

interface Policy {
  createScriptURL(url: string): { toString(): string }
}
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy
}

let policy: Policy | undefined

/**
 * `url` as something that `new Worker` takes where Trusted Types are enforced. A TrustedScriptURL that the host page made is
 * passed on as it is; a URL that our policy does not allow stays a string, which works where they are not enforced.
 */
const trusted = (url: WorkerUrl): string => {
  if (typeof url !== 'string' && !(url instanceof URL)) return url as unknown as string
  const absolute = new URL(url, document.baseURI)
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes
  if (!types || !isWorkerScript(absolute)) return absolute.href
  try {
    policy ??= types.createPolicy('sealdrop', {
      createScriptURL(text) {
        if (!isWorkerScript(new URL(text))) throw new TypeError('Not a worker of ours.')
        return text
      },
    })
    return policy.createScriptURL(absolute.href) as unknown as string
  } catch {
    // The page does not allow our policy, or another copy of us has made it: a string works unless Trusted Types are enforced.
    return absolute.href
  }
}

const advice =
  'Serve worker.js from your own origin and name it by worker-url (workerUrl), and let worker-src allow it.'

/**
 * Throws `misconfigured` for a URL that no browser starts a worker from: one that cannot be parsed, or of another origin. A
 * TrustedScriptURL or a `blob:` URL is not checked: the host page made it, and knows what it points to.
 */
export const checkWorkerUrl = (url: WorkerUrl | undefined): void => {
  if (typeof url !== 'string' && !(url instanceof URL)) return
  if (URL.canParse(url, document.baseURI)) {
    const { protocol, origin } = new URL(url, document.baseURI)
    // Not `location.origin`: a page in an iframe's `srcdoc` has that of its parent.
    if (!/^https?:$/.test(protocol) || origin === self.origin) return
  }
  throw misconfigured(
    `The worker cannot be started from "${url}": it must lie on the page's own origin. ${advice}`,
  )
}

const createWorker = (url?: WorkerUrl): Worker => {
  try {
    return new Worker(trusted(url ?? new URL(__WORKER__, import.meta.url)), {
      type: 'module',
      name: 'sealdrop',
    })
  } catch (cause) {
    throw misconfigured(`The worker could not be started. ${advice}`, cause)
  }
}

/** For calls to a worker that died before it was ready. */
export const neverReady = (): SealDropError => misconfigured(`The worker did not start. ${advice}`)

/** What a worker says of a call. */
export type Report = Exclude<FromWorker, { kind: 'ready' }>

/** One running worker, from its start to its end, whoever ends it. */
export interface WorkerHandle {
  readonly isReady: boolean
  post(message: ToWorker): void
  /** Ends it; after that neither `receive` nor `died` is called. */
  dispose(): void
}

/**
 * Starts the worker at `url`, or the one beside this module, and tells what it reports, and when it died by itself. Throws
 * `misconfigured` where the browser forbids it.
 */
export const startWorker = (
  url: WorkerUrl | undefined,
  {
    receive,
    died,
  }: { readonly receive: (report: Report) => void; readonly died: (cause?: unknown) => void },
): WorkerHandle => {
  const worker = createWorker(url)
  traceWorker('started')
  const disposed = new AbortController()
  const { signal } = disposed
  let isReady = false
  const timer = setTimeout(died, READY_MS)
  signal.addEventListener('abort', () => clearTimeout(timer))
  const onError = (event: Event): void => {
    event.preventDefault()
    died(event)
  }
  const onMessage = ({ data }: MessageEvent<FromWorker>): void => {
    if (data.kind !== 'ready') {
      receive(data)
      return
    }
    clearTimeout(timer)
    isReady = true
    traceWorker('ready')
    // Granted only when the worker is gone: a worker that dies sends no event. One that we ended ourselves is no death, also
    // where the lock was granted just before the abort.
    const granted = (): void => {
      if (!signal.aborted) died()
    }
    navigator.locks.request(data.lock, { signal }, granted).catch(() => {})
  }
  worker.addEventListener('error', onError, { signal })
  worker.addEventListener('messageerror', onError, { signal })
  worker.addEventListener('message', onMessage, { signal })
  return {
    get isReady() {
      return isReady
    },
    post: message => worker.postMessage(message),
    dispose() {
      disposed.abort()
      worker.terminate()
    },
  }
}
