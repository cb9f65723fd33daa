import { aTask } from '../core/pace.ts'
import { savedName } from '../open/saved-name.ts'
import { archiveOf, type Entry, partsOf } from './archive.ts'
import { type Choice, EVERYTHING } from './choice.ts'
import { type Identity, looksSecret, readIdentities } from './identity.ts'
import type { Item, ItemState } from './item.ts'
import { listOf } from './list.ts'
import { namesForFolder } from './names.ts'
import { objectUrls } from './object-urls.ts'
import { type Key, needsHardware, openDocument, troubleOf } from './opening.ts'
import { SILENCE, type Spoken } from './spoken.ts'
import type { DeskStrings } from './strings/strings.ts'

export interface DeskState {
  readonly identities: readonly Identity[]
  readonly hasPassphrase: boolean
  readonly items: readonly Item[]
  /** In which order, and which of them are shown. */
  readonly choice: Choice
  readonly isArchiving: boolean
  /** How many archives all that is opened takes, and which of them comes next, from 0 on. */
  readonly parts: number
  readonly part: number
  /** What happened last with identities and passphrase. */
  readonly news: Spoken
  readonly isTrouble: boolean
  /** What is wrong with what was given in the field; silence where nothing is. */
  readonly fieldTrouble: Spoken
}

/** What a link is made of. */
export interface Saving {
  /** A blob: URL. */
  readonly url: string
  readonly name: string
}

export interface Desk {
  readonly state: DeskState
  /** An identity file, as text. */
  load(file: File): Promise<void>
  /** A pasted identity, or a passphrase. Resolves with whether it was taken. */
  give(text: string): Promise<boolean>
  forget(): void
  add(files: readonly File[]): void
  clear(): void
  /** Drawn in a task of its own. */
  choose(changes: Partial<Choice>): void
  /** Opens it again to save it. Undefined where that failed, which its state says; where it is under way, or the list was cleared. */
  save(id: number): Promise<Saving | undefined>
  /** Opens it again for as long as `use` takes. Undefined as for `save`. */
  read<Value>(id: number, use: (file: File) => Promise<Value>): Promise<Value | undefined>
  /** What became of each file, as CSV. */
  list(): Saving
  /** All that is opened, each under its own name: several may have the same. */
  entries(): readonly Entry[]
  /** The next of the ZIPs of all opened files; undefined where there is none, or the list was cleared meanwhile. */
  archive(): Promise<Saving | undefined>
}

/** Identity files are much smaller. */
const MAX_IDENTITY_BYTES = 64 * 1024

const textOf = async (file: File): Promise<string> =>
  file.size > MAX_IDENTITY_BYTES ? '' : await file.text()

/** How far it is, is told no more often than so: each time a list of hundreds is drawn. */
const TELL_MS = 100

/** Lets the browser draw and respond between two files. */
const nextTask = (): Promise<void> => new Promise(resolve => setTimeout(resolve))

