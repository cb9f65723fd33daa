import type { LitElement } from 'lit'
import { SealDropError } from '../core/errors.ts'
import type { Session } from '../session/session.ts'
import type { Host, Works } from './works/works.ts'

/** What the entrance needs of the element. */
export interface House {
  readonly element: Pick<LitElement, 'isConnected' | 'requestUpdate' | 'updateComplete'>
  readonly host: Host
  /** Why nothing can come in. */
  fault(): SealDropError | undefined
  /** The works are there, or could not be loaded. */
  loaded(isLoaded: boolean): void
}

/**
 * Where files and calls wait until the works are loaded and the settings are read: the page is shown sooner without
 * the works, and frameworks set properties one by one.
 */
export class Entrance {
  /** Session, list, events: loaded while the zone is drawn. */
  works: Works | undefined
  /** Settings were set and not yet read. */
  isStale = true
  readonly #house: House
  #loading: Promise<void> | undefined
  #waiting: File[] = []
  #calls: ((session: Session) => void)[] = []

  constructor(house: House) {
    this.#house = house
  }

  /** How many files wait here. */
  get waiting(): number {
    return this.#waiting.length
  }

  /** Loads the works. What fails to load is tried again when this is called again. */
  async load(): Promise<void> {
    const { host, fault, loaded } = this.#house
    if (!this.works && fault()) return
    this.#loading ??= import('./works/works.ts').then(
      ({ Works }) => {
        this.works = new Works(host)
        loaded(true)
      },
      () => {
        this.#loading = undefined
        loaded(false)
      },
    )
    await this.#loading
  }

  add(files: Iterable<File>): void {
    const { element } = this.#house
    this.#waiting.push(...files)
    if (element.isConnected) void this.load()
    if (this.isStale) element.requestUpdate()
    else this.#enter()
  }
  /** The settings take effect, and who waits comes in. */
  open(): void {
    if (this.#house.element.isConnected) this.works?.prepare()
    this.isStale = false
    this.#enter()
  }
  clear(): void {
    this.#waiting = []
    this.#calls = []
  }

  /** The session, when it is there. */
  async session(): Promise<Session> {
    const { element, fault } = this.#house
    if (element.isConnected) {
      await this.load()
      await element.updateComplete
    }
    const thrown = fault()
    if (thrown) throw thrown
    if (this.works?.session) return this.works.session
    throw element.isConnected
      ? new SealDropError('network', 'The rest of the code could not be loaded.', {
          retryable: true,
        })
      : new SealDropError('misconfigured', 'The element is not in a page.')
  }
  /** At once where that can be: a page reads in the next line what came of it. */
  act(act: (session: Session) => void): void {
    const session = this.works?.session
    if (session && !this.isStale) {
      act(session)
      this.#house.element.requestUpdate() // a hold changes no file
    } else {
      this.#calls.push(act)
      this.session().catch(() => {}) // it waits until there is one
    }
  }

  #enter(): void {
    const session = this.works?.session
    if (!session || this.#house.fault()) return
    const [files, calls] = [this.#waiting, this.#calls]
    this.#waiting = []
    this.#calls = []
    if (files.length > 0) this.works?.enter(files)
    for (const call of calls) call(session)
  }
}
