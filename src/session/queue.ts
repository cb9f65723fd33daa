import type { Entry } from './entry.ts'

/** A file's place in a queue. It is void when the signal aborts: the file was paused, cancelled or started anew. */
export interface Turn {
  readonly entry: Entry
  readonly signal: AbortSignal
}

const turnOf = (entry: Entry): Turn => ({ entry, signal: entry.controller.signal })

export interface Queue {
  /** It is ready. */
  add(entry: Entry): void
  /** It goes on by hand: alone, before all others, and also while the queue is held. */
  goOn(entry: Entry): void
  /** Those who are sent together next; empty when nobody is. */
  next(): readonly Turn[]
}

/** Who is sent next. A request that takes several files waits for those that are being checked. */
export const createQueue = (when: {
  /** Sending is started, and not held. */
  isOpen(): boolean
  /** Files are being checked. */
  isMoreComing(): boolean
  /** Files in one request. */
  perRequest(): number
}): Queue => {
  const ready: Turn[] = []
  const goingOn: Turn[] = []

  /** Takes up to so many off a queue; passes over those that moved on meanwhile. */
  const take = (queue: Turn[], count: number): Turn[] => {
    const turns: Turn[] = []
    while (turns.length < count) {
      const turn = queue.shift()
      if (!turn) break
      if (!turn.signal.aborted) turns.push(turn)
    }
    return turns
  }

  return {
    add: entry => ready.push(turnOf(entry)),
    goOn: entry => goingOn.push(turnOf(entry)),
    next() {
      const first = take(goingOn, 1)
      if (first.length > 0 || !when.isOpen()) return first
      const count = when.perRequest()
      const turns = take(ready, count)
      if (turns.length === count || !when.isMoreComing()) return turns
      ready.unshift(...turns)
      return []
    },
  }
}
