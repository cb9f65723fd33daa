import { clear, delMany, entries, get, promisifyRequest, setMany, type UseStore } from 'idb-keyval'
import { DATABASE } from './marker.ts'

const STORE = 'shelf'
const bodyKey = (id: string): string => `${id} body`

const connect = async (onClosed: () => void): Promise<IDBDatabase> => {
  const request = indexedDB.open(DATABASE, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE)
  const database = await promisifyRequest(request)
  database.onclose = onClosed
  // Whoever deletes the database need not wait for this page.
  database.onversionchange = () => {
    database.close()
    onClosed()
  }
  return database
}

/** Open connections close for it. */
export const deleteDatabase = async (): Promise<void> => {
  await promisifyRequest(indexedDB.deleteDatabase(DATABASE))
}

/** Records and the bodies beside them, in IndexedDB. */
export interface Database {
  /** Ids of records and bodies, each once, with its record or what is in its place. */
  list(): Promise<readonly (readonly [id: string, record: unknown])[]>
  get(id: string): Promise<unknown>
  body(id: string): Promise<unknown>
  /** Both in one transaction. */
  put(id: string, record: unknown, body: Blob | undefined): Promise<void>
  update(id: string, record: unknown): Promise<void>
  delete(id: string): Promise<void>
  clear(): Promise<void>
}

/** Opens it. idb-keyval's own connection would keep others from deleting the database, and leaves the commit to the browser. */
export const openDatabase = async (): Promise<Database> => {
  let connection: Promise<IDBDatabase> | undefined
  const connected = (): Promise<IDBDatabase> => {
    connection ??= connect(() => {
      connection = undefined
    })
    return connection
  }
  const use: UseStore = async (mode, work) =>
    work((await connected()).transaction(STORE, mode).objectStore(STORE))
  /** All requests are made at once, so the browser need not ask whether more come: a page that dies now has written it. */
  const write: UseStore = async (mode, work) => {
    const transaction = (await connected()).transaction(STORE, mode)
    const done = work(transaction.objectStore(STORE))
    transaction.commit()
    return done
  }
  await connected()

  return {
    async list() {
      const records = new Map<string, unknown>()
      for (const [key, value] of await entries<string, unknown>(use)) {
        const [id = '', ...rest] = String(key).split(' ')
        if (rest.length === 0) records.set(id, value)
        else if (!records.has(id)) records.set(id, undefined)
      }
      return [...records]
    },
    get: id => get(id, use),
    body: id => get(bodyKey(id), use),
    put: (id, record, body) =>
      setMany([[id, record], ...(body ? [[bodyKey(id), body] as [string, Blob]] : [])], write),
    update: (id, record) =>
      use('readwrite', store => {
        const found = store.get(id)
        found.onsuccess = () => {
          if (found.result !== undefined) store.put(record, id)
        }
        return promisifyRequest(store.transaction)
      }),
    delete: id => delMany([id, bodyKey(id)], write),
    clear: () => clear(write),
  }
}
