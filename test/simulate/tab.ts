import { openSession, type Session, type SessionOptions } from '../../src/session/session.ts'
import { clearShelf } from '../../src/session/shelf/clear.ts'
import { clock } from './clock.ts'
import type { Disk } from './disk.ts'
import { network } from './network.ts'
import { createSimulatedThread, type WorkerAnswers } from './thread.ts'
import { inView, type View } from './view.ts'

export interface TabOptions {
  readonly name: string
  readonly disk: Disk
  readonly worker: WorkerAnswers
  readonly nextDelay: () => number
  readonly hashingMs: number
  readonly isWrittenWhenKilled: boolean
  /** Made anew in each tab, as its code is. */
  session(): SessionOptions
  changed(tab: Tab, ...told: Parameters<Parameters<Session['subscribe']>[0]>): void
}

/** A session on a page of its own, with its worker. */
export class Tab {
  readonly view: View
  readonly session: Session
  isClosed = false
  readonly #options: TabOptions
  readonly #thread: ReturnType<typeof createSimulatedThread>

  constructor(options: TabOptions) {
    const { name, worker, nextDelay, hashingMs, disk } = options
    this.#options = options
    this.view = { name, isAlive: true }
    this.#thread = createSimulatedThread(worker, nextDelay, hashingMs)
    this.session = this.run(() => openSession(options.session(), () => this.#thread, disk.place))
    this.run(() => this.session.subscribe(file => options.changed(this, file)))
  }

  /** Whether somebody can use it. */
  get isOpen(): boolean {
    return this.view.isAlive && !this.isClosed
  }
  /** Calls to the worker that have no answer yet. */
  get workerCalls(): number {
    return this.view.isAlive ? this.#thread.open : 0
  }
  run<Result>(act: () => Result): Result {
    return inView(this.view, act)
  }
  workerDies(): void {
    this.run(() => this.#thread.die())
  }
  clearShelf(): Promise<void> {
    return this.run(() => clearShelf(this.#options.disk.place))
  }
  /** The session ends as a page ends it that knows. */
  close(): void {
    this.isClosed = true
    this.run(() => this.session.close())
  }
  /** In the middle of everything, and without a last word. */
  kill(): void {
    const { view } = this
    view.isAlive = false
    network.forget(view)
    this.#thread.forget()
    clock.forget(view)
    this.#options.disk.forget(view, this.#options.isWrittenWhenKilled)
  }
}
