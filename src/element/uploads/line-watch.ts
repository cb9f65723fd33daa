import type { SessionFile } from '../../core/contracts.ts'
import { believedRate } from '../../core/line-rate.ts'

/** What goes quickly needs no forecast. */
const QUIET_MS = 5_000
/** Nor does an end that is near. A forecast that jumps each second is not read: it is rounded up to this. */
const STEP_SECONDS = 10
/** So much may lie in the buffers of the system: of 12 MB over a line of 20 kB/s, 4 MB left at once (measured). */
const BUFFERED_BYTES = 6_000_000

/** What is known of how fast the bytes of one file leave. */
interface Way {
  readonly startedAt: number
  /** Taken by the browser at its first word: what of it fits into buffers says nothing of the line. */
  readonly first: number
  done: number
  total: number
  movedAt: number
}

/** Foretells how long files that are being sent may take, from the pace at which their bytes leave. */
export class LineWatch {
  readonly #ways = new Map<string, Way>()

  /** Whether a forecast may be due. */
  get isNeeded(): boolean {
    return this.#ways.size > 0
  }

  follow({ id, state }: SessionFile, now: number): void {
    if (state.phase !== 'sending') {
      this.#ways.delete(id)
      return
    }
    const { done, total } = state
    const way = this.#ways.get(id)
    const first = Math.min(done, BUFFERED_BYTES)
    if (!way || way.total !== total || done < way.done)
      this.#ways.set(id, { startedAt: now, first, done, total, movedAt: now })
    else if (way.done === 0) this.#ways.set(id, { ...way, first, done, movedAt: now })
    else if (done > way.done) Object.assign(way, { done, movedAt: now })
  }

  /**
   * In whole steps of 10 seconds; 0 while nothing needs to be said. What left for buffers at once has yet to travel; where nothing has
   * left since, the line is believed to be as slow as those of its origin were.
   */
  secondsLeft(id: string, endpoint: string, now: number): number {
    const way = this.#ways.get(id)
    if (!way || now - way.startedAt < QUIET_MS) return 0
    const moved = way.done - way.first
    const seen = moved > 0 ? moved / (way.movedAt - way.startedAt) : 0
    const bytesPerMs = seen || believedRate(originOf(endpoint)) / 1_000
    const leftMs = way.total / bytesPerMs - (now - way.startedAt)
    const steps = Math.ceil(leftMs / 1_000 / STEP_SECONDS)
    return steps > 1 ? steps * STEP_SECONDS : 0
  }

  clear(): void {
    this.#ways.clear()
  }
}

/** Transports give theirs absolute. Of what is no URL, nothing is known. */
const originOf = (endpoint: string): string => {
  try {
    return new URL(endpoint).origin
  } catch {
    return ''
  }
}
