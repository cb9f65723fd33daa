import { shared } from '../../core/abort.ts'
import { type CallContext, contextOf } from '../../core/api.ts'
import { isSealDropError } from '../../core/errors.ts'
import type { PrivasferFile } from './answers.ts'
import { isUploadOf, type Trace } from './search.ts'

/** A look that is not answered by then is given up: a receipt waits for it. */
const LOOK_MS = 10_000

export interface CopyTools {
  /** Whether a request that no upload needs may be made now. */
  canLook(): boolean
  /** The newest first: of this parcel, or of all where several are sought. */
  list(trace: Trace | undefined, context: CallContext): Promise<readonly PrivasferFile[]>
  remove(id: string, context: CallContext): Promise<void>
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
export const createCopyCheck = ({ canLook, list, remove }: CopyTools) => {
  let last: Promise<unknown> = Promise.resolve()
  let next: Look | undefined

  const startLook = (): Look => {
    const traces: Trace[] = []
    const look: Look = {
      traces,
      run: shared(async (signal, context: CallContext) => {
        await last
        if (next === look) next = undefined
        const [only, ...others] = traces
        const looking = list(others.length === 0 ? only : undefined, {
          ...context,
          signal,
          timeouts: { connect: LOOK_MS, answer: LOOK_MS },
        })
        last = looking.catch(() => {})
        return looking
      }),
    }
    return look
  }

  return async (id: string, trace: Trace, context: CallContext): Promise<Kept> => {
    const { signal, ...rest } = contextOf(context)
    try {
      if (!signal || !canLook()) return { id, copies: 'unknown' }
      next ??= startLook()
      next.traces.push(trace)
      const files = await next.run(signal, rest)
      const own = files.filter(file => isUploadOf(file, trace))
      // A list that does not show the answered one is older than it, or the answer was garbled on its way: the other is surely there.
      if (!own.some(file => file.id === id)) return { id: own.at(-1)?.id ?? id, copies: 'unknown' }
      for (const copy of own) if (copy.id !== id) await remove(copy.id, context)
      return { id }
    } catch (thrown) {
      signal?.throwIfAborted()
      if (!isSealDropError(thrown)) throw thrown
      return { id, copies: 'unknown' }
    }
  }
}
