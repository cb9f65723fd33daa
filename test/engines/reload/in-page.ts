import type * as bundle from '../../../src/bundle.ts'
import type { FileState, Receipt } from '../../../src/core/contracts.ts'
import type { Order } from '../twice/in-page.ts'

// Functions that run in the page, so that each uses nothing from outside itself.

declare global {
  var SealDrop: typeof bundle
  var session: bundle.Session
}

/** What a session is opened with, and whose it is. */
export interface Visit extends Order {
  readonly shelf?: 'on' | 'off'
  readonly shelfScope?: string
  readonly name?: string
  readonly fileName?: 'original'
  readonly limits?: { readonly maxSize: number }
}

export interface Seen {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly hasFile: boolean
  readonly state: FileState
}

/** Opens a session, and shows what it lists once its offers must have come. */
export const visit = async (order: Visit): Promise<void> => {
  const { provider, options, headers, seal, seed: _, ...more } = order
  const { createSession, transportByName } = SealDrop
  globalThis.session = await createSession({
    transport: await transportByName(provider as 'http', options as { endpoint: string }),
    authorize: () => headers,
    retryPolicy: { delayMs: 10, maxDelayMs: 20 },
    ...(seal && { seal }),
    ...more,
  })
}

/** Adds a document of so many bytes, and waits until it stands there. */
export const add = async (
  { seed }: { readonly seed: number },
  bytes: number,
  phase: FileState['phase'],
): Promise<void> => {
  const head = '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n2 0 obj\n<< /Length 0 >>\nstream\n'
  const fill = `${seed} canary `.repeat(Math.ceil(bytes / 9))
  const tail = '\nendstream\nendobj\n'
  const foot = `xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n${head.length + fill.length + tail.length}\n%%EOF\n`
  const type = 'application/pdf'
  const file = new File([head, fill, tail, foot], `document-${seed}.pdf`, { type })
  await new Promise<void>(resolve => {
    session.subscribe(({ file: own, state }) => {
      if (own === file && state.phase === phase) resolve()
    })
    session.add([file])
  })
}

/** Adds two documents at once, of so many bytes each. */
export const addTwo = (bytes: number): void => {
  const fileOf = (seed: number): File => {
    const head = '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'
    const fill = `${seed} canary `.repeat(Math.ceil(bytes / 9))
    const foot = `\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n${head.length + fill.length + 1}\n%%EOF\n`
    return new File([head, fill, foot], `document-${seed}.pdf`, { type: 'application/pdf' })
  }
  session.add([fileOf(1), fileOf(2)])
}

export const seen = (): Seen[] =>
  session.files.map(({ id, name, size, file, state }) => ({
    id,
    name,
    size,
    hasFile: file !== undefined,
    state,
  }))

/** All that is written down: each record as JSON, and each body as one character for each byte. */
export const written = async (): Promise<readonly string[]> => {
  const open = (await indexedDB.databases()).some(({ name }) => name === 'sealdrop')
  if (!open) return []
  const database = await new Promise<IDBDatabase | undefined>(resolve => {
    const request = indexedDB.open('sealdrop')
    // It was deleted since it was listed, and must not be made again.
    request.onupgradeneeded = () => request.transaction?.abort()
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => resolve(undefined)
  })
  if (!database) return []
  const all = await new Promise<unknown[]>(resolve => {
    const request = database.transaction('shelf').objectStore('shelf').getAll()
    request.onsuccess = () => resolve(request.result)
  })
  database.close()
  const textOf = async (value: unknown): Promise<string> =>
    value instanceof Blob
      ? new TextDecoder('latin1').decode(await value.arrayBuffer())
      : JSON.stringify(value)
  return Promise.all(all.map(textOf))
}

export const marker = (): string | null => localStorage.getItem('sealdrop:shelf')

/** Goes on with all that is offered, and says how it ended. */
export const goOn = async (): Promise<{ receipts: readonly Receipt[]; error: string }> => {
  session.resume()
  try {
    return { receipts: await session.finish(), error: '' }
  } catch (thrown) {
    const error = SealDrop.isSealDropError(thrown)
      ? `${thrown.code} ${thrown.outcome}`
      : `${thrown}`
    return { receipts: [], error }
  }
}

