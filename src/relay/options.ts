import type { Reason } from '../core/relay/reason.ts'
import type { TicketKeys } from '../core/relay/sign.ts'
import type { ProviderName } from '../providers/names.ts'
import type * as relayRoutes from '../providers/relay.ts'
import type { Allowed } from '../providers/relay.ts'
import type { Cause } from './cause.ts'
import type { StoreDown } from './shared-store.ts'
import type { RelayStore } from './store.ts'

export type { Allowed } from '../providers/relay.ts'

/** Each with its upstream endpoint and its secrets. Those left out are 404. */
export type Upstreams = {
  readonly [Name in ProviderName]?: Parameters<(typeof relayRoutes)[Name]>[0]
}

/** A request that begins. Nothing in it is a secret, a name of a file, or part of one. */
export interface StartEntry {
  /**
   * What the request is called: as the header `X-Request-Id` says, where a proxy or the visitor gave it one of 1 to 64 letters, digits, `-`
   * and `_`; else a random one such as `7k3m-9qxa-t04c`. It is in the answer's header, and in the JSON of an error. Who sends one can send it again.
   */
  readonly id: string
  /** As `didww`; absent where the path names none. */
  readonly provider?: string
  /** As `PUT`; `other` for one that HTTP's own pages do not use. */
  readonly method: string
  /** The trace it is a part of, as W3C Trace Context writes it: the upstream gets the same. */
  readonly traceparent?: string
}

/** One request, when it is over: of a download, when its last byte went out, or it was cut. */
export interface LogEntry extends StartEntry {
  /** As `upload`; absent where the request was refused before. */
  readonly operation?: string
  /** What was asked for as a pattern, such as `/relay/didww/encrypted_files/:id`; absent where the request was refused before. */
  readonly route?: string
  /** As the visitor gets it. */
  readonly status: number
  /** Why the relay itself refused or failed. */
  readonly code?: string
  /** What went wrong, where `code` says too little. */
  readonly reason?: Reason
  /** What was thrown then; for whoever runs the relay, and never in an answer. */
  readonly cause?: Cause
  /** For `no-reference`: where it was looked for in the provider's answer, such as `json data.id`. */
  readonly rule?: string
  /** As `authorize` named the caller. */
  readonly client?: string
  /** Bytes of the body that went on to the provider. */
  readonly bytes: number
  /** Bytes of the body that came from the visitor; what was read and thrown away among them. */
  readonly bytesIn: number
  /** Bytes of the body of the answer. */
  readonly bytesOut: number
  /** How long it took in all, in whole milliseconds. */
  readonly ms: number
  /** For so much of that the relay waited for the visitor to send. */
  readonly visitorMs: number
  /** For so much of that it waited for the provider: until it took a connection and the bytes, answered, or gave a token. */
  readonly upstreamMs: number
  /** What the provider answered last; absent where it was not asked, or gave no whole answer. */
  readonly upstreamStatus?: number
}

export interface RelayOptions {
  /** The path it is served at (`/relay`). */
  readonly base?: string
  readonly providers: Upstreams
  /**
   * Who may upload. False is 401. `client` names the caller for limits, tickets and ownership: always the same for the same caller, and
   * no secret. It gets the request without its body.
   */
  readonly authorize: (
    request: Request,
  ) => false | { readonly client: string } | Promise<false | { readonly client: string }>
  /**
   * Signs tickets and ids (HMAC-SHA-256): at least 16 bytes, best 32 random ones; the same on every server. Of several the first signs, and
   * all verify.
   */
  readonly ticketKey: TicketKeys
  /** Anything beyond an upload is named here, or it is 403. */
  readonly allow?: Allowed
  /**
   * The relay's own public origin, as `https://www.example.org`. Without it a page is of the relay's site where the browser says so
   * (`Sec-Fetch-Site`), and on this machine.
   */
  readonly origin?: string | undefined
  /** Origins of pages beside the relay's own. */
  readonly origins?: readonly string[]
  /** Of one request's body (20 MiB and 64 KiB). */
  readonly maxBytes?: number
  /**
   * The address that a request comes from, as your own proxy says it. Where it is given, logins that `authorize` refuses are counted for
   * each address: who had `perMinute` of them in a minute (60 where that is not given) gets 429.
   */
  readonly clientAddress?: (request: Request) => string
  /** Requests of one client (no limit). */
  readonly perMinute?: number
  /** How long nothing may move, in milliseconds (50,000): then it is 504, or a download is cut. */
  readonly upstreamTimeoutMs?: number
  /** How long a request may take in all (3,600), until the last byte of its answer: then it is 408, or a download is cut. */
  readonly maxSeconds?: number
  /** How fast the bytes of a body must come, over a minute in which the relay waits for them (500): else it is 408. */
  readonly minBytesPerSecond?: number
  /**
   * Where a tus server has its uploads, if not under its endpoint: a path such as `/files/`, or a URL at the endpoint's origin. A `Location`
   * elsewhere is 502.
   */
  readonly uploadsUnder?: string
  /** How long a ticket is valid (86,400). */
  readonly ticketSeconds?: number
  /** Allows upstreams over plain http, for a private network (false; this machine always is). */
  readonly plainHttp?: boolean
  /**
   * What several processes share: what was answered to a parcel, so that one that arrives twice is stored once whichever process gets it;
   * and, where it can count, the requests of a client and the refused logins of an address (this process's memory).
   */
  readonly store?: RelayStore
  /**
   * While the store does not answer: `allow` goes on with what this process knows (the default); `refuse` answers 503 with `Retry-After`, and
   * sends no file, and no other request that is counted.
   */
  readonly storeDown?: StoreDown
  /** Gets an entry for each request when it is over. What it throws, or rejects with, is dropped: it fails no upload. */
  readonly log?: (entry: LogEntry) => unknown
  /** The same when a request begins, before anything is decided. Each is followed by one of `log`, with the same `id`. */
  readonly onStart?: (entry: StartEntry) => unknown
}
