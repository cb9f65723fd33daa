import { neverAborted, shared } from '../../core/abort.ts'
import type { CallContext, RequestPayload } from '../../core/api.ts'
import { SealDropError } from '../../core/errors.ts'
import type { Answer } from '../../core/request.ts'
import { type Client, isTokenRefused, jsonBody } from './client.ts'
import { createOpener, type OpenSession, pathOf } from './opening.ts'
import type { Settings } from './options.ts'

export interface Sessions {
  /** The one that takes files now. */
  readonly current: OpenSession | undefined
  /** The one all files go to; created for the first of them. `earlier`: where a send before a reload got to. */
  open(caller: CallContext, earlier?: string): Promise<OpenSession>
  /** One of ours, whether it still takes files or not. */
  find(id: string): OpenSession | undefined
  /** Files that come from now on go elsewhere. */
  leave(id: string): void
  /** Takes files again, where no other one does. */
  rejoin(id: string): void
  /** A request about one session. Rejects with `expired` where it is lost: only the token that created it may touch it. */
  within(
    id: string,
    method: string,
    path: string,
    caller: CallContext,
    carried?: RequestPayload,
  ): Promise<Answer>
}

/** The transfer sessions of one transport: one at a time takes files. */
export const createSessions = (client: Client, settings: Settings): Sessions => {
  const opener = createOpener(client, settings)
  const known = new Map<string, OpenSession>()
  const left = new Set<string>()
  let current: OpenSession | undefined
  let asking: { readonly caller: CallContext; readonly earlier: string | undefined } | undefined
  const openShared = () =>
    shared(async signal => {
      const { caller, earlier } = asking ?? {}
      current = await opener({ ...caller, signal }, earlier)
      known.set(current.id, current)
      return current
    })
  let opening = openShared()

  /** Whether the token is good for anything at all, renewed where it can be. */
  const isSender = async ({ headers, signal }: CallContext): Promise<boolean> => {
    const caller = { ...(headers && { headers }), ...(signal && { signal }) }
    const body = jsonBody({ recipients: settings.everyone })
    return !isTokenRefused(await client.asSender('POST', '/transfer-policy', caller, body))
  }
  const leave = (id: string): void => {
    left.add(id)
    if (current?.id === id) current = undefined
  }

  return {
    get current() {
      return current
    },
    async open({ headers, signal = neverAborted }, earlier) {
      signal.throwIfAborted()
      if (current) return current
      const isGone = earlier === undefined || left.has(earlier)
      asking = { caller: headers ? { headers } : {}, earlier: isGone ? undefined : earlier }
      const joined = opening
      const opened = await joined(signal)
      // `shared` keeps a success; this one is over when the session is.
      if (opening === joined) opening = openShared()
      return opened
    },
    find: id => known.get(id),
    leave,
    rejoin(id) {
      left.delete(id)
      current ??= known.get(id)
    },
    async within(id, method, path, caller, carried) {
      const ask = () => client.once(method, `${pathOf(id)}${path}`, caller, carried)
      const answer = await ask()
      if (!isTokenRefused(answer) || !(await isSender(caller))) return answer
      const again = await ask()
      if (!isTokenRefused(again)) return again
      leave(id)
      throw new SealDropError(
        'expired',
        'The verification was renewed: the transfer session belongs to the earlier one.',
        { retryable: true, outcome: 'unsent' },
      )
    },
  }
}
