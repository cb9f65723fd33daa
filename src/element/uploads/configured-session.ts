import { isAbortError } from '../../core/abort.ts'
import type { SessionFile, Transport } from '../../core/contracts.ts'
import { asSealDropError, isSealDropError, type SealDropError } from '../../core/errors.ts'
import type { Session, SessionOptions } from '../../session/session.ts'
import { type Admissible, outlookOf } from '../admissible.ts'
import { isSealed, maxFilesOf, providerOf, type Settings } from '../settings.ts'
import { isFault } from './file-words.ts'
import { sessionOptions } from './session-options.ts'

/** People point at an element that cannot work, too. So many milliseconds pass before another try to start its worker. */
const START_AGAIN_MS = 10_000

/** A session for settings as they were, and what becomes known of its transport. Other settings need another one. */
export class ConfiguredSession {
  /** Undefined where the settings allow none; `fault` says why. */
  readonly session: Session | undefined
  /** As they were when it began. */
  readonly settings: Settings
  admissible: Admissible
  readonly isSealed: boolean
  readonly provider: string
  /** Known once its code is loaded. */
  transport: Transport | undefined
  /** Fingerprints, or why they are not known. */
  sealedFor: readonly string[] | SealDropError | undefined
  /** Why nothing can be chosen at all. */
  fault: SealDropError | undefined
  readonly #onDetailsChanged: () => void
  /** Why no worker started: a net that was gone for a moment looks like a file that is not there. So it is tried again. */
  #workerFault: SealDropError | undefined
  #workerFailedAt = 0
  /** The newest try to load the transport's code. */
  #loading: Promise<Transport> | undefined
  #isClosed = false

  constructor(
    settings: Settings,
    createSession: (options: SessionOptions) => Session,
    onFileChanged: (file: SessionFile, session: Session) => void,
    onDetailsChanged: () => void,
    onReplaced: (file: SessionFile, session: Session) => void,
    onWithdrawnForGood: (file: SessionFile, session: Session) => void,
  ) {
    this.settings = settings
    this.#onDetailsChanged = onDetailsChanged
    const outlook = outlookOf(settings)
    this.admissible = outlook
    this.isSealed = isSealed(settings)
    this.provider = providerOf(settings)
    try {
      if (outlook.fault) throw outlook.fault
      const session = this.#create(settings, createSession, {
        onReplaced: file => onReplaced(file, session),
        onWithdrawnForGood: file => onWithdrawnForGood(file, session),
      })
      this.session = session
      session.subscribe(file => {
        if (!this.#isClosed) onFileChanged(file, session)
      })
    } catch (thrown) {
      this.#fail(thrown)
    }
  }

  /** Tries again what could not be loaded: the worker, the transport's code, or the keys. */
  retryFailedLoads(): void {
    if (this.#workerFault) this.#startWorker()
    if (!this.transport)
      void this.session?.largest().catch(() => {}) // #load() hears of it, too
    else if (isSealDropError(this.sealedFor)) void this.#loadKeys()
  }

  /** Starts the worker, so that a file need not wait for it, and one that cannot start is known before there is a file. */
  warmUp(): void {
    const isTooSoon = performance.now() - this.#workerFailedAt < START_AGAIN_MS
    if (this.#workerFault ? !isTooSoon : !this.fault) this.#startWorker()
  }

  #startWorker(): void {
    this.session?.warmUp().then(
      () => this.#onWorkerStarted(),
      (thrown: SealDropError) => {
        // What else may go wrong is each file's own, and may go right the next time.
        if (this.#isClosed || !isFault(thrown.code)) return
        this.#workerFault = thrown
        this.#workerFailedAt = performance.now()
        this.#fail(thrown)
      },
    )
  }
  #onWorkerStarted(): void {
    const fault = this.#workerFault
    this.#workerFault = undefined
    if (this.#isClosed || !fault || this.fault !== fault) return
    this.fault = undefined
    this.#onDetailsChanged()
  }

  /** A file was sealed for these keys. If they are not the ones that are shown, the provider has rotated them. */
  confirmKeys(recipients: readonly string[]): void {
    if (String(this.sealedFor) !== String(recipients)) void this.#loadKeys()
  }

  close(): void {
    this.#isClosed = true // first, so that nobody hears what happens to its files now
    this.session?.close()
  }

  #create(
    settings: Settings,
    createSession: (options: SessionOptions) => Session,
    listeners: Required<Pick<SessionOptions, 'onReplaced' | 'onWithdrawnForGood'>>,
  ): Session {
    const { onReplaced, onWithdrawnForGood } = listeners
    const options = sessionOptions(settings)
    let first: Promise<Transport> | undefined = options.transport
    first.catch(() => {}) // nobody else waits for it where the session cannot be made for other reasons
    return createSession({
      ...options,
      onWithdrawnForGood,
      // As on a native control: there is one place, and the last choice counts.
      ...(maxFilesOf(settings) === 1 && { onReplaced }),
      // Called again when the code could not be loaded, and is needed.
      transport: () => {
        const loading = first ?? sessionOptions(settings).transport
        first = undefined
        void this.#load(loading)
        return loading
      },
    })
  }

  async #load(loading: Promise<Transport>): Promise<void> {
    this.#loading = loading
    const isOutdated = (): boolean => this.#isClosed || this.#loading !== loading
    try {
      const transport = await loading
      if (isOutdated()) return
      this.transport = transport
      this.admissible = { ...this.admissible, largest: await this.session?.largest() }
      if (isOutdated()) return
      this.#onDetailsChanged()
      await this.#loadKeys()
    } catch (thrown) {
      if (!isOutdated() && !isAbortError(thrown)) this.#fail(thrown)
    }
  }

  async #loadKeys(): Promise<void> {
    const { session } = this
    if (!session || !this.isSealed) return
    const known = await session
      .sealedFor()
      .catch((thrown: unknown) =>
        asSealDropError(thrown, 'network', 'The keys could not be fetched.'),
      )
    if (this.#isClosed) return
    this.sealedFor = known
    this.#onDetailsChanged()
  }

  #fail(thrown: unknown): void {
    const error = asSealDropError(thrown, 'misconfigured', 'The settings cannot be used.')
    // A recipient that cannot be used is the page's fault, too: nothing could ever be sealed.
    if (isFault(error.code) || error.code.endsWith('-recipient')) this.fault = error
    else this.sealedFor = error
    this.#onDetailsChanged()
  }
}
