import { isProviderId } from '../provider-id.ts'
import type { EncryptedIds } from './encrypted-ids.ts'
import type { HttpError } from './http-error.ts'
import type { NameReader } from './parcel-name.ts'
import type { SignedIds } from './signed-ids.ts'

/** What a ticket is good for. Whoever knows the name of a file can find it: that shows the file, and does not delete it. */
export type TicketUse = 'show' | 'remove'

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
  /** The request carries a ticket for this reference, of this provider and this caller, that is good for this. */
  readonly hasTicketFor: (reference: string, use: TicketUse) => Promise<boolean>
  /** The relay remembers that the provider gave this reference to an upload of this caller. */
  readonly isUploaderOf: (reference: string) => Promise<boolean>
  /** The JSON object the visitor sent; `{}` for anything else. Throws 413 above 64 KiB. */
  readonly json: () => Promise<Readonly<Record<string, unknown>>>
  readonly ids: SignedIds
  readonly encryptedIds: EncryptedIds
}

/** Where the request to the upstream differs from the visitor's. */
export interface UpstreamRequest {
  /** Absent: the visitor's. */
  readonly method?: string
  /** Beside those of the provider's protocol and its credentials, over which they go. */
  readonly headers?: Readonly<Record<string, string>>
  /** Below the endpoint, each segment encoded. */
  readonly path?: string
  /** Instead of a path: a whole URL, which must be at the endpoint's origin. */
  readonly url?: URL
  /** What of that URL no visitor may read in the answer. Absent: its query as a whole, and what is secret by its name. */
  readonly secrets?: readonly string[]
  readonly body?: string
}

/** An upstream's answer whose text was read; a download is none. */
export interface UpstreamAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Undefined where the text is no JSON. */
  readonly json: unknown
}

/** What an upload is called by the provider. */
export interface Reference {
  readonly reference: string
  readonly transfer?: string
  /** Bytes that the provider has, where the relay saw that. */
  readonly size?: number
  /** Of those bytes, hex. */
  readonly sha256?: string
  /** It was looked up by its name: who uploaded it is not known. */
  readonly foundByName?: boolean
}

/** What the relay adds to a good answer, or puts in its place. */
export interface ResponseActions {
  /** The visitor gets a ticket for each. */
  readonly uploads?: readonly Reference[]
  /** What the request made where that is no upload yet, as `about` of later requests calls it. */
  readonly created?: string
  /** What became of the file, where the answer names none. Absent: it does not say, and may not be from the provider at all. */
  readonly outcome?: 'stored' | 'failed'
  /** The file is stored, and the answer does not name it: where its name was looked for. */
  readonly noReference?: string
  /** `Location`, as a path at the relay with its query. The upstream's own is never passed on. */
  readonly location?: string
  /** JSON that the visitor gets instead of the upstream's. */
  readonly body?: unknown
}

/** An answer in the form in which the provider would have given it. */
export interface Found {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly json: unknown
}

/** Asks the upstream with the relay's own credentials, by GET. Resolves with any complete answer. */
export type Ask = (
  path: string,
  query?: Readonly<Record<string, string>>,
  headers?: Readonly<Record<string, string>>,
) => Promise<UpstreamAnswer>

/** A request that stores something: it must do so once, though browsers, proxies and pages send it again where its answer is lost. */
export interface Once {
  /** What the request calls its parcel, where it has no `Idempotency-Key`; a name that no other parcel has. */
  readonly nameOf?: NameReader
  /**
   * After a try whose outcome nobody knows: what the provider has of it; undefined where it has nothing, so that it is sent. Throws where
   * it does not tell. Absent: nobody can tell.
   */
  readonly look?: (call: RelayCall, name: string, ask: Ask) => Promise<Found | undefined>
  /** After such a try it is sent again, since that stores nothing twice. */
  readonly isHarmlessAgain?: boolean
}

/** One thing a visitor can ask: by default where `allowedByDefault` says so, else where the option `allow` names `operation`. */
export interface Route {
  readonly method: string
  /** As `files/:id`. */
  readonly path: string
  readonly operation: string
  readonly allowedByDefault: boolean | ((call: RelayCall) => boolean | Promise<boolean>)
  /** Query parameters that are passed on. */
  readonly query?: readonly string[]
  /** `stream`: passed on as it comes. Absent: the upstream gets what `upstreamRequest` says, or none. */
  readonly body?: 'stream'
  /** The upstream needs no credentials (`none`), or not those of a verified sender (`unverified`). */
  readonly credentials?: 'none' | 'unverified'
  readonly once?: Once
  /** The upload that the request is about. What was remembered of it is forgotten once it is deleted, or not there. */
  readonly about?: (call: RelayCall) => string | Promise<string>
  /** The answer is a file: passed on as it comes. */
  readonly downloads?: boolean
  /** Absent: the upstream is asked for the visitor's path, without a body of the relay's own. */
  readonly upstreamRequest?: (call: RelayCall) => UpstreamRequest | Promise<UpstreamRequest>
  /** Reads an answer with a status from 200 to 299. */
  readonly onSuccess?: (
    answer: UpstreamAnswer,
    call: RelayCall,
  ) => ResponseActions | Promise<ResponseActions>
  /** What it answers allows bytes to be stored that do not come through the relay, as a signature does. */
  readonly allowsBytes?: boolean
  /** JSON that the relay answers by itself, without the upstream; undefined: the upstream is asked. */
  readonly localAnswer?: (call: RelayCall) => unknown
}

/** What the options of the relay say to a provider's routes. */
export interface RoutesOptions {
  /** Of tus: a path, or a URL at the endpoint's origin. */
  readonly uploadsUnder?: string | undefined
  /** The most bytes of one upload, where they do not come through the relay. */
  readonly maxBytes?: number | undefined
}

/** One upstream: what visitors can ask of it, and the credentials for it. */
export interface RelayProvider {
  /** Absolute URL. */
  readonly endpoint: string
  readonly routes: readonly Route[]
  /** Request headers of its protocol, in lower case. */
  readonly requestHeaders: readonly string[]
  /** Answer headers of its protocol, in lower case. */
  readonly responseHeaders: readonly string[]
  /** Headers that authenticate the relay to the upstream. */
  credentials(
    kind: Route['credentials'],
    request: Request,
  ): Promise<Readonly<Record<string, string>>>
  /**
   * Called for each answer to a call that had these credentials. Gives what the visitor is told where the upstream refuses them, by its own
   * codes: nothing that the visitor did. Not asked where a route needs no credentials.
   */
  ownRefusal?(
    credentials: Readonly<Record<string, string>>,
    answer: UpstreamAnswer,
    call: RelayCall,
  ): HttpError | undefined
  /** The upstream may tell requests apart by `Idempotency-Key`: it gets one that is this visitor's own. */
  readonly takesKey?: boolean
  /** What a visitor may read of an answer's text, whatever its status. Absent: all of it but the secrets. */
  visible?(answer: UpstreamAnswer): string
  /** Everything that no visitor may read in an answer. */
  secrets(): readonly string[]
}

/** For `allowedByDefault`: whoever has a ticket that is good for this, for the `:id` in the path. */
export const withTicket =
  (use: TicketUse) =>
  (call: RelayCall): Promise<boolean> =>
    call.hasTicketFor(call.params.id ?? '', use)

/** For `about`: the upload that the path names by `:id`. */
export const namedById = ({ params }: RelayCall): string => params.id ?? ''

/** For `uploads`: the ids that an answer names. What is no plain id gets no ticket. */
export const referencesOf = (ids: readonly unknown[]): readonly Reference[] =>
  ids.filter(isProviderId).map(reference => ({ reference }))
