import type { SessionFile } from '../../core/contracts.ts'

/** After so many milliseconds the person is told whose turn it is. */
const LATE_MS = 10_000

/** Whether it waits for the system, which may be fetching the file from a cloud, or for the server, which has all bytes. */
const isAwaited = ({ state }: SessionFile): boolean =>
  state.phase === 'checking' ||
  state.phase === 'confirming' ||
  (state.phase === 'sending' && state.mayHaveArrived === true)

/** Notices which files have waited long for their own bytes, or for their answer. */
export class AnswerWatch {
  readonly #onLate: (file: SessionFile, isFirstTime: boolean) => void
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>()
  readonly #late = new Set<string>()
  /** Was late before: nobody needs to hear of each of its tries. */
  readonly #known = new Set<string>()

  constructor(onLate: (file: SessionFile, isFirstTime: boolean) => void) {
    this.#onLate = onLate
  }

  isLate(id: string): boolean {
    return this.#late.has(id)
  }

  follow(file: SessionFile): void {
    const { id } = file
    if (!isAwaited(file)) this.#forget(id)
    else if (!this.#timers.has(id)) {
      const onLate = (): void => {
        this.#late.add(id)
        this.#onLate(file, !this.#known.has(id))
        this.#known.add(id)
      }
      this.#timers.set(id, setTimeout(onLate, LATE_MS))
    }
  }

  clear(): void {
    for (const id of [...this.#timers.keys()]) this.#forget(id)
    this.#known.clear()
  }

  #forget(id: string): void {
    clearTimeout(this.#timers.get(id))
    this.#timers.delete(id)
    this.#late.delete(id)
  }
}
