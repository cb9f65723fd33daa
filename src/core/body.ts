import { MAX_TIMER_MS } from './timer.ts'

export type Body = FormData | Blob | string

/** About how many bytes this body has: the lines between the parts of a form are not counted. */
export const sizeOf = (body: Body): number => {
  if (typeof body === 'string') return body.length
  if (body instanceof Blob) return body.size
  return [...body.values()].reduce((sum, part) => sum + sizeOf(part), 0)
}

/** A bar that counts sealing as well still shows less than 95% by it. */
const MOST_IN_FLIGHT = 0.9

/** Draws how much of a body has arrived, as far as that can be known without an answer. */
export interface BodyProgress {
  /** The browser has taken so many bytes of the body: they may still be in buffers. */
  took(done: number, total: number): void
  /** The server has answered, so that nothing is on its way any more. */
  arrived(): void
  stop(): void
}

/**
 * `report` is told no more than 90% until all can have arrived at the believed rate (bytes a second), or the server has answered;
 * and never less than before. `isUnseen`: nobody may ever tell what the browser took.
 */
export const trackBody = (
  size: number,
  rate: number,
  report: (done: number, total: number) => void,
  isUnseen: boolean,
): BodyProgress => {
  let total = size
  let taken = 0
  let drawn = 0
  let isInFlight = true

  const draw = (): void => {
    const most = isInFlight ? Math.floor(total * MOST_IN_FLIGHT) : total
    const done = Math.min(taken, most)
    if (done <= drawn) return
    drawn = done
    report(done, total)
  }
  const timer = setTimeout(
    () => {
      isInFlight = false
      if (isUnseen && taken === 0) taken = total
      draw()
    },
    Math.min((size / rate) * 1_000, MAX_TIMER_MS),
  )
  return {
    took(done, all) {
      taken = done
      total = all
      draw()
    },
    arrived() {
      taken = total
      isInFlight = false
      draw()
    },
    stop: () => clearTimeout(timer),
  }
}
