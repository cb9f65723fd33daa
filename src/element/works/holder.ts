import type { SessionFile, Transport } from '../../core/contracts.ts'
import {
  asSealDropError,
  isAbortError,
  isSealDropError,
  type SealDropError,
} from '../../core/errors.ts'
import type { Format } from '../../intake/formats.ts'
import { createSession, type Session } from '../../session/session.ts'
import { isSealed, providerOf, type Settings } from '../settings.ts'
import { isFault } from './file-words.ts'
import { formatsOf, sessionOptions, settingsKey } from './session-options.ts'

/** What the holder tells the element. */
export interface Holding {
  /** A file changed, or left the list. */
  fileChanged(file: SessionFile, session: Session): void
  /** More is known: the largest size, the keys, or what is wrong. */
  learnt(): void
}

/**
 * Holds the session that serves the element's settings. New settings apply at once while there is no file, and otherwise
 * as soon as the list is empty again: a file travels as it was told when it was added.
 */
export class SessionHolder {
  session: Session | undefined
  /** Known once its code is loaded. */
  transport: Transport | undefined
  formats: readonly Format[] = []
  /** The largest original that fits, in bytes. */
  largest: number | undefined
  /** Fingerprints, or why they are not known. */
  sealedFor: readonly string[] | SealDropError | undefined
  isSealed = true
  provider = ''
  /** Why nothing can be chosen at all. */
  fault: SealDropError | undefined
  readonly #holding: Holding
  #key = ''
  /** The transport's code could not be loaded: this session will never send anything. */
  #isBroken = false

  constructor(holding: Holding) {
    this.#holding = holding
  }

  configure(settings: Settings): void {
    const key = settingsKey(settings)
    if (key === this.#key || this.session?.files.length) return
    this.close()
    this.#key = key
    this.isSealed = isSealed(settings)
    this.provider = providerOf(settings)
    this.formats = formatsOf(settings)
    try {
      this.#open(settings)
    } catch (thrown) {
      this.#fail(thrown)
    }
  }

  /** Tries again what the net kept us from, as far as no file is in the way. */
  mend(settings: Settings): void {
    if (this.#isBroken && this.session?.files.length === 0) {
      this.close()
      this.configure(settings)
    } else if (isSealDropError(this.sealedFor)) void this.#learnKeys()
  }

  /** Files were sealed for these. Where that is news, keys have rotated. */
  confirm(recipients: readonly string[]): void {
    if (String(this.sealedFor) !== String(recipients)) void this.#learnKeys()
  }

  async #learnKeys(): Promise<void> {
    const { session } = this
    if (!session || !this.isSealed) return
    const known = await session
      .sealedFor()
      .catch((thrown: unknown) =>
        asSealDropError(thrown, 'network', 'The keys could not be fetched.'),
      )
    if (this.session !== session) return
    this.sealedFor = known
    this.#holding.learnt()
  }

  close(): void {
    const { session } = this
    this.session = undefined // first: what happens to its files now is nobody's news
    session?.close()
    this.transport = undefined
    this.largest = undefined
    this.sealedFor = undefined
    this.fault = undefined
    this.#isBroken = false
    this.#key = ''
  }

  #open(settings: Settings): void {
    const options = sessionOptions(settings)
    const session = createSession(options)
    this.session = session
    session.subscribe(file => {
      if (this.session === session) this.#holding.fileChanged(file, session)
    })
    void this.#learn(session, options.transport)
  }

  async #learn(session: Session, loading: Promise<Transport>): Promise<void> {
    try {
      const [transport, largest] = await Promise.all([loading, session.largest()])
      if (this.session !== session) return
      this.transport = transport
      this.largest = largest
      this.#holding.learnt()
      await this.#learnKeys()
    } catch (thrown) {
      if (this.session === session && !isAbortError(thrown)) this.#fail(thrown)
    }
  }

  #fail(thrown: unknown): void {
    const error = asSealDropError(thrown, 'misconfigured', 'The settings cannot be used.')
    // A recipient that cannot be used is the page's fault, too: nothing could ever be sealed.
    if (isFault(error.code) || error.code.endsWith('-recipient')) this.fault = error
    else {
      this.#isBroken = true
      this.sealedFor = error
    }
    this.#holding.learnt()
  }
}
