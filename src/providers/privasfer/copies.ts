import { neverAborted, shared } from '../../core/abort.ts'
import { type CallContext, contextOf } from '../../core/api.ts'
import { isSealDropError } from '../../core/errors.ts'
import { sleep } from '../../core/timer.ts'
import type { PrivasferFile } from './answers.ts'
import { isUploadOf, type Trace } from './search.ts'

/** A look that is not answered by then is given up: a receipt waits for it. */
const LOOK_MS = 10_000

/** Milliseconds before each further try of a look or a removal: a line that just doubled an upload may well fail once more. */
const PAUSES_MS = [200, 500, 1_000, 2_000]

/** Tries again what may succeed later. Rejects as the last try does; a refusal is the last one. */
const persevere = async <Value>(
  work: () => Promise<Value>,
  signal: AbortSignal,
): Promise<Value> => {
  for (const pause of PAUSES_MS) {
    try {
      return await work()
    } catch (thrown) {
      if (!isSealDropError(thrown)) throw thrown
      // An answer that makes no sense, such as a proxy's page, may make sense the next time.
      if (!thrown.retryable && thrown.code !== 'protocol') throw thrown
    }
    await sleep(pause, signal)
  }
  return work()
}

export interface RemovalTools {
  /** Whether a request that no upload needs may be made now. */
  hasSpare(): boolean
  remove(id: string, context: CallContext): Promise<void>
}

export interface CopyTools {
  hasSpare: RemovalTools['hasSpare']
  removeOthers: RemoveOthers
  /** The newest first: of this parcel, or of all where several are sought. */
  list(trace: Trace | undefined, context: CallContext): Promise<readonly PrivasferFile[]>
}

/** Deletes all of one parcel's copies but the one with this id. Whether that one is alone now. Never fails the upload. */
export type RemoveOthers = (
  id: string,
  copies: readonly PrivasferFile[],
  context: CallContext,
) => Promise<boolean>

export const createRemoval = ({ hasSpare, remove }: RemovalTools): RemoveOthers => {
  return async (id, copies, context) => {
    // A list may show one file twice.
    const others = new Set(copies.map(copy => copy.id))
    others.delete(id)
    try {
      for (const other of others) {
        if (!hasSpare()) return false
        await persevere(() => remove(other, context), context.signal ?? neverAborted)
      }
      return true
    } catch (thrown) {
      context.signal?.throwIfAborted()
      if (!isSealDropError(thrown)) throw thrown
      return false
    }
  }
}

/** What a look found. */
export interface Kept {
  /** The id of the copy that stays. */
  readonly id: string
  /** `unknown`: nobody could say whether it is the only one. */
  readonly copies?: 'unknown'
}

/** Those who ask while a look is under way share the next one. */
interface Look {
  readonly traces: Trace[]
  readonly run: (signal: AbortSignal, context: CallContext) => Promise<readonly PrivasferFile[]>
}

/**
 * A browser sends an upload again by itself when a connection that was used before ends without an answer, and the server stores it
 * twice. So each upload is looked for once it was answered. The copy that the answer names stays; others with the parcel's own name and
 * size are deleted. Never fails the upload.
 */
export const createCopyCheck = ({ hasSpare, list, removeOthers }: CopyTools) => {
  let last: Promise<unknown> = Promise.resolve()
  let next: Look | undefined

  const startLook = (): Look => {
    const traces: Trace[] = []
    const started: Look = {
      traces,
      run: shared(async (signal, context: CallContext) => {
        await last
        if (next === started) next = undefined
        const [only, ...others] = traces
        const look = (): Promise<readonly PrivasferFile[]> =>
          list(others.length === 0 ? only : undefined, {
            ...context,
            signal,
            timeouts: { connect: LOOK_MS, answer: LOOK_MS },
          })
        const looking = persevere(look, signal)
        last = looking.catch(() => {})
        return looking
      }),
    }
    return started
  }

  return async (id: string, trace: Trace, context: CallContext): Promise<Kept> => {
    const { signal, ...rest } = contextOf(context)
    try {
      if (!signal || !hasSpare()) return { id, copies: 'unknown' }
      next ??= startLook()
      next.traces.push(trace)
      const files = await next.run(signal, rest)
      const own = files.filter(file => isUploadOf(file, trace))
      // A list that does not show the answered one is older than it, or the answer was garbled on its way: the other is surely there.
      if (!own.some(file => file.id === id)) return { id: own.at(-1)?.id ?? id, copies: 'unknown' }
      return (await removeOthers(id, own, context)) ? { id } : { id, copies: 'unknown' }
    } catch (thrown) {
      signal?.throwIfAborted()
      if (!isSealDropError(thrown)) throw thrown
      return { id, copies: 'unknown' }
    }
  }
}
