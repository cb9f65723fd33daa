import { isSealDropError } from '../core/errors.ts'
import { isSealedWithPasskey, openWithPasskey } from '../open/passkey.ts'
import { fill } from '../words/fill.ts'
import { readIdentities } from './identity.ts'
import { keep, readKept, removeKept } from './kept.ts'
import { createPlanning, NOTHING_TOLD, type Planning, type Told } from './plan.ts'
import type { DeskStrings } from './strings/strings.ts'
import { visible } from './text.ts'
import { lacksPrf, type NoPasskey, noPasskeyHere, PasskeyError, usePasskey } from './webauthn.ts'

/** An identity that a passkey opens. */
export interface SealedIdentity {
  readonly file: Blob
  /** It was opened, and the desk has what was in it. */
  readonly isOpen: boolean
}

/** `news`: what happened last with `kept` and `given`. */
export interface PasskeyState extends Told {
  /** Why there are no passkeys here. */
  readonly lack: NoPasskey | undefined
  /** In this browser. */
  readonly kept?: SealedIdentity | undefined
  /** A person is asked whether that is to be removed. */
  readonly isRemoving: boolean
  /** As a file that was chosen. */
  readonly given?: SealedIdentity | undefined
  /** The browser asks the person now. */
  readonly isAsking: boolean
}

export interface Passkeys {
  readonly state: PasskeyState
  /** What is planned on each side of the page. */
  readonly plans: Readonly<Record<'open' | 'pair', Planning>>
  /** Takes a file that was chosen as an identity. Resolves with whether it is one that a passkey opens. */
  take(file: File): Promise<boolean>
  /** Opens what is kept, or what was given; resolves with the identities' text, or undefined where that failed. */
  open(which: 'kept' | 'given'): Promise<string | undefined>
  /** Asks first whether what is kept is to be removed, or asks no longer. */
  askToRemove(isAsked: boolean): void
  /** Removes what is shown as kept, and nothing that another tab kept meanwhile. Whether it is gone. Nothing where nobody was asked. */
  remove(): boolean
  /** The desk has forgotten its identities. */
  forget(): void
}

/** Identity files are much smaller. */
const MAX_BYTES = 64 * 1024

const sealedFile = (text: string): SealedIdentity => ({ file: new Blob([text]), isOpen: false })

/** Makes passkeys that open identities, and asks them. `draw` is called after every change. */
export const createPasskeys = (
  draw: () => void,
  strings: () => DeskStrings,
  /** What this browser kept was removed. */
  onRemoved: () => void,
): Passkeys => {
  const lack = noPasskeyHere()
  // A browser may share what pages from the disk keep among all of them.
  const found = lack === 'file' ? undefined : readKept()
  /** What is shown as kept: another tab may have kept another one meanwhile. */
  let shown = found
  let state: PasskeyState = {
    lack,
    kept: found === undefined ? undefined : sealedFile(found),
    isRemoving: false,
    isAsking: false,
    ...NOTHING_TOLD,
  }
  const change = (changes: Partial<PasskeyState>): void => {
    state = { ...state, ...changes }
    draw()
  }
  if (!lack)
    void lacksPrf().then(isLacking => {
      if (isLacking) change({ lack: 'browser' })
    })

  const wordsFor = (thrown: unknown, other: 'damaged' | 'cancelled'): string => {
    const { trouble } = strings().passkey
    if (thrown instanceof PasskeyError)
      return fill(trouble[thrown.trouble], { site: visible(thrown.site, 100) })
    if (isSealDropError(thrown) && thrown.code === 'no-identity') return trouble.wrong
    return trouble[other]
  }

  /** What is shown from now on. It stays the same object, which may be open, where it is the same. */
  const keptNow = (found: string | undefined): Pick<PasskeyState, 'kept' | 'isRemoving'> => {
    const isKnown = found === shown
    shown = found
    if (found === undefined) return { kept: undefined, isRemoving: false }
    return { kept: isKnown && state.kept ? state.kept : sealedFile(found), isRemoving: false }
  }

  /** One prompt at a time: a browser refuses the second, and a person would not know which they answer. */
  const asking = async <Value>(
    tell: (told: Told) => void,
    other: 'damaged' | 'cancelled',
    ask: () => Promise<Value>,
  ): Promise<Value | undefined> => {
    if (state.isAsking) return undefined
    change({ isAsking: true })
    tell(NOTHING_TOLD)
    try {
      return await ask()
    } catch (thrown) {
      tell({ news: { words: wordsFor(thrown, other) }, isTrouble: true })
      return undefined
    } finally {
      change({ isAsking: false })
    }
  }

  const keepSealed = (sealed: string): Told => {
    const { other, trouble, kept } = strings().passkey
    // Asked again: another tab may have kept one meanwhile.
    const found = readKept()
    if (found !== undefined && found !== sealed) {
      change(keptNow(found))
      return { news: { words: other }, isTrouble: true }
    }
    if (!keep(sealed)) return { news: { words: trouble.full }, isTrouble: true }
    change(keptNow(sealed))
    return { news: { words: kept }, isTrouble: false }
  }
  const shared: Parameters<typeof createPlanning>[0] = {
    ...{ draw, strings, keep: keepSealed },
    ask: (tell, use) => asking(tell, 'cancelled', use),
  }
  const plans = { open: createPlanning(shared), pair: createPlanning(shared) }

  return {
    get state() {
      return state
    },
    plans,
    async take(file) {
      if (file.size > MAX_BYTES) return false
      try {
        // A copy: the file may be gone when it is opened.
        const copy = new Blob([await file.arrayBuffer()])
        if (!(await isSealedWithPasskey(copy))) return false
        const given = { file: copy, isOpen: false }
        change({ given, news: { words: strings().passkey.given }, isTrouble: false })
        return true
      } catch {
        return false // Who takes it next says that it cannot be read.
      }
    },
    async open(which) {
      const sealed = state[which]
      if (!sealed) return undefined
      return asking(change, 'damaged', async () => {
        const text = await openWithPasskey(sealed.file, usePasskey)
        if ((await readIdentities(text)).length === 0) throw new TypeError('no identity in it')
        if (state[which] === sealed) change({ [which]: { ...sealed, isOpen: true } })
        return text
      })
    },
    askToRemove(isAsked) {
      change({ isRemoving: isAsked })
    },
    remove() {
      if (!state.isRemoving) return false
      const { other, removed } = strings().passkey
      const found = readKept()
      if (found !== undefined && found !== shown) {
        change({ ...keptNow(found), news: { words: other }, isTrouble: true })
        return false
      }
      removeKept()
      change({ ...keptNow(undefined), news: { words: removed }, isTrouble: false })
      onRemoved()
      return true
    },
    forget() {
      const closed = (one?: SealedIdentity) => one && { ...one, isOpen: false }
      change({
        kept: closed(state.kept),
        isRemoving: false,
        given: closed(state.given),
        ...NOTHING_TOLD,
      })
      plans.open.forget()
    },
  }
}
