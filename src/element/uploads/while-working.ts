import { askBeforeLeaving } from '../leave-guard.ts'
import type { SettingsElement } from '../settings.ts'
import type { FileEvents } from './file-events.ts'
import { keepScreenOn } from './wake-lock.ts'

/** Something of the browser's that is on only as long as it is needed: until the signal that it was given is aborted. */
class Switch {
  readonly #turnOn: (signal: AbortSignal) => void
  #on: AbortController | undefined

  constructor(turnOn: (signal: AbortSignal) => void) {
    this.#turnOn = turnOn
  }

  set(isNeeded: boolean): void {
    if (isNeeded === (this.#on !== undefined)) return
    this.#on?.abort()
    this.#on = isNeeded ? new AbortController() : undefined
    if (this.#on) this.#turnOn(this.#on.signal)
  }
}

/** What the browser does for an upload as long as it works, where the page asks for it. */
export class WhileWorking {
  readonly #guard = new Switch(askBeforeLeaving)
  readonly #light = new Switch(keepScreenOn)

  /** To be called with each change, and not only when it is drawn: a form that waited is sent before the next frame. */
  follow(
    { guardLeave, keepAwake }: Pick<SettingsElement, 'guardLeave' | 'keepAwake'>,
    { counts, isUnderWay }: Pick<FileEvents, 'counts' | 'isUnderWay'>,
  ): void {
    this.#guard.set(guardLeave && counts.unfinished > 0)
    this.#light.set(keepAwake && isUnderWay)
  }
}
