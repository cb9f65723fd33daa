import { misconfigured } from '../core/errors.ts'
import type { WorkerUrl } from './thread.ts'

/** A TrustedScriptURL, or another object that stands for a URL, was made by the host page: it knows what it points to. */
export const isPlainUrl = (url: WorkerUrl): url is string | URL =>
  typeof url === 'string' || url instanceof URL

/**
 * Throws `misconfigured` for a URL that no browser starts a worker from: one that cannot be parsed, or of another origin. What
 * the host page made itself, such as a `blob:` URL, is not checked.
 */
export const checkWorkerUrl = (url: WorkerUrl | undefined): void => {
  if (url === undefined || !isPlainUrl(url)) return
  if (URL.canParse(url, document.baseURI)) {
    const { protocol, origin } = new URL(url, document.baseURI)
    // Not `location.origin`: a page in an iframe's `srcdoc` has that of its parent.
    if (!/^https?:$/.test(protocol) || origin === self.origin) return
  }
  throw misconfigured(
    `The worker cannot be started from "${url}": worker-url (workerUrl) must lie on the page's own origin. Leave it out, and the worker starts from where this script lies.`,
  )
}
