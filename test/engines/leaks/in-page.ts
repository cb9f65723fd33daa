/** Functions that run in a page, so that each uses nothing from outside itself. */

/** Where a page can leave something, by the part of the browser that keeps it. */
export const PLACES = [
  'localStorage',
  'sessionStorage',
  'IndexedDB',
  'a Blob in IndexedDB',
  'a cache',
  'a private file',
  'the address',
] as const

/** Leaves a marker in each of these places, and in the console. */
export const plant = async (
  markers: Readonly<Record<(typeof PLACES)[number] | 'the console', string>>,
): Promise<void> => {
  localStorage.setItem('planted', markers.localStorage)
  sessionStorage.setItem('planted', markers.sessionStorage)
  history.replaceState(null, '', `?${markers['the address']}`)
  console.log(markers['the console'])
  const open = indexedDB.open('planted')
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    open.onupgradeneeded = () => open.result.createObjectStore('planted')
    open.onsuccess = () => resolve(open.result)
    open.onerror = () => reject(open.error)
  })
  const change = database.transaction('planted', 'readwrite', { durability: 'strict' })
  change.objectStore('planted').put(markers.IndexedDB, 'text')
  change.objectStore('planted').put(new Blob([markers['a Blob in IndexedDB']]), 'blob')
  await new Promise(resolve => {
    change.oncomplete = resolve
  })
  database.close()
  await (await caches.open('planted')).put('/planted', new Response(markers['a cache']))
  const root = await navigator.storage.getDirectory()
  const writable = await (await root.getFileHandle('planted', { create: true })).createWritable()
  await writable.write(markers['a private file'])
  await writable.close()
}

/** All that the page shows and keeps, as one text. Bytes are in base64. */
export const look = async (): Promise<string> => {
  const found: string[] = [location.href, document.title, document.cookie, window.name]
  const asText = async (thing: unknown): Promise<string> => {
    if (thing instanceof Blob || thing instanceof ArrayBuffer || ArrayBuffer.isView(thing)) {
      const bytes = new Uint8Array(await new Response(thing as Blob).arrayBuffer())
      let text = ''
      for (let at = 0; at < bytes.length; at += 0x6000)
        text += btoa(String.fromCharCode(...bytes.subarray(at, at + 0x6000)))
      return text
    }
    if (typeof thing !== 'object' || thing === null) return String(thing)
    const parts = await Promise.all(
      Object.entries(thing).map(async ([name, value]) => `${name}: ${await asText(value)}`),
    )
    return parts.join('\n')
  }
  const draw = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      found.push(...[...element.attributes].map(({ name, value }) => `${name}=${value}`))
      if ('value' in element) found.push(String(element.value))
      if (element.shadowRoot) draw(element.shadowRoot)
      for (const node of element.childNodes) if (node instanceof Text) found.push(node.data)
    }
    if (root instanceof ShadowRoot)
      for (const node of root.childNodes) if (node instanceof Text) found.push(node.data)
  }
  draw(document)
  for (const form of document.forms)
    found.push(await asText(Object.fromEntries(new FormData(form))))
  found.push(await asText(history.state))
  if (location.protocol === 'file:') return found.join('\n')
  found.push(await asText({ ...localStorage }), await asText({ ...sessionStorage }))
  for (const { name = '' } of await indexedDB.databases()) {
    const open = indexedDB.open(name)
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result)
      open.onerror = () => reject(open.error)
    })
    found.push(name)
    for (const store of database.objectStoreNames) {
      const objectStore = database.transaction(store).objectStore(store)
      const read = <Value>(request: IDBRequest<Value>): Promise<Value> =>
        new Promise(resolve => {
          request.onsuccess = () => resolve(request.result)
        })
      const [keys, values] = await Promise.all([
        read(objectStore.getAllKeys()),
        read(objectStore.getAll()),
      ])
      found.push(store, await asText(keys), await asText(values))
    }
    database.close()
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    for (const request of await cache.keys()) {
      const response = await cache.match(request)
      found.push(name, request.url, (await response?.text()) ?? '')
    }
  }
  const list = async (folder: FileSystemDirectoryHandle): Promise<void> => {
    const { entries } = folder as unknown as {
      entries(): AsyncIterable<[string, FileSystemDirectoryHandle | FileSystemFileHandle]>
    }
    for await (const [name, handle] of entries.call(folder)) {
      found.push(name)
      if (handle.kind === 'directory') await list(handle)
      else found.push(await asText(await handle.getFile()))
    }
  }
  await list(await navigator.storage.getDirectory())
  return found.join('\n')
}
