/** Whether ready files leave: what the page, the person and an unfinished `finish()` say of it. */
export interface Release {
  readonly isOpen: boolean
  /** The person paused everything: nothing ready leaves. */
  readonly isHeld: boolean
  /** From now on what is ready leaves. */
  start(): void
  hold(): void
  lift(): void
  /** What is ready leaves until this work ends; what comes later waits again, unless the page said start. */
  during<Value>(work: () => Promise<Value>): Promise<Value>
}

export const createRelease = (upload: 'auto' | 'manual'): Release => {
  let isStarted = upload === 'auto'
  let isHeld = false
  /** A count: of two that run at once the first to end must not close what the other opened, nor the other leave it open. */
  let finishing = 0
  return {
    get isOpen() {
      return (isStarted || finishing > 0) && !isHeld
    },
    get isHeld() {
      return isHeld
    },
    start() {
      isStarted = true
      isHeld = false
    },
    hold() {
      isHeld = true
    },
    lift() {
      isHeld = false
    },
    async during(work) {
      finishing++
      isHeld = false
      try {
        return await work()
      } finally {
        finishing--
      }
    },
  }
}
