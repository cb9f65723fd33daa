import { sealWithPasskey } from '../open/passkey.ts'
import type { PasskeyIdentity } from '../open/passkey-identity.ts'
import type { Saving } from './desk.ts'
import { type Identity, identityFile } from './identity.ts'
import { objectUrls } from './object-urls.ts'
import { SILENCE, type Spoken } from './spoken.ts'
import type { DeskStrings } from './strings/strings.ts'
import { makePasskey, usePasskey } from './webauthn.ts'

/** So much text of identities is sealed at most, in bytes: the armored file of it stays below what is read as an identity's file. */
const MOST_BYTES = 44 * 1024

const textOf = (identities: readonly Identity[]): string => {
  const now = new Date()
  return identities.map(identity => identityFile(identity, now)).join('')
}

/** Identities that are to be sealed with a passkey, and how far that is. */
export interface Plan {
  readonly identities: readonly Identity[]
  /** More than one passkey takes: nothing is made. */
  readonly isTooLarge: boolean
  /** The backup: not yet printed, printed, or confirmed by a person. */
  readonly isPrinted: boolean
  /** Made, but what it answers is not known yet. */
  readonly passkey?: PasskeyIdentity
  /** The armored text of an age file. */
  readonly sealed?: string
}

/** What is said of something, and whether that is bad. */
export interface Told {
  readonly news: Spoken
  readonly isTrouble: boolean
}

export const NOTHING_TOLD: Told = { news: SILENCE, isTrouble: false }

export interface PlanningState extends Told {
  readonly plan?: Plan | undefined
  /** The browser asks the person for this plan now. */
  readonly isAsking: boolean
}

/** The plan of one half of the page: what one half does ends no plan of the other. */
export interface Planning {
  readonly state: PlanningState
  /** The plan for these identities, or none any more. Not while the browser asks for it: what is made then would be lost. */
  plan(identities: readonly Identity[] | undefined): void
  printed(): void
  /** `isConfirmed`: a person says that there is a backup, or there is a second recipient. Without it nothing is made. */
  create(isConfirmed: boolean): Promise<void>
  /** As a file that age reads. */
  save(sealed: string): Saving
  /** Keeps what the plan sealed in this browser. Whether it is there now. */
  keep(): boolean
  /** The identities are forgotten. */
  forget(): void
}

/** What both halves share. */
interface Shared {
  draw(): void
  strings(): DeskStrings
  /** Asks the person by the browser, if nothing else does; what goes wrong is told. */
  ask(tell: (told: Told) => void, use: () => Promise<void>): Promise<void>
  keep(sealed: string): Told
}

export const createPlanning = ({ draw, strings, ask, keep }: Shared): Planning => {
  const urls = objectUrls()
  let state: PlanningState = { ...NOTHING_TOLD, isAsking: false }
  const change = (changes: Partial<PlanningState>): void => {
    state = { ...state, ...changes }
    draw()
  }
  const seal = (plan: Plan): Promise<string> => {
    const [first] = plan.identities
    return sealWithPasskey(textOf(plan.identities), async inputs => {
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
    plan(identities) {
      if (state.isAsking) return
      if (!identities) return change({ plan: undefined, ...NOTHING_TOLD })
      // One letter is one byte.
      const isTooLarge = textOf(identities).length > MOST_BYTES
      const news = isTooLarge ? { words: strings().passkey.trouble.large } : SILENCE
      change({ plan: { identities, isTooLarge, isPrinted: false }, news, isTrouble: isTooLarge })
    },
    printed() {
      const { plan } = state
      if (plan && !plan.isPrinted) change({ plan: { ...plan, isPrinted: true } })
    },
    async create(isConfirmed) {
      const { plan } = state
      if (!plan || plan.isTooLarge || !isConfirmed || plan.sealed !== undefined) return
      await ask(change, async () => {
        change({ isAsking: true })
        try {
          const sealed = await seal(plan)
          if (state.plan?.identities !== plan.identities) return
          const news = { words: strings().passkey.made }
          change({ plan: { ...state.plan, sealed }, news })
        } finally {
          change({ isAsking: false })
        }
      })
    },
    save: sealed => ({ url: urls.of(new Blob([sealed])), name: 'identity.age' }),
    keep() {
      const sealed = state.plan?.sealed
      if (sealed === undefined) return false
      const told = keep(sealed)
      change(told)
      return !told.isTrouble
    },
    forget() {
      change({ plan: undefined, ...NOTHING_TOLD })
    },
  }
}
