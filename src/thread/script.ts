import { trustedOwn } from './trusted.ts'

/** Runs a script of our own, of any origin. Rejects where it does not load. */
export const scriptFrom = (url: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const over = new AbortController()
    const script = document.createElement('script')
    const end = (): void => {
      over.abort()
      script.remove()
    }
    script.onload = () => {
      end()
      resolve()
    }
    script.onerror = () => {
      end()
      reject(new Error(`${url} does not load.`))
    }
    script.src = trustedOwn(url, over.signal)
    document.head.append(script)
  })
