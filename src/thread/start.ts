import { misconfigured, type SealDropError } from '../core/errors.ts'
import type { WorkerUrl } from './thread.ts'

/** The worker's file beside this module: `../worker.ts` in development, `./worker.js` once built. Set by vite.config.ts. */
declare const __WORKER__: string

/** What our Trusted Types policy lets through: `worker.js` on our own origin, also with a bundler's hash in its name. */
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
 * `url` as something `new Worker` takes where Trusted Types are enforced. A host-made TrustedScriptURL is taken as it is; a
 * URL our policy does not know stays a string, which works where they are not enforced.
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
    // The page's policy does not list ours, or another copy of us took the name: a string works unless they are enforced.
    return absolute.href
  }
}

const advice =
  'Serve worker.js from your own origin and name it by worker-url (workerUrl), and let worker-src allow it.'

/**
 * Throws `misconfigured` for a URL that no browser starts a worker from: one that cannot be read, or of another origin. What
 * the host page made itself (a TrustedScriptURL, a `blob:`) it has to know.
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

/** Starts the worker at `url`, or the one beside this module. Throws `misconfigured` where the browser forbids it. */
export const startWorker = (url?: WorkerUrl): Worker => {
  try {
    return new Worker(trusted(url ?? new URL(__WORKER__, import.meta.url)), {
      type: 'module',
      name: 'sealdrop',
    })
  } catch (cause) {
    throw misconfigured(`The worker could not be started. ${advice}`, cause)
  }
}

/** A worker that never reported for duty. */
export const neverReady = (): SealDropError => misconfigured(`The worker did not start. ${advice}`)
