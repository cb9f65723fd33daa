import { trustedOwn } from './trusted.ts'

/** By URL: the hashes that the page's import maps tell as of now. Browsers keep modules to them, and scripts not. */
export const hashesNow = (): ReadonlyMap<string, string> => {
  const hashes = new Map<string, string>()
  const note = (key: string, hash: unknown): void => {
    // As browsers do, which skip what is no URL.
    if (URL.canParse(key, document.baseURI))
      hashes.set(new URL(key, document.baseURI).href, String(hash))
  }
  for (const { textContent } of document.querySelectorAll('script[type="importmap"]')) {
    try {
      const { integrity = {} } = JSON.parse(textContent ?? '')
      for (const [key, hash] of Object.entries(integrity)) note(key, hash)
    } catch {
      // The browser has told of it.
    }
  }
  return hashes
}

/**
 * Runs a script of our own, of any origin, in the way that `like` was loaded; with a `hash`, only what has it. Rejects where it
 * does not load.
 */
export const scriptFrom = (
  url: string,
  like: HTMLScriptElement | null,
  hash: string | undefined,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const over = new AbortController()
    const script = document.createElement('script')
    const end = (settle: () => void): void => {
      over.abort()
      script.remove()
      settle()
    }
    script.onload = () => end(resolve)
    script.onerror = () => end(() => reject(new Error(`${url} does not load.`)))
    // Of another origin, only what CORS allows has a hash.
    script.crossOrigin = like?.crossOrigin ?? (hash ? 'anonymous' : null)
    script.nonce = like?.nonce ?? ''
    script.integrity = hash ?? ''
    script.src = trustedOwn(url, over.signal)
    document.head.append(script)
  })
