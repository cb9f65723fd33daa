import { trustedOwn } from './trusted.ts'

/** Import maps tell the hashes of modules. What is loaded as a script instead keeps to them, too; '' where there is none. */
const hashOf = (url: string): string => {
  for (const { textContent } of document.querySelectorAll('script[type="importmap"]')) {
    try {
      const { integrity = {} } = JSON.parse(textContent ?? '')
      for (const [key, hash] of Object.entries(integrity))
        if (new URL(key, document.baseURI).href === url) return String(hash)
    } catch {
      // The browser has told of it.
    }
  }
  return ''
}

/** Runs a script of our own, of any origin, in the way that `like` was loaded. Rejects where it does not load. */
export const scriptFrom = (url: string, like: HTMLScriptElement | null): Promise<void> =>
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
    script.crossOrigin = like?.crossOrigin ?? null
    script.nonce = like?.nonce ?? ''
    script.integrity = hashOf(url)
    script.src = trustedOwn(url, over.signal)
    document.head.append(script)
  })
