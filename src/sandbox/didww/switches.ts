import { type FaultSwitches, NO_FAULTS } from '../faults.ts'

/** The media type of JSON:API. */
export const VND = 'application/vnd.api+json'

/** What a token of 2026-11-19 may be used for. */
export type Scope = 'read' | 'write'

export interface DidwwSwitches extends FaultSwitches {
  /** What `/public_keys` says. The keys that uploads are opened with stay the same. */
  readonly keys:
    | 'normal'
    | 'crlf'
    | 'rsa-label'
    | 'one'
    | 'equal'
    | 'none'
    | 'small'
    | 'ec'
    | 'garbage'
    | 'html'
    | 'server-error'
  /** `meta.api_version` in the answers. */
  readonly meta: boolean
  /** New keys take effect as the next upload comes in. */
  readonly rotateBeforeNextUpload: boolean
  /** Answers as to an account pinned to 2022-05-10, whatever version is asked for. */
  readonly legacy: boolean
  readonly contentType: 'application/vnd.api+json' | 'application/json'
  /** Bytes of one sealed file: "20 MB" can be read as 20,971,520 or as 20,000,000. */
  readonly sizeLimit: number
  /** 422 from the application, or a bare 413 from a machine in front of it. */
  readonly tooLarge: 422 | 413
  /** How long an upload that nothing refers to is kept. */
  readonly lifetimeMs: number
  /** What `GET /encrypted_files/{id}` shows: the documents have it both ways. */
  readonly shows: 'object' | 'array'
  /** What the token service gives out (2026-11-19), and for how long. */
  readonly tokenScope: Scope
  readonly tokenSeconds: number
  /** The next so many requests that need credentials are too many; 2026-11-19 says how many seconds to wait. */
  readonly tooMany: false | { readonly times: number; readonly retryAfter: number }
}

const DAY_MS = 86_400_000

export const DIDWW_DEFAULTS: DidwwSwitches = {
  ...NO_FAULTS,
  keys: 'normal',
  meta: false,
  rotateBeforeNextUpload: false,
  legacy: false,
  contentType: VND,
  sizeLimit: 20_971_520,
  tooLarge: 422,
  lifetimeMs: DAY_MS,
  shows: 'object',
  tokenScope: 'write',
  tokenSeconds: 3600,
  tooMany: false,
}
