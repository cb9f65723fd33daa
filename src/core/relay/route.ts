import { isProviderId } from '../provider-id.ts'
import type { SignedIds } from './signed-ids.ts'

/** One visitor's request, as a route sees it. */
export interface RelayCall {
  readonly request: Request
  readonly client: string
  /** As `didww`. */
  readonly provider: string
  /** The values of the route's `:names`, checked. */
  readonly params: Readonly<Record<string, string>>
  /** Those the route knows. */
  readonly query: URLSearchParams
  /** Where the provider is served: `/relay/didww`. */
  readonly mount: string
  /** `allow` names this operation. */
  readonly allows: (operation: string) => boolean
  /** The request carries a ticket for this reference, of this provider and this caller. */
  readonly hasTicketFor: (reference: string) => Promise<boolean>
  /** The JSON object the visitor sent; `{}` for anything else. Throws 413 above 64 KiB. */
  readonly json: () => Promise<Readonly<Record<string, unknown>>>
  readonly ids: SignedIds
}

/** What the upstream is asked. What is left out stays as the visitor asked it. */
export interface Ask {
  /** Below the endpoint, each segment encoded; or, with `absolute`, a URL at the endpoint's origin. */
  readonly path?: string
  readonly absolute?: URL
  readonly body?: string
}

/** An upstream's answer, its text read (empty for a download). */
export interface UpstreamAnswer {
  readonly status: number
  readonly headers: Headers
  readonly json: unknown
}

/** What an upload is called by the provider. */
export interface Reference {
  readonly reference: string
  readonly transfer?: string
}

/** What becomes of a good answer beside passing it on. */
export interface ResponseActions {
  /** Each gets a ticket. */
  readonly uploads?: readonly Reference[]
  /** Path (with query) to tell as `Location`; the upstream's own is never passed on. */
  readonly location?: string
  /** Instead of the upstream's JSON. */
  readonly body?: unknown
}

/** One thing a visitor can ask: by default where `opens` says so, else where `allow` names `operation`. */
export interface Route {
  readonly method: string
  /** As `files/:id`. */
  readonly path: string
  readonly operation: string
  readonly allowedByDefault: (call: RelayCall) => boolean | Promise<boolean>
  /** Query parameters that are passed on. */
  readonly query?: readonly string[]
  /** `stream`: passed on as it comes. `json`: read and built anew. Absent: there is none. */
  readonly body?: 'stream' | 'json'
  /** The upstream needs no credentials (`none`), or not those of a verified sender (`unverified`). */
  readonly credentials?: 'none' | 'unverified'
  /** The answer is a file: passed on as it comes. */
  readonly downloads?: boolean
  readonly ask?: (call: RelayCall) => Ask | Promise<Ask>
  readonly read?: (
    answer: UpstreamAnswer,
    call: RelayCall,
  ) => ResponseActions | Promise<ResponseActions>
  /** The relay answers by itself, unless this is undefined. */
  readonly answer?: (call: RelayCall) => unknown
}

/** One upstream: what can be asked of it, and the secrets that open it. */
export interface RelayProvider {
  /** Absolute URL. */
  readonly endpoint: string
  readonly routes: readonly Route[]
  /** Request headers of its protocol, in lower case. */
  readonly requestHeaders: readonly string[]
  /** Answer headers of its protocol, in lower case. */
  readonly responseHeaders: readonly string[]
  /** Headers that carry the secrets. */
  credentials(
    kind: Route['credentials'],
    request: Request,
  ): Promise<Readonly<Record<string, string>>>
  /** The upstream answered so to this call with these, with a status from 400 up. */
  refused?(
    credentials: Readonly<Record<string, string>>,
    answer: UpstreamAnswer,
    call: RelayCall,
  ): void
  /** Everything that must be in no answer. */
  secrets(): readonly string[]
}

export const always = (): boolean => true
/** Only where `allow` names it. */
export const never = (): boolean => false
/** With the ticket for this very `:id`. */
export const withTicket = (call: RelayCall): Promise<boolean> =>
  call.hasTicketFor(call.params.id ?? '')

/** The ids of an answer's entries. Ids of other patterns get no ticket. */
export const referencesOf = (ids: readonly unknown[]): readonly Reference[] =>
  ids.filter(isProviderId).map(reference => ({ reference }))
