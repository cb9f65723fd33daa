import type { Desk } from './desk.ts'
import { type Found, sealedIn } from './folder-in.ts'
import { saverFor } from './folder-out.ts'

/** How far it is with a folder that all is saved in, or that was read. */
export type FolderState =
  | {
      readonly phase: 'saving' | 'saved' | 'stopped'
      readonly done: number
      readonly total: number
      /** Documents that are left out because the browser takes no such name. */
      readonly refused: readonly string[]
    }
  | { readonly phase: 'none' | 'empty' | 'partly' | 'unread' }

/** Folders of the recipient's machine, by handles (File System Access). */
export interface Folders {
  readonly state: FolderState
  /** Also of a list that was cleared meanwhile, until the document is done that is being opened. */
  readonly isSaving: boolean
  /** Adds what was found to the list, or says that there is none, or that there may be more. */
  add(found: Found): void
  /** Adds what is sealed in a folder that a person chooses to the list. */
  open(): Promise<void>
  /** Saves all that is opened in a folder that a person chooses, one after the other. */
  save(): Promise<void>
}

const NONE: FolderState = { phase: 'none' }

interface Picking {
  showDirectoryPicker?(options: {
    readonly mode: 'read' | 'readwrite'
  }): Promise<FileSystemDirectoryHandle>
}

/** Whether this browser lets a person choose a folder (Chromium). */
export const canPick = (): boolean => typeof (window as Picking).showDirectoryPicker === 'function'

/** The folder that a person chooses. Undefined where none was chosen; rejects with the browser's error. */
const picked = async (mode: 'read' | 'readwrite'): Promise<FileSystemDirectoryHandle | undefined> =>
  (window as Picking).showDirectoryPicker?.({ mode }).catch(thrown => {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') return undefined
    throw thrown
  })

/** Not where the browser takes no such name: the others have theirs. */
const isSaved = (saving: Promise<unknown>): Promise<boolean> =>
  saving.then(
    () => true,
    thrown => {
      if (thrown instanceof TypeError) return false
      throw thrown
    },
  )

/** `draw` is called after every change. */
export const createFolders = (desk: Desk, draw: () => void): Folders => {
  let state: FolderState = NONE
  let isSaving = false
  /** Of the list that was saved. */
  let first: number | undefined
  let isAsking = false
  /** A browser refuses a second dialog while there is one. */
  const ask = async (mode: 'read' | 'readwrite'): ReturnType<typeof picked> => {
    if (isAsking) return undefined
    isAsking = true
    return picked(mode).finally(() => {
      isAsking = false
    })
  }
  const isCleared = (): boolean => desk.state.items.every(({ id }) => id !== first)
  const change = (to: FolderState): void => {
    state = to
    draw()
  }
  /** What is said of a folder that is being filled stays. */
  const say = (phase: 'none' | 'empty' | 'partly' | 'unread'): void => {
    if (!isSaving && state.phase !== phase) change({ phase })
  }
  const add = ({ files, isWhole }: Found): void => {
    say(!isWhole ? 'partly' : files.length > 0 ? 'none' : 'empty')
    if (files.length > 0) desk.add(files)
  }
  const saveAll = async (folder: FileSystemDirectoryHandle): Promise<void> => {
    const entries = desk.entries()
    const total = entries.length
    const save = saverFor(folder)
    let done = 0
    let refused: readonly string[] = []
    const tell = (phase: 'saving' | 'saved' | 'stopped'): void =>
      change({ phase, done, total, refused })
    tell('saving')
    try {
      for (const { name, open } of entries) {
        const content = await open()
        if (isCleared()) return
        // It could not be opened again, which its row says.
        if (!content) continue
        if (await isSaved(save(name, content))) done++
        else refused = [...refused, name]
        tell('saving')
      }
      tell('saved')
    } catch {
      tell('stopped')
    }
  }
  return {
    add,
    get state() {
      // The list that it tells of was cleared.
      return 'total' in state && isCleared() ? NONE : state
    },
    get isSaving() {
      return isSaving
    },
    async open() {
      try {
        const folder = await ask('read')
        if (folder) add(await sealedIn(folder))
      } catch {
        say('unread')
      }
    },
    async save() {
      if (isSaving) return
      const folder = await ask('readwrite').catch(() => null)
      if (folder === undefined) return
      first = desk.state.items[0]?.id
      if (!folder)
        return change({ phase: 'stopped', done: 0, total: desk.entries().length, refused: [] })
      isSaving = true
      await saveAll(folder)
      isSaving = false
      change(isCleared() ? NONE : state)
    },
  }
}
