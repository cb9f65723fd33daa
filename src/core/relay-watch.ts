import type { Api } from './api.ts'
import { hasPageOrigin } from './idempotency-key.ts'
import { RELAY_HEADER } from './ticket.ts'

/** An API, and what its answers told so far of who gives them. */
export interface WatchedApi {
  readonly api: Api
  /** Whether a relay answered: it remembers what it was answered for a parcel, so that one that comes twice is stored once. */
  isRelayed(): boolean
  /** Whether an upload can carry the parcel's key: a server of another origin, which is no relay, would have to permit the header. */
  takesKey(): boolean
}

/** The same API, watched for a relay's answers. */
export const watchForRelay = (api: Api, endpoint: string): WatchedApi => {
  let wasRelayed = false
  return {
    async api(...given) {
      const answer = await api(...given)
      wasRelayed ||= answer.header(RELAY_HEADER) !== null
      return answer
    },
    isRelayed: () => wasRelayed,
    takesKey: () => wasRelayed || hasPageOrigin(endpoint),
  }
}
