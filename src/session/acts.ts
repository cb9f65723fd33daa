import { callJob } from './calls.ts'
import type { DeliverContext } from './deliver.ts'
import { deliveredState, type Entry, underWay } from './entry.ts'
import { isCancellable } from './phases.ts'
import type { Planning } from './planning.ts'
import type { Queue } from './queue.ts'
import type { Release } from './release.ts'
import type { Roster } from './roster.ts'

/** What somebody can do to one file by hand. What makes no sense in its phase is done to nobody. */
export interface Acts {
  pause(entry: Entry): void
  resume(entry: Entry): void
  cancel(entry: Entry): void
  retry(entry: Entry): void
  /** Cancels it, and takes it off the list. */
  remove(entry: Entry): void
}

/** What they act on. */
interface Line {
  readonly roster: Roster
  readonly queue: Pick<Queue, 'goOn'>
  readonly release: Pick<Release, 'lift'>
  readonly planning: Pick<Planning, 'commits'>
  context(): Promise<DeliverContext>
  /** The session ended. */
  readonly closing: AbortSignal
  checkAgain(entry: Entry): void
  /** Starts as much as may run. */
  pump(): void
}

export const createActs = (line: Line): Acts => {
  const { roster, queue, release, planning, context, closing, checkAgain, pump } = line

  const pause = (entry: Entry): void => {
    const { state } = entry
    if (entry.delivery) return // it has arrived: what goes on is its receipt, or the batch
    if (state.phase === 'confirming') entry.isToStop = true
    if (state.phase !== 'sealing' && state.phase !== 'sending' && state.phase !== 'retrying') return
    const from = entry.parcel ? 'sending' : 'sealing'
    entry.controller.abort()
    roster.change(entry, { phase: 'paused', from, done: state.done, total: state.total })
  }

  /** Goes on where it stopped, with the same parcel where there is one, as soon as there is a place. */
  const restart = (entry: Entry, { done }: { done: number }): void => {
    entry.controller.abort()
    entry.controller = new AbortController()
    queue.goOn(entry)
    roster.change(entry, underWay(entry, done))
    pump()
  }

  const resume = (entry: Entry): void => {
    entry.isToStop = false
    if (entry.state.phase === 'paused') restart(entry, entry.state)
  }

  const cancel = (entry: Entry): void => {
    if (!isCancellable(entry.state.phase)) return
    entry.controller.abort()
    roster.change(entry, { phase: 'cancelled' })
    void discard(entry)
  }

  /** Leaves no orphan behind at the provider, where it can take one back. A failure here is nobody's loss. */
  const discard = async (entry: Entry): Promise<void> => {
    const { resume, attempt } = entry
    const delivery = entry.delivery ?? (await entry.batch?.arrived(entry.id))
    const what = delivery ?? (resume === undefined ? undefined : { resume })
    if (!what) return
    const { calls } = await context()
    const job = callJob(calls, attempt + 1, closing)
    await calls.transport.discard?.(what, job).catch(() => {})
  }

  const retry = (entry: Entry): void => {
    if (closing.aborted) return
    if (entry.state.phase === 'retrying' && !entry.delivery) restart(entry, entry.state)
    if (entry.state.phase !== 'failed') return
    entry.controller = new AbortController()
    entry.retries = 0
    entry.hasReauthorized = entry.hasResealed = false
    if (!entry.accepted) {
      roster.change(entry, { phase: 'waiting' })
      checkAgain(entry)
    } else if (entry.delivery && planning.commits)
      roster.change(entry, deliveredState(entry.delivery))
    else {
      roster.change(entry, { phase: 'ready' })
      queue.goOn(entry) // somebody asked for it: it waits for no start
    }
    pump()
  }

  const remove = (entry: Entry): void => {
    cancel(entry)
    roster.remove(entry)
    // Nobody sees a hold on an empty list: it ends with those it was for.
    if (roster.entries.size === 0) release.lift()
  }

  return { pause, resume, cancel, retry, remove }
}
