import { isSealDropError } from '../core/errors.ts'
import { generateIdentity, recipientFingerprint } from '../open/index.ts'
import { age } from '../seal/choice.ts'
import { type Identity, identityFile, identityOf, looksSecret } from './identity.ts'
import { objectUrls } from './object-urls.ts'
import { SILENCE, type Spoken } from './spoken.ts'
import type { DeskStrings } from './strings/strings.ts'

/** The public key of a pair. */
export interface ListedRecipient {
  readonly recipient: string
  readonly fingerprint: string
}

export interface PairState {
  readonly identity?: Identity
  readonly isSaved: boolean
  readonly isShown: boolean
  /** A passkey opens it, and no file or sheet has it: another recipient is the backup. */
  readonly isLeaning: boolean
  /** Recipients beside the page's own. */
  readonly others: readonly ListedRecipient[]
  /** What happened last, for the live region. */
  readonly news: Spoken
  /** What is wrong with the recipient that was entered; silence where nothing is. */
  readonly trouble: Spoken
}

export interface Pair {
  readonly state: PairState
  make(): Promise<void>
  /** A blob: URL of the identity file, to be saved now. Undefined before there is one. */
  save(): string | undefined
  /** It is somewhere else by now, sealed with a passkey: in this browser, or in a file. */
  secured(isKeptHere: boolean): void
  /** What this browser kept was removed. */
  removedHere(): void
  /** A passkey is made for it, and another recipient is the backup. */
  lean(): void
  /** None was made, or what it sealed was closed before it was secured. */
  leanNoMore(): void
  show(isShown: boolean): void
  /** Whether what is typed or pasted contains a secret key. If so, the field must be cleared. */
  isSecret(text: string): boolean
  /** Resolves with whether it was added. */
  addRecipient(text: string): Promise<boolean>
  /** Whether it is gone: not where it is the only backup. */
  removeRecipient(recipient: string): boolean
  tell(words: string): void
}

/** Checked together with those in the list, as the widget will do, because classic and post-quantum ones cannot be mixed. */
const troubleWith = (
  words: DeskStrings['pair']['trouble'],
  recipient: string,
  known: readonly string[],
): string => {
  if (known.includes(recipient)) return words.known
  try {
    age(...known, recipient)
    return ''
  } catch (cause) {
    if (!isSealDropError(cause)) throw cause
    return /^age1(tag)?pq1/.test(recipient) ? words.postQuantum : words.none
  }
}

/** Makes a key pair and the code for a website that names its recipient. `draw` is called after every change. */
export const createPair = (draw: () => void, strings: () => DeskStrings): Pair => {
  const urls = objectUrls()
  let created = new Date()
  /** The identity was saved as a file. */
  let hasFile = false
  /** It is nowhere but in this browser. */
  let isKeptAlone = false
  /** What was secured with a passkey leans on another recipient. */
  let isLeaningForGood = false
  let state: PairState = {
    isSaved: false,
    isShown: false,
    isLeaning: false,
    others: [],
    news: SILENCE,
    trouble: SILENCE,
  }
  const change = (changes: Partial<PairState>): void => {
    state = { ...state, ...changes }
    draw()
  }
  return {
    get state() {
      return state
    },
    async make() {
      const identity = await identityOf(await generateIdentity())
      urls.revokeAll()
      created = new Date()
      hasFile = false
      isKeptAlone = false
      isLeaningForGood = false
      const news = { words: strings().pair.made }
      change({ identity, isSaved: false, isShown: false, isLeaning: false, news })
    },
    save() {
      const { identity } = state
      if (!identity) return undefined
      hasFile = true
      isKeptAlone = false
      isLeaningForGood = false
      change({ isSaved: true, isLeaning: false, news: { words: strings().pair.saved } })
      return urls.of(new Blob([identityFile(identity, created)]))
    },
    secured(isKeptHere) {
      isKeptAlone = isKeptHere && (isKeptAlone || !state.isSaved)
      isLeaningForGood = state.isLeaning
      change({ isSaved: true })
    },
    removedHere() {
      if (isKeptAlone) change({ isSaved: false })
      isKeptAlone = false
    },
    lean() {
      change({ isLeaning: !hasFile })
    },
    leanNoMore() {
      change({ isLeaning: isLeaningForGood })
    },
    show(isShown) {
      change({ isShown })
    },
    isSecret(text) {
      const isOne = looksSecret(text)
      if (isOne) change({ trouble: { words: strings().pair.trouble.secret } })
      return isOne
    },
    async addRecipient(text) {
      const recipient = text.trim()
      const { identity, others } = state
      const known = [identity?.recipient ?? '', ...others.map(other => other.recipient)]
      const trouble = looksSecret(recipient)
        ? strings().pair.trouble.secret
        : troubleWith(strings().pair.trouble, recipient, known)
      if (trouble) {
        change({ trouble: { words: trouble } })
        return false
      }
      const added = { recipient, fingerprint: await recipientFingerprint(recipient) }
      const news = { words: strings().pair.wasAdded }
      change({ others: [...state.others, added], trouble: SILENCE, news })
      return true
    },
    removeRecipient(recipient) {
      const others = state.others.filter(other => other.recipient !== recipient)
      const isBackup = state.isLeaning && others.length === 0
      const news = { words: strings().pair[isBackup ? 'backup' : 'wasRemoved'] }
      change({ ...(!isBackup && { others }), trouble: SILENCE, news })
      return !isBackup
    },
    tell(words) {
      change({ news: { words } })
    },
  }
}

/** The code for a page that collects documents for these recipients. */
export const snippetFor = (recipients: readonly string[], label: string): string =>
  `<script type="module" src="/sealdrop/sealdrop.js"></script>
<seal-drop
  name="papers"
  multiple
  label="${label}"
  transport="http"
  endpoint="/upload"
  seal="age"
  recipients="${recipients.join(' ')}"
></seal-drop>`
