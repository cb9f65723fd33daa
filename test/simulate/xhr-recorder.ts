/** When a recorded request is given up. */
export type AbortAt = 'never' | 'at once' | 'upload progress' | 'upload load' | 'readystatechange 3'

export interface Recording {
  readonly method: string
  readonly url: string
  /** Bytes; 0 for none. */
  readonly size: number
  readonly abortAt: AbortAt
}

/**
 * Makes one request, and tells every event of it in its order; of several equal ones in a row only the first. It runs in a page as well as in the
 * simulation, and so uses nothing from outside itself.
 */
export const recordXhr = ({ method, url, size, abortAt }: Recording): Promise<string[]> =>
  new Promise(resolve => {
    const told: string[] = []
    const xhr = new XMLHttpRequest()
    const tell = (what: string): void => {
      if (told.at(-1) !== what) told.push(what)
      if (what === abortAt) xhr.abort()
      if (what === 'loadend') resolve(told)
    }
    const events = ['loadstart', 'progress', 'load', 'error', 'abort', 'timeout', 'loadend']
    for (const name of events) {
      xhr.addEventListener(name, () => tell(name))
      xhr.upload.addEventListener(name, () => tell(`upload ${name}`))
    }
    xhr.addEventListener('readystatechange', () => tell(`readystatechange ${xhr.readyState}`))
    xhr.open(method, url)
    xhr.send(size > 0 ? new Blob([new Uint8Array(size)]) : null)
    if (abortAt === 'at once') xhr.abort()
  })