/** Opens sealed files, one after the other. `draw` is called after every change. */
export const createDesk = (draw: () => void, strings: () => DeskStrings): Desk => {
  let state: DeskState = {
    identities: [],
    hasPassphrase: false,
    items: [],
    choice: EVERYTHING,
    isArchiving: false,
    parts: 0,
    part: 0,
    news: SILENCE,
    isTrouble: false,
    fieldTrouble: SILENCE,
  }
  let passphrase = ''
  /** Counts the keys that were added, to notice one that was added while a file was being opened. */
  let keys = 0
  let lastId = 0
  const lookedAt = new Set<number>()
  let isRunning = false
  /** Aborts when the present list is cleared. */
  let over = new AbortController()
  const urls = objectUrls()
  const archiveUrls = objectUrls()

  const change = (changes: Partial<DeskState>): void => {
    state = { ...state, ...changes }
    draw()
  }
  const opened = (items = state.items) =>
    items.flatMap(({ id, state: now }) =>
      now.phase === 'opened' ? [{ id, document: now.document, size: now.document.size }] : [],
    )
  const move = (id: number, to: ItemState): void => {
    const before = state.items.find(item => item.id === id)?.state.phase
    const items = state.items.map(item => (item.id === id ? { ...item, state: to } : item))
    const isOther = before !== to.phase && (before === 'opened' || to.phase === 'opened')
    // Other documents are in each of the archives then.
    change({ items, ...(isOther && { parts: partsOf(opened(items)).length, part: 0 }) })
  }

  const waiting = () => state.items.filter(item => item.state.phase === 'waiting')
  const openers = (): readonly Key[] => [
    ...state.identities.map(({ secret, fingerprint }) => ({ opener: secret, fingerprint })),
    ...(passphrase ? [{ opener: { passphrase } }] : []),
  ]

  const openOne = async ({ id, sealed }: Item): Promise<void> => {
    const { signal } = over
    const tried = keys
    let [percent, toldMs] = [0, performance.now()]
    move(id, { phase: 'opening', percent })
    await nextTask()
    const progress = (done: number, total: number): void => {
      const now = Math.floor((100 * done) / Math.max(total, 1))
      if (now <= percent || performance.now() - toldMs < TELL_MS || signal.aborted) return
      percent = now
      toldMs = performance.now()
      move(id, { phase: 'opening', percent })
    }
    try {
      const document = await openDocument(sealed, openers(), { signal, progress })
      if (signal.aborted) document.forget()
      else move(id, { phase: 'opened', document, isSaving: false })
    } catch (thrown) {
      const why = troubleOf(thrown)
      if (!why || signal.aborted) return
      const hasMissedOne = why === 'no-identity' && keys !== tried
      move(id, hasMissedOne ? { phase: 'waiting' } : { phase: 'failed', why })
    }
  }

  const again = async (id: number): Promise<File | undefined> => {
    const now = state.items.find(item => item.id === id)?.state
    if (now?.phase !== 'opened') return undefined
    const { signal } = over
    try {
      const file = await now.document.again({ signal })
      return signal.aborted ? undefined : file
    } catch (thrown) {
      const why = troubleOf(thrown)
      if (why && !signal.aborted) {
        now.document.forget()
        move(id, { phase: 'failed', why })
      }
      return undefined
    }
  }

  const entries = (): readonly (Entry & { readonly size: number })[] =>
    opened().map(({ id, size, document: { name, lastModified } }) => ({
      ...{ name: savedName(name), lastModified, size },
      open: () => again(id),
    }))
  const entriesOf = (wanted: number): readonly Entry[] => {
    const all = entries()
    const names = namesForFolder(all.map(({ name }) => name))
    return partsOf(all.map((one, index) => ({ ...one, name: names[index] ?? '' })))[wanted] ?? []
  }

  /** Without an identity: a file that none opens which can be given here does not wait for one. */
  const lookAt = async ({ id, sealed }: Item): Promise<void> => {
    lookedAt.add(id)
    const isForHardware = await needsHardware(sealed, over.signal)
    if (isForHardware && waiting().some(item => item.id === id))
      move(id, { phase: 'failed', why: 'hardware' })
  }

  const run = async (): Promise<void> => {
    if (isRunning) return
    isRunning = true
    try {
      for (;;) {
        const hasKeys = openers().length > 0
        const next = waiting().find(({ id }) => hasKeys || !lookedAt.has(id))
        if (!next) return
        await (hasKeys ? openOne(next) : lookAt(next))
      }
    } finally {
      isRunning = false
    }
  }

  /** Adds keys, and tries the files again for which no key was there. */
  const takeKeys = (changes: Partial<DeskState>): void => {
    const items = state.items.map((item): Item => {
      const { state: was } = item
      const isMissed = was.phase === 'failed' && was.why === 'no-identity'
      return isMissed ? { ...item, state: { phase: 'waiting' } } : item
    })
    keys++
    change({ ...changes, items, isTrouble: false, fieldTrouble: SILENCE })
    void run()
  }

  /** Returns what is wrong with it; '' where it was taken. */
  const takeIdentities = async (text: string): Promise<string> => {
    try {
      const found = await readIdentities(text)
      if (found.length === 0) {
        const isSealed = /^(age-encryption\.org|-----BEGIN AGE)/.test(text.trimStart())
        return strings().given[isSealed ? 'sealed' : 'none']
      }
      const known = new Set(state.identities.map(({ secret }) => secret))
      const added = found.filter(({ secret }) => !known.has(secret))
      const words = strings().given[added.length === 0 ? 'known' : 'loaded']
      takeKeys({ identities: [...state.identities, ...added], news: { words } })
      return ''
    } catch {
      // The error is not shown: its message could repeat the secret.
      return strings().given.broken
    }
  }

  return {
    get state() {
      return state
    },
    async load(file) {
      const words = await textOf(file).then(takeIdentities, () => strings().given.unreadable)
      if (words) change({ news: { words }, isTrouble: true })
    },
    async give(text) {
      const isIdentity = looksSecret(text)
      const trouble = isIdentity
        ? await takeIdentities(text)
        : text.trim() === ''
          ? strings().given.empty
          : ''
      if (trouble) change({ news: SILENCE, fieldTrouble: { words: trouble } })
      if (trouble || isIdentity) return trouble === ''
      passphrase = text
      takeKeys({ hasPassphrase: true, news: { words: strings().given.passphrase } })
      return true
    },
    forget() {
      passphrase = ''
      change({
        identities: [],
        hasPassphrase: false,
        news: { words: strings().given.forgotten },
        isTrouble: false,
        fieldTrouble: SILENCE,
      })
    },
    add(files) {
      const added = files.map(
        (sealed): Item => ({ id: ++lastId, sealed, state: { phase: 'waiting' } }),
      )
      change({ items: [...state.items, ...added] })
      void run()
    },
    clear() {
      over.abort()
      over = new AbortController()
      urls.revokeAll()
      archiveUrls.revokeAll()
      for (const { document } of opened()) document.forget()
      change({ items: [], choice: EVERYTHING, isArchiving: false, parts: 0, part: 0 })
    },
    choose(changes) {
      state = { ...state, choice: { ...state.choice, ...changes } }
      // The field that was changed is shown first: another list takes longer, and one is enough where keys come faster.
      const { choice } = state
      void aTask().then(() => choice === state.choice && draw())
    },
    async save(id) {
      const now = state.items.find(item => item.id === id)?.state
      if (now?.phase !== 'opened' || now.isSaving) return undefined
      move(id, { ...now, isSaving: true })
      const file = await again(id)
      if (!file) return undefined
      move(id, { ...now, isSaving: false })
      return { url: urls.of(file), name: savedName(file.name) }
    },
    async read(id, use) {
      const file = await again(id)
      return file && (await use(file))
    },
    list: () => ({ url: urls.of(listOf(state.items)), name: 'documents.csv' }),
    entries,
    async archive() {
      const { signal } = over
      const { isArchiving, part, parts } = state
      if (parts === 0 || isArchiving) return undefined
      // What it holds may be as large as memory allows: the one before has to go.
      archiveUrls.revokeAll()
      change({ isArchiving: true })
      try {
        const count = opened().length
        const zip = await archiveOf(entriesOf(part))
        if (signal.aborted || opened().length === 0) return undefined
        const name = parts === 1 ? 'documents.zip' : `documents-${part + 1}.zip`
        if (opened().length === count) change({ part: (part + 1) % parts })
        return { url: archiveUrls.of(zip), name }
      } finally {
        if (!signal.aborted) change({ isArchiving: false })
      }
    },
  }
}
