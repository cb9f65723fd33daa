import type { Receipt } from '../core/contracts.ts'
import { SealDropError } from '../core/errors.ts'
import { recipientsOf } from '../seal/seal.ts'
import { createThread } from '../thread/client.ts'
import { createActs } from './acts.ts'
import { callJob } from './calls.ts'
import { checkEntry } from './check.ts'
import { commitEntries } from './commit.ts'
import { type DeliverContext, deliverEntry, joinEntries } from './deliver.ts'
import { createEntry, type Entry, snapshotOf, underWay } from './entry.ts'
import { readOptions } from './options.ts'
import { makePlan } from './plan.ts'
import { createPlanning } from './planning.ts'
import { createQueue, type Turn } from './queue.ts'
import { createRelease } from './release.ts'
import { createRoster } from './roster.ts'
import type { Session, SessionOptions } from './surface.ts'

export type { Session, SessionOptions } from './surface.ts'

/**
 * Starts a session. Throws `misconfigured` at once for options that cannot work.
 *
 * The worker starts with the first file; call `close()` when the session is no longer needed.
 */
export const createSession = (options: SessionOptions): Session => {
  const { fileName, upload, parallel, rules, policy } = readOptions(options)
  const planning = createPlanning(options.transport, loaded =>
    makePlan(loaded, options.seal, rules),
  )
  const release = createRelease(upload)
  const thread = createThread(options.workerUrl)
  const roster = createRoster()
  const closing = new AbortController()
  const toCheck: Entry[] = []
  /** Settles when the file added last was judged; files are judged in the order they came. */
  let lastJudged = Promise.resolve()
  let checking = 0
  let sending = 0
  const queue = createQueue({
    isOpen: () => release.isOpen,
    isMoreComing: () => checking > 0,
    perRequest: () => planning.perRequest,
  })

  const context = async (): Promise<DeliverContext> => {
    const made = await planning.get()
    const { authorize, origins } = options
    const calls = { transport: made.transport, authorize, origins, thread }
    return { plan: made, roster, calls, policy, fileName }
  }

  const deliver = (turns: readonly Turn[]): Promise<void> =>
    roster.during(async () => {
      sending++
      try {
        // At once: a pause in the very next line of the page must find it under way.
        for (const { entry } of turns)
          if (entry.state.phase === 'ready') roster.change(entry, underWay(entry))
        const made = await context()
        joinEntries(turns, made)
        await Promise.all(turns.map(({ entry, signal }) => deliverEntry(entry, made, signal)))
      } finally {
        sending--
        pump()
      }
    })

  const checkNext = (entry: Entry): Promise<void> =>
    roster.during(async () => {
      checking++
      const turn = lastJudged
      let judged = (): void => {}
      // Judged when all before it are: one that was cancelled must not let the next ones pass an earlier one.
      lastJudged = new Promise(resolve => {
        judged = () => resolve(turn)
      })
      try {
        await checkEntry(entry, { plan: planning.get(), thread, roster, turn })
      } finally {
        judged()
        checking--
        if (entry.state.phase === 'ready') queue.add(entry)
        pump()
      }
    })

  /** Starts as much as may run. The queues hold entries that may have moved on meanwhile; those are skipped. */
  const pump = (): void => {
    while (checking < parallel) {
      const entry = toCheck.shift()
      if (!entry) break
      if (entry.state.phase === 'waiting') void checkNext(entry)
    }
    while (sending < parallel) {
      const turns = queue.next()
      if (turns.length === 0) break
      void deliver(turns)
    }
  }

  const find = (id: string | undefined): readonly Entry[] => {
    if (id === undefined) return [...roster.entries.values()]
    const entry = roster.entries.get(id)
    return entry ? [entry] : []
  }

  const acts = createActs({
    roster,
    queue,
    release,
    planning,
    context,
    closing: closing.signal,
    checkAgain: entry => toCheck.push(entry),
    pump,
  })

  const settled = async (): Promise<Receipt[]> => {
    await roster.still()
    for (const { state } of roster.files) if (state.phase === 'failed') throw state.error
    return [...roster.receipts]
  }

  const session: Session = {
    get files() {
      return roster.files
    },
    get receipts() {
      return roster.receipts
    },
    get isHeld() {
      return release.isHeld
    },
    largest: async () => (await planning.get()).sizes.largest,
    async sealedFor() {
      const { plan: made, calls } = await context()
      return recipientsOf(await made.spec(callJob(calls, 1, closing.signal)))
    },
    add(files) {
      if (closing.signal.aborted) throw new SealDropError('misconfigured', 'The session is closed.')
      const added = [...files].map(createEntry)
      for (const entry of added) {
        roster.add(entry)
        toCheck.push(entry)
      }
      const snapshots = added.map(snapshotOf)
      pump()
      return snapshots
    },
    subscribe: roster.subscribe,
    start() {
      release.start()
      pump()
    },
    pause(id) {
      if (id === undefined) release.hold()
      find(id).forEach(acts.pause)
    },
    resume(id) {
      if (id === undefined) release.lift()
      find(id).forEach(acts.resume)
      pump()
    },
    cancel(id) {
      find(id).forEach(acts.cancel)
    },
    retry(id) {
      find(id).forEach(acts.retry)
    },
    removeFile(id) {
      find(id).forEach(acts.remove)
    },
    clear() {
      find(undefined).forEach(acts.remove)
      release.lift()
    },
    settled,
    async finish() {
      await release.during(() => {
        pump()
        return settled()
      })
      await commitEntries(await context(), closing.signal)
      return settled()
    },
    close() {
      for (const entry of find(undefined)) acts.cancel(entry)
      closing.abort()
      thread.close()
    },
  }
  return session
}
