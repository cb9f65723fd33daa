/**
 * Why a request went as it did, where its status says too little: one of a fixed list.
 *
 * - `client-left`: the visitor left, in the midst of the body or before the answer was out;
 * - `dns`: the provider's name leads nowhere; `refused`: nobody listens there; `tls`: its certificate is not good, or it speaks no TLS;
 *   `unreachable`: there is no way to it, or the runtime does not say what failed;
 * - `cut`: it broke the connection off, or what it answers is no HTTP; `too-long`: its answer has no end;
 * - `redirect`: it redirected, and the relay follows none; `elsewhere`: it named another server;
 * - `timeout`: nothing moved for `upstreamTimeoutMs`, or it took no connection;
 * - `too-slow`: the visitor sent too slowly, or the request took more than `maxSeconds`;
 * - `no-token`: the provider gave the relay no access token;
 * - `authorize-threw`: the site's `authorize` threw; `no-address`: its `clientAddress` did, or named none; `threw`: another function of
 *   the site's did, such as that for a token, or the relay itself;
 * - `store-down`: the shared store did not answer while the request was served. It may have gone well all the same.
 */
export type Reason =
  | 'client-left'
  | 'dns'
  | 'refused'
  | 'tls'
  | 'unreachable'
  | 'cut'
  | 'too-long'
  | 'redirect'
  | 'elsewhere'
  | 'timeout'
  | 'too-slow'
  | 'no-token'
  | 'authorize-threw'
  | 'no-address'
  | 'threw'
  | 'store-down'

/** What only whoever runs the relay is told of a failure. */
export interface Background {
  readonly reason?: Reason | undefined
  /** What was thrown, as it was: it may hold a URL with a secret, and is described before it is logged. */
  readonly cause?: unknown
  /** For `no-reference`: where it was looked for. */
  readonly rule?: string | undefined
}
