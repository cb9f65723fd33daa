import type * as bundle from '../../src/bundle.ts'
import type { SealSpec } from '../../src/core/contracts.ts'
import type { Session } from '../../src/session/session.ts'

declare global {
  var SealDrop: typeof bundle
  /** The session of this view of the page, and what its file went through. */
  var view: { readonly session: Session; readonly phases: string[] }
}

/** What a page uploads with. */
export interface Order {
  readonly transport: string
  /** Of the transport. */
  readonly options: Readonly<Record<string, unknown>>
  readonly headers: Readonly<Record<string, string>>
  readonly seal?: SealSpec
  readonly upload?: 'manual'
}

/** What the page lists of a file. */
export interface Listed {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly addedAt: number
  readonly phase: string
  readonly isOffer: boolean
}

/** How a file ended. */
export interface Ended {
  readonly phase: string
  readonly code?: string
  readonly outcome?: string
  readonly reference?: string
  readonly sealed?: string
  readonly ticket?: string
}

/** Runs in the page: opens a session that takes what is chosen. */
export const open = async ({ transport, options, headers, seal, upload }: Order): Promise<void> => {
  const { createSession, transportByName } = SealDrop
  const session = await createSession({
    transport: await transportByName(transport as 'http', options as { endpoint: string }),
    limits: { maxSize: '128 MiB' },
    authorize: () => headers,
    retryPolicy: { delayMs: 50, maxDelayMs: 500 },
    ...(seal && { seal }),
    ...(upload && { upload }),
  })
  const phases: string[] = []
  session.subscribe(({ state }) => {
    if (phases.at(-1) !== state.phase) phases.push(state.phase)
  })
  globalThis.view = { session, phases }
  const input = document.querySelector('input')
  input?.addEventListener('change', () => {
    session.add(input.files ?? [])
    // Else a browser writes the file's path down, to fill the form in again.
    input.value = ''
  })
}

/** Runs in the page: resolves when a file is in this phase, or has been. */
export const until = (phase: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const { session, phases } = globalThis.view
    const look = (): void => {
      const last = phases.at(-1) ?? ''
      if (!phases.includes(phase) && !['refused', 'failed'].includes(last)) return
      stop()
      if (phases.includes(phase)) resolve()
      else reject(new Error(`The file is ${last}.`))
    }
    const stop = session.subscribe(look)
    look()
  })

/** Runs in the page. */
export const lastPhase = (): string => globalThis.view.phases.at(-1) ?? 'none'

/** Runs in the page: what is listed, as soon as something is, or after this time. */
export const listed = (waitMs: number): Promise<readonly Listed[]> =>
  new Promise(resolve => {
    const { session } = globalThis.view
    const tell = (): void => {
      stop()
      clearTimeout(timer)
      resolve(
        session.files.map(({ id, name, size, addedAt, state }) => ({
          id,
          name,
          size,
          addedAt,
          phase: state.phase,
          isOffer: state.phase === 'paused' && state.offered === true,
        })),
      )
    }
    const stop = session.subscribe(tell)
    const timer = setTimeout(tell, waitMs)
    if (session.files.length > 0) tell()
  })

/** Runs in the page: somebody presses "Go on", and waits. */
export const goOn = async (id: string): Promise<Ended> => {
  const { session } = globalThis.view
  session.resume(id)
  await session.finish().catch(() => [])
  const state = session.files.find(file => file.id === id)?.state
  const error = state && 'error' in state ? state.error : undefined
  const receipt = state?.phase === 'done' ? state.receipt : undefined
  return {
    phase: state?.phase ?? 'none',
    ...(error && { code: error.code, outcome: String(error.outcome) }),
    ...(receipt && { reference: receipt.reference, sealed: receipt.sealed.sha256 }),
    ...(receipt?.facts.ticket && { ticket: receipt.facts.ticket }),
  }
}

/** Runs in the page: what is still stored, in words. */
export const stored = async (): Promise<readonly string[]> => {
  const kept = Object.keys(localStorage).map(key => `localStorage ${key}`)
  const databases = await indexedDB.databases()
  const entries = databases.map(async ({ name = '' }) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open(name)
      asked.onsuccess = () => resolve(asked.result)
      asked.onerror = () => reject(asked.error)
    })
    const counts = [...database.objectStoreNames].map(
      store =>
        new Promise<string>((resolve, reject) => {
          const asked = database.transaction(store).objectStore(store).count()
          asked.onsuccess = () =>
            resolve(asked.result > 0 ? `${asked.result} in ${name}/${store}` : '')
          asked.onerror = () => reject(asked.error)
        }),
    )
    const found = await Promise.all(counts)
    database.close()
    return found.filter(words => words !== '')
  })
  type Folder = FileSystemDirectoryHandle & { values(): AsyncIterable<FileSystemHandle> }
  const files: string[] = []
  const folders = [(await navigator.storage.getDirectory()) as Folder]
  for (const folder of folders)
    for await (const entry of folder.values())
      if (entry.kind === 'directory') folders.push(entry as Folder)
      else files.push(`OPFS ${entry.name}`)
  return [...kept, ...(await Promise.all(entries)).flat(), ...files]
}
