import type { WorkerUrl } from './thread.ts'
import { trusted, trustedOwn } from './trusted.ts'

/** Where `worker.js` lies, seen from this module: set by vite.config.ts. Bundlers copy the file for the words it stands in. */
declare const __WORKER__: string
/** This is the classic script, whose origin may let no module be read. Set by vite.config.ts. */
declare const __CLASSIC__: boolean

/** One way to start the worker. */
export interface Way {
  /** For whoever reads what was tried. */
  readonly name: string
  /** Throws where the browser refuses at once. `over` aborts when the worker is ready, or this way has failed. */
  start(over: AbortSignal): Worker | Promise<Worker>
}

const create = (url: string, type: WorkerType = 'module'): Worker =>
  new Worker(url, { type, name: 'sealdrop' })

const createFromText = (text: string, type: WorkerType, over: AbortSignal): Worker => {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))
  over.addEventListener('abort', () => URL.revokeObjectURL(url))
  return create(trustedOwn(url, over), type)
}

/** A worker made from a blob is under the page's policy, Trusted Types included. */
const importScriptsOf = (url: string): string =>
  `importScripts(self.trustedTypes?trustedTypes.createPolicy('sealdrop',{createScriptURL:()=>${url}}).createScriptURL(''):${url})`

/** The file beside this module. A bundler that makes a classic script leaves no URL to look beside. */
const besideModule = (): URL | undefined => {
  try {
    return new URL(__WORKER__, import.meta.url)
  } catch {
    return undefined
  }
}

/** No page may start a worker from another origin; a worker may read its script there. The URL is our own, from no attribute. */
const foreignWays = (url: string): Way[] => {
  const quoted = JSON.stringify(url)
  const ways: Way[] = [
    {
      name: `a blob: module that imports ${url}`,
      start: over => createFromText(`import ${quoted}`, 'module', over),
    },
    {
      name: `a blob: script that loads ${url}`,
      start: over => createFromText(importScriptsOf(quoted), 'classic', over),
    },
  ]
  // The first needs CORS headers. Without them the browser would write an error to the console, though the second works.
  return __CLASSIC__ ? ways.reverse() : ways
}

/** All that this page can try, in order. Each way is for where the one before cannot work; none loads anything before. */
export interface Plan {
  readonly ways: readonly Way[]
  /** What the page's policy must say. */
  readonly directive: string
}

export const planStart = (given: WorkerUrl | undefined): Plan => {
  const file = besideModule()
  const ways: Way[] = []
  let directive = 'worker-src blob:'
  if (given) ways.push({ name: `worker-url ${given}`, start: () => create(trusted(given)) })
  if (file?.origin === self.origin) {
    ways.push({ name: file.href, start: over => create(trustedOwn(file.href, over)) })
    directive = "worker-src 'self'"
  } else if (file && /^https?:$/.test(file.protocol)) {
    ways.push(...foreignWays(file.href))
    directive += ` ${file.origin}`
  }
  ways.push({
    name: 'a blob: script with its text',
    async start(over) {
      const { workerText } = await import('./worker-text.ts')
      over.throwIfAborted()
      return createFromText(workerText, 'classic', over)
    },
  })
  return { ways, directive }
}
