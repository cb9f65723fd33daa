import type { Opener } from '../open/index.ts'
import { archiveOf } from './archive.ts'
import { type Identity, looksSecret, readIdentities } from './identity.ts'
import { type ObjectUrls, objectUrls } from './object-urls.ts'
import { type OpenedDocument, openDocument, troubleOf } from './opening.ts'
import { SILENCE, type Spoken } from './spoken.ts'
import type { DeskStrings, Trouble } from './strings/strings.ts'

export type ItemState =
  | { readonly phase: 'waiting' }
  | { readonly phase: 'opening'; readonly percent: number }
  | { readonly phase: 'failed'; readonly why: Trouble }
  | {
      readonly phase: 'opened'
      readonly document: OpenedDocument
      /** blob: URLs: one to save the document, and one to display it if it is an undamaged picture. */
      readonly save: string
      readonly picture?: string
    }

/** One sealed file in the list. */
export interface Item {
  readonly id: number
  readonly sealed: File
  readonly state: ItemState
}

export interface DeskState {
  readonly identities: readonly Identity[]
  readonly hasPassphrase: boolean
  readonly items: readonly Item[]
  readonly isArchiving: boolean
  /** What happened last with identities and passphrase. */
  readonly news: Spoken
  readonly isTrouble: boolean
  /** What is wrong with what was given in the field; silence where nothing is. */
  readonly fieldTrouble: Spoken
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
  /** A blob: URL of all opened files in one ZIP; undefined where there is none, or the list was cleared meanwhile. */
  archive(): Promise<string | undefined>
}

/** Identity files are much smaller. */
const MAX_IDENTITY_BYTES = 64 * 1024
const DRAWN = ['image/jpeg', 'image/png']

const textOf = async (file: File): Promise<string> =>
  file.size > MAX_IDENTITY_BYTES ? '' : await file.text()

/** Lets the browser draw and respond between two files. */
const nextTask = (): Promise<void> => new Promise(resolve => setTimeout(resolve))

/** Opens sealed files, one after the other. `draw` is called after every change. */
export const createDesk = (draw: () => void, strings: () => DeskStrings): Desk => {
  let state: DeskState = {
    identities: [],
    hasPassphrase: false,
    items: [],
    isArchiving: false,
    news: SILENCE,
    isTrouble: false,
    fieldTrouble: SILENCE,
  }
  let passphrase = ''
  /** Counts the keys that were added, to notice one that was added while a file was being opened. */
  let keys = 0
  let lastId = 0
  let isRunning = false
  /** Aborts when the present list is cleared. */
  let over = new AbortController()
  let urls: ObjectUrls = objectUrls()
  let archiveUrls: ObjectUrls = objectUrls()

  const change = (changes: Partial<DeskState>): void => {
    state = { ...state, ...changes }
    draw()
  }
  const move = (id: number, to: ItemState): void =>
    change({ items: state.items.map(item => (item.id === id ? { ...item, state: to } : item)) })

  const openers = (): readonly Opener[] => [
    ...(state.identities.length > 0 ? [state.identities.map(({ secret }) => secret)] : []),
    ...(passphrase ? [{ passphrase }] : []),
  ]

  const openOne = async ({ id, sealed }: Item): Promise<void> => {
    const { signal } = over
    const tried = keys
    let percent = 0
    move(id, { phase: 'opening', percent })
    await nextTask()
    const progress = (done: number, total: number): void => {
      const now = Math.floor((100 * done) / Math.max(total, 1))
      if (now <= percent || signal.aborted) return
      percent = now
      move(id, { phase: 'opening', percent })
    }
    try {
      const document = await openDocument(sealed, openers(), { signal, progress })
      if (!signal.aborted) move(id, openedState(document))
    } catch (thrown) {
      const why = troubleOf(thrown)
      if (!why || signal.aborted) return
      const hasMissedOne = why === 'no-identity' && keys !== tried
      move(id, hasMissedOne ? { phase: 'waiting' } : { phase: 'failed', why })
    }
  }

  const openedState = (document: OpenedDocument): ItemState => {
    const { file, finding } = document
    const isDrawn = DRAWN.includes(file.type) && finding.damage === undefined
    return {
      phase: 'opened',
      document,
      save: urls.of(file),
      ...(isDrawn && { picture: urls.ofPicture(file) }),
    }
  }

  const run = async (): Promise<void> => {
    if (isRunning) return
    isRunning = true
    try {
      for (;;) {
        const next = state.items.find(item => item.state.phase === 'waiting')
        if (!next || openers().length === 0) return
        await openOne(next)
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
      urls = objectUrls()
      archiveUrls = objectUrls()
      change({ items: [], isArchiving: false })
    },
    async archive() {
      const { signal } = over
      const files = state.items.flatMap(({ state: now }) =>
        now.phase === 'opened' ? [now.document.file] : [],
      )
      if (files.length === 0 || state.isArchiving) return undefined
      change({ isArchiving: true })
      try {
        const zip = await archiveOf(files)
        if (signal.aborted) return undefined
        archiveUrls.revokeAll()
        return archiveUrls.of(zip)
      } finally {
        if (!signal.aborted) change({ isArchiving: false })
      }
    },
  }
}
