import type { ReactiveController } from 'lit'
import { misconfigured, SealDropError } from '../core/errors.ts'
import { tell } from '../core/tell.ts'
import type { Session } from '../session/session.ts'
import type { AddedFiles, ControllerHost } from './controller-host.ts'
import { elementEnvironmentError } from './environment.ts'
import { SealDropFailEvent } from './events.ts'
import { standInsOf } from './stand-ins.ts'
import type { Uploads } from './uploads/uploads.ts'
import { faultText } from './words.ts'

/**
 * Connects the element to its uploads. Their code (session, list, words for files) loads after the first drawing, so that
 * the page is shown sooner. Files and calls wait here until that code is loaded and new settings are read: frameworks set
 * properties one by one.
 */
export class UploadController implements ReactiveController {
  /** Undefined until the code is loaded. */
  uploads: Uploads | undefined
  readonly #host: ControllerHost
  #environmentError: SealDropError | undefined
  #reportedFault: SealDropError | undefined
  #loading: Promise<void> | undefined
  #added: AddedFiles[] = []
  #calls: ((session: Session) => void)[] = []
  #connection: AbortController | undefined

  constructor(host: ControllerHost) {
    this.#host = host
    host.element.addController(this)
  }

  /** Why the element cannot work at all. */
  get fault(): SealDropError | undefined {
    return this.#environmentError ?? this.uploads?.fault
  }
  /** How many files wait for code or settings. */
  get queued(): number {
    return this.#added.reduce((sum, { files }) => sum + files.length, 0)
  }

  /** Takes files in; a chosen one that enters fires `input`. */
  add(files: Iterable<File>, isChosen = false): void {
    this.#added.push({ files: [...files], isChosen })
    const { element, hasNewSettings } = this.#host
    if (element.isConnected) void this.#load()
    if (hasNewSettings()) element.requestUpdate()
    else this.#admit()
  }

  /** Calls the session, at once where that can be: a page reads in the next line what came of it. */
  act(call: (session: Session) => void): void {
    const session = this.uploads?.session
    if (session && !this.#host.hasNewSettings()) {
      call(session)
      this.#host.element.requestUpdate() // to pause everything changes no file
    } else {
      this.#calls.push(call)
      this.#host.element.requestUpdate() // a property that was set to what it was asks for no drawing
      this.session().catch(() => {}) // the call waits until there is a session
    }
  }

  /** The session, once there is one. Rejects with what keeps us from having one. */
  async session(): Promise<Session> {
    const { element } = this.#host
    if (element.isConnected) {
      await this.#load()
      await element.updateComplete
    }
    if (this.fault) throw this.fault
    if (this.uploads?.session) return this.uploads.session
    if (!element.isConnected) throw misconfigured('The element is not in a page.')
    throw new SealDropError('network', 'The rest of the code could not be loaded.', {
      retryable: true,
    })
  }

  /** Drops the files and calls that wait. */
  clearQueue(): void {
    this.#added = []
    this.#calls = []
  }

  /** Tells the person and the page why the element cannot work, once for each reason. */
  reportFault(): void {
    const { fault } = this
    const before = this.#reportedFault
    this.#reportedFault = fault
    if (!fault || fault.message === before?.message) return
    const { element, announce, words } = this.#host
    announce(faultText(words(), fault))
    element.dispatchEvent(new SealDropFailEvent(undefined, fault))
    // The page's developer reads it in the console, unless it is the browser that is at fault.
    if (fault.code === 'misconfigured' || fault.code.endsWith('-recipient')) tell(fault)
  }

  hostConnected(): void {
    const { element } = this.#host
    this.#environmentError = standInsOf(element) ? undefined : elementEnvironmentError()
    this.#connection = new AbortController()
    const { signal } = this.#connection
    const loadAgain = (): void => {
      void this.#load()
      this.uploads?.retryFailedLoads()
      element.requestUpdate()
    }
    addEventListener('online', loadAgain, { signal })
    addEventListener('offline', () => element.requestUpdate(), { signal })
    loadAgain()
  }

  hostDisconnected(): void {
    this.#connection?.abort()
    // An element that is moved within the page is connected again by then, and its uploads go on.
    queueMicrotask(() => {
      const { element, onFilesForgotten } = this.#host
      if (element.isConnected) return
      const hadFiles = this.queued > 0 || (this.uploads?.files.length ?? 0) > 0
      this.uploads?.close()
      this.clearQueue()
      if (hadFiles) onFilesForgotten()
    })
  }

  /** New settings take effect, and the files and calls that wait come in. */
  hostUpdate(): void {
    if (this.#host.element.isConnected) this.uploads?.beforeDrawing()
    this.#admit()
  }

  hostUpdated(): void {
    this.uploads?.afterDrawing()
  }

  /** What fails to load is tried again when this is called again. */
  async #load(): Promise<void> {
    if (this.#environmentError) return
    this.#loading ??= import('./uploads/uploads.ts').then(
      ({ Uploads }) => {
        this.uploads = new Uploads(this.#host)
        this.#showLoaded('')
      },
      () => {
        this.#loading = undefined
        this.#showLoaded(this.#host.words().strings.unloaded)
      },
    )
    await this.#loading
  }
  /** Says that code could not be loaded only where files wait for it. */
  #showLoaded(note: string): void {
    if (!note || this.queued > 0) this.#host.showNote(note)
  }

  #admit(): void {
    const { uploads } = this
    const session = uploads?.session
    if (!session || this.fault) return
    const [added, calls] = [this.#added, this.#calls]
    this.clearQueue()
    if (added.length > 0) uploads.enter(added)
    for (const call of calls) call(session)
  }
}
