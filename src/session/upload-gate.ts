/** Whether ready files may leave: what the page, the person and an unfinished `finish()` say of it. */
export interface UploadGate {
  readonly isOpen: boolean
  /** The person paused everything. */
  readonly isPaused: boolean
  /** From now on ready files leave. */
  start(): void
  pause(): void
  resume(): void
  /** Ready files leave until this work ends; later ones wait again, unless the page called `start()`. */
  openWhile<Value>(work: () => Promise<Value>): Promise<Value>
}

export const createUploadGate = (upload: 'auto' | 'manual'): UploadGate => {
  let isStarted = upload === 'auto'
  let isPaused = false
  /** Several may run at once: the first to end must not close the gate for the others. */
  let openers = 0
  return {
    get isOpen() {
      return (isStarted || openers > 0) && !isPaused
    },
    get isPaused() {
      return isPaused
    },
    start() {
      isStarted = true
      isPaused = false
    },
    pause() {
      isPaused = true
    },
    resume() {
      isPaused = false
    },
    async openWhile(work) {
      openers++
      isPaused = false
      try {
        return await work()
      } finally {
        openers--
      }
    },
  }
}
