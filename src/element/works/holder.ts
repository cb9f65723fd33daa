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
import { asTold } from './as-told.ts'
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
  /** The newest try to load the transport's code. */
  #loading: Promise<Transport> | undefined

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

  /** Tries again what the net kept us from: the transport's code, or the keys. */
  mend(): void {
    if (!this.transport)
      void this.session?.largest().catch(() => {}) // the loader hears of it, too
    else if (isSealDropError(this.sealedFor)) void this.#learnKeys()
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
    this.#loading = undefined
    this.transport = undefined
    this.largest = undefined
    this.sealedFor = undefined
    this.fault = undefined
    this.#key = ''
  }

  #open(settings: Settings): void {
    const told = asTold(settings)
    const options = sessionOptions(told)
    let first: Promise<Transport> | undefined = options.transport
    first.catch(() => {}) // where the session cannot be made for other reasons, nobody else waits for it
    const session = createSession({
      ...options,
      // Called again where the code could not be loaded, and somebody needs it.
      transport: () => {
        const loading = first ?? sessionOptions(told).transport
        first = undefined
        void this.#learn(loading)
        return loading
      },
    })
    this.session = session
    session.subscribe(file => {
      if (this.session === session) this.#holding.fileChanged(file, session)
    })
  }

  async #learn(loading: Promise<Transport>): Promise<void> {
    this.#loading = loading
    try {
      const transport = await loading
      if (this.#loading !== loading) return
      this.transport = transport
      this.largest = await this.session?.largest()
      if (this.#loading !== loading) return
      this.#holding.learnt()
      await this.#learnKeys()
    } catch (thrown) {
      if (this.#loading === loading && !isAbortError(thrown)) this.#fail(thrown)
    }
  }

  #fail(thrown: unknown): void {
    const error = asSealDropError(thrown, 'misconfigured', 'The settings cannot be used.')
    // A recipient that cannot be used is the page's fault, too: nothing could ever be sealed.
    if (isFault(error.code) || error.code.endsWith('-recipient')) this.fault = error
    else this.sealedFor = error
    this.#holding.learnt()
  }
}
