import type { ReactiveController } from 'lit'
import { misconfigured, SealDropError } from '../core/errors.ts'
import { tell } from '../core/tell.ts'
import type { Session } from '../session/session.ts'
import type { AddedFiles, ControllerHost } from './controller-host.ts'
import { elementEnvironmentError } from './environment.ts'
import { SealDropFailEvent } from './fail-event.ts'
import { watchIntent } from './intent.ts'
import { askBeforeLeaving } from './leave-guard.ts'
import { isSomethingLeft } from './left.ts'
import { loadUploads } from './load-uploads.ts'
import { standInsOf } from './stand-ins.ts'
import { watchLinks } from './summary-link.ts'
import type { Uploads } from './uploads/uploads.ts'
import { faultText } from './words.ts'

/** A page may give the settings one by one, also after it has asked its server for them. Then none of them is wrong yet. */
const SETTLED_MS = 1000

/** What a method asks of the session. */
type Call = (session: Session, uploads: Uploads) => void

/**
 * Connects the element to its uploads. Their code (session, list, words for files) loads when somebody is about to use the
 * element: most visitors of a page with an upload send nothing. Files and calls wait here until that code is loaded and new
 * settings are read: frameworks set properties one by one.
 */
export class UploadController implements ReactiveController {
  /** Undefined until the code is loaded. */
  uploads: Uploads | undefined
  /** What the browser kept of an earlier view of the page. */
  formState: string | null = null
  readonly #host: ControllerHost
  #environmentError: SealDropError | undefined
  /** What is wrong with the settings, and what has been wrong for so long that nothing will mend it. */
  #newFault: SealDropError | undefined
  #settledFault: SealDropError | undefined
  #settling: ReturnType<typeof setTimeout> | undefined
  #reportedFault: SealDropError | undefined
  /** Somebody was about to use the element, or a script did: from then on its code is there. */
  #isWanted = false
  #loading: Promise<void> | undefined
  #added: AddedFiles[] = []
  #calls: Call[] = []
  /** Aborted when no file waits any more. */
  #waiting = new AbortController()
  #connection: AbortController | undefined

  constructor(host: ControllerHost) {
    this.#host = host
    host.element.addController(this)
  }

  /** Why the element cannot work at all. */
  get fault(): SealDropError | undefined {
    const { uploads } = this
    return this.#environmentError ?? (uploads ? uploads.fault : this.#settledFault)
  }
  /** How many files wait for code or settings. */
  get queued(): number {
    return this.#added.reduce((sum, { files }) => sum + files.length, 0)
  }

  /** Takes files in; a chosen one that enters fires `input`. */
  add(files: Iterable<File>, isChosen = false, folders = 0): void {
    this.#added.push({ files: [...files], isChosen, folders })
    const { element, hasNewSettings } = this.#host
    if (element.guardLeave) askBeforeLeaving(this.#waiting.signal)
    void this.#load()
    if (hasNewSettings()) element.requestUpdate()
    else this.#admit()
  }

  /** Calls the session, at once where that can be: a page reads in the next line what came of it. */
  act(call: Call): void {
    const { uploads } = this
    if (uploads?.session && !this.#host.hasNewSettings()) {
      uploads.call(call)
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
    await this.#load()
    // New settings are read then. What is only to be drawn is drawn with the next frame.
    if (element.isConnected && element.isUpdatePending) await element.updateComplete
    if (this.fault) throw this.fault
    const session = await this.uploads?.entered()
    if (session) return session
    if (!element.isConnected) throw misconfigured('The element is not in a page.')
    throw new SealDropError('network', 'The rest of the code could not be loaded.', {
      retryable: true,
    })
  }

  /** Somebody is about to use the element. */
  prepare(): void {
    void this.#load()
    this.uploads?.warmUp()
  }

  /** The browser kept this state of an earlier view of the page. */
  restore(formState: string): void {
    this.formState = formState
    if (this.uploads) this.uploads.restore(formState)
    else void this.#load()
  }

  /** Drops the files and calls that wait. */
  clearQueue(): void {
    this.#added = []
    this.#calls = []
    this.#waiting.abort()
    this.#waiting = new AbortController()
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
      if (this.#isWanted) void this.#load()
      this.uploads?.retryFailedLoads()
      element.requestUpdate()
    }
    addEventListener('online', loadAgain, { signal })
    addEventListener('offline', () => element.requestUpdate(), { signal })
    watchIntent(element, () => this.prepare(), signal)
    watchLinks(element, signal)
    loadAgain()
    if (element.shelf === 'on')
      void isSomethingLeft().then(isLeft => {
        if (isLeft) void this.#load()
      })
  }

  hostDisconnected(): void {
    this.#connection?.abort()
    clearTimeout(this.#settling)
    this.#newFault = undefined
    // An element that is moved within the page is connected again by then, and its uploads go on.
    queueMicrotask(() => {
      const { element, onFilesForgotten } = this.#host
      if (element.isConnected) return
      const hadFiles = this.queued > 0 || (this.uploads?.counts.listed ?? 0) > 0
      this.uploads?.close()
      this.clearQueue()
      if (hadFiles) onFilesForgotten()
    })
  }

  /** New settings take effect, and the files and calls that wait come in. */
  hostUpdate(): void {
    this.#awaitSettled()
    if (this.#host.element.isConnected) this.uploads?.beforeDrawing()
    this.#admit()
  }

  hostUpdated(): void {
    this.uploads?.afterDrawing()
  }

  #awaitSettled(): void {
    const { element, outlook } = this.#host
    const { fault } = outlook()
    if (fault?.message === this.#newFault?.message || !element.isConnected) return
    clearTimeout(this.#settling)
    this.#newFault = fault
    this.#settledFault = undefined
    if (!fault) return
    this.#settling = setTimeout(() => {
      this.#settledFault = fault
      element.requestUpdate()
    }, SETTLED_MS)
  }

  /** What fails to load is tried again when this is called again. */
  async #load(): Promise<void> {
    this.#isWanted = true
    if (this.#environmentError || !this.#host.element.isConnected) return
    this.#loading ??= loadUploads().then(
      ({ Uploads }) => {
        this.uploads = new Uploads(this.#host, this.formState)
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
    this.#host.element.requestUpdate()
  }

  #admit(): void {
    const { uploads } = this
    if (!uploads?.session || this.fault) return
    const [added, calls] = [this.#added, this.#calls]
    this.clearQueue()
    if (added.length > 0) uploads.enter(added)
    for (const call of calls) uploads.call(call)
  }
}
