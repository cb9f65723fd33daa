import type { FaultSwitches } from '../faults.ts'
import type { ReceivedUpload, Sandbox } from '../sandbox.ts'
import type { Fetched } from './keys.ts'

/** What the documentation leaves open, and what goes wrong beyond the faults that all sandboxes share. */
export interface PrivasferSwitches extends FaultSwitches {
  /** Of an upload. */
  readonly created: 201 | 200 | 202
  /** The part that the upload reads. */
  readonly field: string
  /** Around a single thing. */
  readonly envelope: 'data' | 'bare'
  /** From the file's name, or from its content. */
  readonly extensions: 'kept' | 'derived'
  /** Of a validation error. */
  readonly invalid: 422 | 400
  /** What an upload is refused with, by field. */
  readonly refusal: false | Readonly<Record<string, readonly string[]>>
  /** `{message: "Server Error"}` for everything. */
  readonly serverError: boolean
  /** Bytes of one request; beyond it 413 as HTML. */
  readonly sizeLimit: number
  /** Requests in one minute. */
  readonly perMinute: number
  /** Whether the sandbox's own 429 says `Retry-After` and `X-RateLimit-Reset`. */
  readonly saysWhen: boolean
  readonly tooMany: 'json' | 'html'
  /** Whether scripts may read `X-RateLimit-*` and `Retry-After`. */
  readonly exposed: boolean
  /** A relay's ticket with every answer, as if one stood between. */
  readonly ticket: false | string
  /** Whether the answer to PATCH shows the file. */
  readonly patched: 'shown' | 'not shown'
  /** Of DELETE of a file. */
  readonly removed: 204 | 200
}

export interface PrivasferSandbox extends Sandbox<PrivasferSwitches> {
  /** `<url>/api` */
  readonly endpoint: string
  readonly upstream: { readonly endpoint: string; readonly token: string }
  readonly token: string
  readonly pin: string
  readonly recipient: string
  /** Without what is in the trash. */
  received(): readonly ReceivedUpload[]
  /** What the identity opens one upload to, out of its PDF where it has one; what is not sealed is the document itself. */
  plaintext(id: string): Promise<Buffer>
  /** Puts a file there that nobody uploaded; its id. */
  put(wireName: string, size: number, isTrashed?: boolean): string
  /** Ids of the messages that came, the oldest first. */
  inbox(): readonly string[]
  /** The fields of the mails that were sent through the API. */
  sent(): readonly Readonly<Record<string, unknown>>[]
  /** How bytes are fetched is not documented: this is what must come of it. */
  fetchDownload(id: string, key: string): Fetched
  /** The token is no longer valid. */
  revoke(): void
  /** The sandbox's clock goes on by so much. */
  advance(ms: number): void
  /** The token is valid again. */
  reset(): void
}
