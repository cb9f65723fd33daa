import { isSealDropError } from '../core/errors.ts'
import { isSealedWithPasskey, openWithPasskey, sealWithPasskey } from '../open/passkey.ts'
import type { PasskeyIdentity } from '../open/passkey-identity.ts'
import { fill } from '../words/fill.ts'
import type { Saving } from './desk.ts'
import { type Identity, identityFile, readIdentities } from './identity.ts'
import { keep, readKept, removeKept } from './kept.ts'
import { objectUrls } from './object-urls.ts'
import { SILENCE, type Spoken } from './spoken.ts'
import type { DeskStrings } from './strings/strings.ts'
import { visible } from './text.ts'
import {
  lacksPrf,
  makePasskey,
  type NoPasskey,
  noPasskeyHere,
  PasskeyError,
  usePasskey,
} from './webauthn.ts'

/** Identities that are to be sealed with a passkey, and how far that is. */
export interface Plan {
  readonly identities: readonly Identity[]
  /** The backup: not yet printed, printed, or confirmed by a person. */
  readonly isPrinted: boolean
  /** Made, but what it answers is not known yet. */
  readonly passkey?: PasskeyIdentity
  /** The armored text of an age file. */
  readonly sealed?: string
}

/** An identity that a passkey opens. */
export interface SealedIdentity {
  readonly file: Blob
  /** It was opened, and the desk has what was in it. */
  readonly isOpen: boolean
}

export interface PasskeyState {
  /** Why there are no passkeys here. */
  readonly lack: NoPasskey | undefined
  /** In this browser. */
  readonly kept?: SealedIdentity | undefined
  /** A person is asked whether that is to be removed. */
  readonly isRemoving: boolean
  /** As a file that was chosen. */
  readonly given?: SealedIdentity | undefined
  readonly plan?: Plan | undefined
  /** The browser asks the person now. */
  readonly isAsking: boolean
  /** What happened last with `kept` and `given`, and with the plan. */
  readonly news: Spoken
  readonly planNews: Spoken
  readonly isTrouble: boolean
}

export interface Passkeys {
  readonly state: PasskeyState
  /** Takes a file that was chosen as an identity. Resolves with whether it is one that a passkey opens. */
  take(file: File): Promise<boolean>
  /** Opens what is kept, or what was given; resolves with the identities' text, or undefined where that failed. */
  open(which: 'kept' | 'given'): Promise<string | undefined>
  /** Asks first whether what is kept is to be removed, or asks no longer. */
  askToRemove(isAsked: boolean): void
  /** Removes what is shown as kept, and nothing that another tab kept meanwhile. Whether it is gone. Nothing where nobody was asked. */
  remove(): boolean
  /** The plan for these identities, or none any more. */
  plan(identities: readonly Identity[] | undefined): void
  printed(): void
  /** `isConfirmed`: a person says that there is a backup, or there is a second recipient. Without it nothing is made. */
  create(isConfirmed: boolean): Promise<void>
  /** As a file that age reads. */
  save(sealed: string): Saving
  /** Keeps what the plan sealed in this browser. Whether it is there now. */
  keep(): boolean
  /** The desk has forgotten its identities. */
  forget(): void
}

/** Identity files are much smaller. */
const MAX_BYTES = 64 * 1024

const sealedFile = (text: string): SealedIdentity => ({ file: new Blob([text]), isOpen: false })

/** Makes passkeys that open identities, and asks them. `draw` is called after every change. */
export const createPasskeys = (draw: () => void, strings: () => DeskStrings): Passkeys => {
  const urls = objectUrls()
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
    news: SILENCE,
    planNews: SILENCE,
    isTrouble: false,
  }
  const change = (changes: Partial<PasskeyState>): void => {
    state = { ...state, ...changes }
    draw()
  }
  if (!lack)
    void lacksPrf().then(isLacking => {
      if (isLacking) change({ lack: 'browser' })
    })

  const wordsFor = (thrown: unknown, place: 'news' | 'planNews'): string => {
    const { trouble } = strings().passkey
    if (thrown instanceof PasskeyError)
      return fill(trouble[thrown.trouble], { site: visible(thrown.site, 100) })
    if (isSealDropError(thrown) && thrown.code === 'no-identity') return trouble.wrong
    return place === 'news' ? trouble.damaged : trouble.cancelled
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
    place: 'news' | 'planNews',
    ask: () => Promise<Value>,
  ): Promise<Value | undefined> => {
    if (state.isAsking) return undefined
    change({ isAsking: true, [place]: SILENCE, isTrouble: false })
    try {
      return await ask()
    } catch (thrown) {
      change({ [place]: { words: wordsFor(thrown, place) }, isTrouble: true })
      return undefined
    } finally {
      change({ isAsking: false })
    }
  }

  const seal = (plan: Plan): Promise<string> => {
    const now = new Date()
    const text = plan.identities.map(identity => identityFile(identity, now)).join('')
    const [first] = plan.identities
    return sealWithPasskey(text, async inputs => {
      if (plan.passkey)
        return { passkey: plan.passkey, prf: await usePasskey(inputs, plan.passkey) }
      const made = await makePasskey(`SealDrop ${first?.fingerprint ?? ''}`.trim(), inputs)
      // From here on a second try makes no second one.
      if (state.plan === plan) change({ plan: { ...plan, passkey: made.passkey } })
      return { passkey: made.passkey, prf: made.prf ?? (await usePasskey(inputs, made.passkey)) }
    })
  }

  return {
    get state() {
      return state
    },
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
      return asking('news', async () => {
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
      return true
    },
    plan(identities) {
      const plan = identities && { identities, isPrinted: false }
      change({ plan, planNews: SILENCE, isTrouble: false })
    },
    printed() {
      const { plan } = state
      if (plan && !plan.isPrinted) change({ plan: { ...plan, isPrinted: true } })
    },
    async create(isConfirmed) {
      const { plan } = state
      if (!plan || !isConfirmed || plan.sealed !== undefined) return
      await asking('planNews', async () => {
        const sealed = await seal(plan)
        if (state.plan?.identities !== plan.identities) return
        change({
          plan: { ...state.plan, sealed },
          planNews: { words: strings().passkey.made },
        })
      })
    },
    save(sealed) {
      return { url: urls.of(new Blob([sealed])), name: 'identity.age' }
    },
    keep() {
      const sealed = state.plan?.sealed
      if (sealed === undefined) return false
      const { other, trouble, kept } = strings().passkey
      // Asked again: another tab may have kept one meanwhile.
      const found = readKept()
      if (found !== undefined && found !== sealed) {
        change({ ...keptNow(found), planNews: { words: other }, isTrouble: true })
        return false
      }
      const isKept = keep(sealed)
      if (isKept) change({ ...keptNow(sealed), planNews: { words: kept }, isTrouble: false })
      else change({ planNews: { words: trouble.full }, isTrouble: true })
      return isKept
    },
    forget() {
      const closed = (one?: SealedIdentity) => one && { ...one, isOpen: false }
      change({
        kept: closed(state.kept),
        isRemoving: false,
        given: closed(state.given),
        plan: undefined,
        planNews: SILENCE,
        news: SILENCE,
      })
    },
  }
}
