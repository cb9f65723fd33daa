import { orAborted } from '../core/abort.ts'
import { asSealDropError, SealDropError, withFileId } from '../core/errors.ts'
import { check } from '../intake/intake.ts'
import { judgeCount } from '../intake/rules.ts'
import type { Thread } from '../thread/thread.ts'
import { digestOf } from './digests.ts'
import type { Entry } from './entry.ts'
import { holdsContent, isActive } from './phases.ts'
import type { Plan } from './plan.ts'
import type { Roster } from './roster.ts'

/** Files added before this one that stand for their content. */
const countTaken = (roster: Roster, entry: Entry): number => {
  let taken = 0
  for (const earlier of roster.entries.values()) {
    if (earlier === entry) break
    if (isActive(earlier.state.phase)) taken++
  }
  return taken
}

/** Refuses a file whose very bytes were added before. Only files of equal size are hashed. */
const refuseDuplicate = async (thread: Thread, roster: Roster, entry: Entry): Promise<void> => {
  for (const earlier of roster.entries.values()) {
    if (earlier === entry) return
    if (earlier.file.size !== entry.file.size || !holdsContent(earlier.state.phase)) continue
    const ofEarlier = await digestOf(thread, earlier).catch(() => undefined)
    if (ofEarlier !== undefined && ofEarlier === (await digestOf(thread, entry)))
      throw new SealDropError('duplicate', 'The same file was added before.', {
        details: { name: earlier.name },
      })
  }
}

/** Codes by which intake refuses a file; anything else that happens while checking is a failure. */
const REFUSALS = [
  'empty',
  'too-large',
  'wrong-type',
  'damaged',
  'too-many',
  'duplicate',
  'unreadable',
]

/** Walks an entry from `waiting` to `ready`, `refused` or `failed`. Never uses the network, but for the transport's code. */
export const checkEntry = async (
  entry: Entry,
  context: {
    readonly plan: Promise<Plan>
    readonly thread: Thread
    readonly roster: Roster
    /** Resolves when every file added before was judged: the first ones take the places and the content. */
    readonly turn: Promise<void>
  },
): Promise<void> => {
  const { thread, roster } = context
  const { signal } = entry.controller
  roster.change(entry, { phase: 'checking' })
  try {
    const { sizes, rules } = await orAborted(context.plan, signal)
    const found = await check(entry.file, rules, sizes, thread, { signal, progress: () => {} })
    await orAborted(context.turn, signal)
    judgeCount(countTaken(roster, entry), rules.maxFiles)
    await refuseDuplicate(thread, roster, entry)
    if (signal.aborted) return
    entry.accepted = Object.freeze({ id: entry.id, file: entry.file, ...found })
    roster.change(entry, { phase: 'ready' })
  } catch (thrown) {
    if (signal.aborted) return
    const error = withFileId(
      asSealDropError(thrown, 'unreadable', 'The file cannot be read.'),
      entry.id,
    )
    roster.change(entry, {
      phase: REFUSALS.includes(error.code) ? 'refused' : 'failed',
      error,
    })
  }
}