/** Changes what is written down: fields of each record, and each body's bytes. */
export const tamper = async (
  fields: Readonly<Record<string, unknown>>,
  body?: { readonly text?: string; readonly cutTo?: number },
): Promise<void> => {
  const database = await new Promise<IDBDatabase>(resolve => {
    const request = indexedDB.open('sealdrop')
    request.onsuccess = () => resolve(request.result)
  })
  const store = database.transaction('shelf', 'readwrite').objectStore('shelf')
  await new Promise<void>(resolve => {
    store.transaction.oncomplete = () => resolve()
    store.openCursor().onsuccess = ({ target }) => {
      const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result
      if (!cursor) return
      const { value } = cursor
      if (!(value instanceof Blob)) cursor.update({ ...value, ...fields })
      else if (body?.text !== undefined)
        cursor.update(new Blob([body.text, value.slice(body.text.length)]))
      else if (body?.cutTo !== undefined) cursor.update(value.slice(0, body.cutTo))
      cursor.continue()
    }
  })
  database.close()
}

export const wipe = async (): Promise<void> => {
  localStorage.clear()
  await new Promise<void>(resolve => {
    indexedDB.deleteDatabase('sealdrop').onsuccess = () => resolve()
  })
}

/** What goes wrong with the browser's storage from now on, and what the console is told. */
export const spoil = (how: 'throws' | 'hangs' | 'refuses' | 'is full' | 'has no marker'): void => {
  const said: string[] = []
  Object.assign(globalThis, { said })
  console.warn = (...words: unknown[]) => void said.push(words.join(' '))
  const blocked = (): never => {
    throw new DOMException('The operation is insecure.', 'SecurityError')
  }
  if (how === 'throws') {
    IDBFactory.prototype.open = blocked
    Storage.prototype.getItem = blocked
    Storage.prototype.setItem = blocked
  }
  if (how === 'has no marker') Object.defineProperty(globalThis, 'localStorage', { get: blocked })
  if (how === 'hangs') IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest
  if (how === 'refuses') IDBDatabase.prototype.transaction = blocked
  if (how === 'is full')
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('There is no room.', 'QuotaExceededError')
    }
}
export const said = (): readonly string[] => Reflect.get(globalThis, 'said')

/** An empty database is deleted no sooner than somebody writes into it, or waits until it is gone. */
export const deleteLate = (): void => {
  const { deleteDatabase } = IDBFactory.prototype
  const { put } = IDBObjectStore.prototype
  let isWritten = false
  IDBObjectStore.prototype.put = function (...args) {
    isWritten = true
    return put.apply(this, args)
  }
  IDBFactory.prototype.deleteDatabase = name => {
    Object.assign(globalThis, { deleted: 'waits' })
    const late = {} as IDBOpenDBRequest
    const look = async (): Promise<void> => {
      const { pending = [] } = await navigator.locks.query()
      const isAwaited = pending.some(({ name }) => name === 'sealdrop')
      if (!isWritten && !isAwaited) return void setTimeout(look, 1)
      const request = deleteDatabase.call(indexedDB, name)
      request.onsuccess = event => {
        Object.assign(globalThis, { deleted: 'done' })
        late.onsuccess?.(event)
      }
    }
    void look()
    return late
  }
}

export const deleted = (): 'waits' | 'done' | undefined => Reflect.get(globalThis, 'deleted')

/** How many requests this page made for uploads. */
export const asked = (): number =>
  performance.getEntriesByType('resource').filter(({ name }) => !name.endsWith('.js')).length

export const cancelAll = (): void => session.cancel()
export const resumeAll = (): void => session.resume()
export const clearAll = (): Promise<void> => SealDrop.clearShelf()
/** Large bodies. */
export const filesOnDisk = async (): Promise<number> => {
  const root = await navigator.storage.getDirectory()
  const folder = await root.getDirectoryHandle('sealdrop').catch(() => undefined)
  let count = 0
  if (folder) for await (const _ of folder.keys()) count++
  return count
}
