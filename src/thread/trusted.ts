import type { WorkerUrl } from './thread.ts'
import { isPlainUrl } from './worker-url.ts'

interface Policy {
  createScriptURL(url: string): { toString(): string }
}
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy
}

/** URLs that this copy of the library made, or that lie beside it: its own file, and blobs that hold its own words. */
const own = new Set<string>()

/** `worker.js` on the page's origin, also with a bundler's hash in its name. */
const isWorkerScript = (url: string): boolean => {
  const { protocol, origin, pathname } = new URL(url)
  return (
    /^https?:$/.test(protocol) &&
    origin === self.origin &&
    /(^|\/)worker([-.][\w-]+)?\.(js|ts)$/.test(pathname)
  )
}

const isOurs = (url: string): boolean => own.has(url) || isWorkerScript(url)

let policy: Policy | undefined
let isRefused = false

/** The page let us make no policy: it does not name `sealdrop`, or another script has made that one. */
export const isPolicyRefused = (): boolean => isRefused

/**
 * `url` as something that `new Worker` takes where Trusted Types are enforced. A TrustedScriptURL that the host page made is
 * passed on as it is; a URL that our policy does not allow stays a string, which works where they are not enforced.
 */
export const trusted = (url: WorkerUrl): string => {
  if (!isPlainUrl(url)) return url as unknown as string
  const { href } = new URL(url, document.baseURI)
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes
  if (!types || !isOurs(href)) return href
  try {
    policy ??= types.createPolicy('sealdrop', {
      createScriptURL(text) {
        if (!isOurs(text)) throw new TypeError('Not a worker of ours.')
        return text
      },
    })
  } catch {
    isRefused = true
    return href
  }
  return policy.createScriptURL(href) as unknown as string
}

/** The same for a URL of our own making, which the policy lets through until `over` aborts. */
export const trustedOwn = (url: string, over: AbortSignal): string => {
  own.add(url)
  over.addEventListener('abort', () => own.delete(url))
  return trusted(url)
}
