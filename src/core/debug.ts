import type { FileState } from './contracts.ts'

/** Set this item in the page's localStorage to any value and load the page again; remove it to be silent. */
const SWITCH = 'sealdrop:debug'

let isOn: boolean | undefined

/** There is no localStorage in a worker or in Node, and where the visitor blocks it, it throws. */
const readSwitch = (): boolean => {
  try {
    return localStorage.getItem(SWITCH) !== null
  } catch {
    return false
  }
}

type TraceFacts = Readonly<Record<string, string | number | undefined>>

const write = (what: string, facts: () => TraceFacts): void => {
  isOn ??= readSwitch()
  if (isOn) console.debug('sealdrop', what, facts())
}

// What is said is picked here and not by the caller: phases, codes, numbers and origins. A developer may paste it anywhere, so
// it must hold no name, no path or query, no header, no key, no byte, and nothing that a provider answered.

/** A file's move from one phase to another. `file`: its id in the session, which tells files apart and nothing else. */
export const traceState = (
  file: string,
  from: FileState,
  to: FileState,
  attempt?: number,
): void => {
  // Progress alone would drown the rest.
  if (from.phase === to.phase) return
  write('state', () => ({
    file: file.slice(0, 8),
    from: from.phase,
    to: to.phase,
    attempt,
    ...('done' in to && { done: to.done, total: to.total }),
    ...('error' in to && { code: to.error.code }),
  }))
}

/** A request that is over. `outcome`: the status of the answer, or the code of what went wrong. */
export const traceRequest = (
  method: string,
  url: string,
  outcome: number | string,
  startedAt: number,
): void =>
  write('request', () => ({
    method,
    origin: new URL(url).origin,
    outcome,
    ms: Math.round(performance.now() - startedAt),
  }))

export const traceWorker = (is: 'started' | 'ready' | 'dead'): void =>
  write('worker', () => ({ is }))

let isShelfToldOf = false

/** Without being switched on, and once for a page: why an upload does not survive a reload here. Only the error's kind is said. */
export const tellUnshelved = (thrown: unknown): void => {
  if (isShelfToldOf) return
  isShelfToldOf = true
  const kind = thrown instanceof Error ? thrown.name : typeof thrown
  console.warn(`SealDrop keeps no unfinished upload for after a reload: ${kind}.`)
}
