import { asRecord } from '../../core/answer.ts'
import type { PageCall } from '../../core/api.ts'
import type { Authorize, Json, Timeouts, Transport } from '../../core/contracts.ts'
import { misconfigured } from '../../core/errors.ts'
import { type KnownOptions, refuseUnknown } from '../../core/known-options.ts'
import type { Ticketed } from '../../core/ticket.ts'
import type {
  PrivasferDownload,
  PrivasferFile,
  PrivasferKey,
  PrivasferMail,
  PrivasferMessage,
} from './answers.ts'

export interface PrivasferOptions {
  /** Base URL of the API, ending in `/api`; may be relative (a relay on the page's own origin). */
  readonly endpoint: string
  /** The name of the file's form field (`file`; inferred, like everything about the upload). */
  readonly field?: string
  /** Further fields of the upload, such as a category; none is documented. */
  readonly fields?: Readonly<Record<string, string>>
  /** Statuses of an upload that arrived (any 2xx whose answer names a file). */
  readonly accepted?: readonly number[]
  /** How long to wait after a 429, or with nothing left of the budget, where the server does not say, in milliseconds (60,000). */
  readonly coolDownMs?: number
  readonly authorize?: Authorize
  readonly origins?: readonly string[]
  /** Of every request to this endpoint, in milliseconds; they win over the page's. */
  readonly timeouts?: Timeouts
}

/** Of one call. */
export interface PrivasferCall extends PageCall, Ticketed {}

/** Not documented: passed through. */
type Fields = Readonly<Record<string, Json>>

/** `-` in front: in descending order. */
type Query<Key extends string, Part extends string> = {
  readonly sort?: Key | `-${Key}`
  readonly keyword?: string
  readonly include?: readonly Part[]
}
type LetterPart = 'download' | 'download.files' | 'author'
export type PrivasferFilesQuery = Query<
  'filename_original' | 'size' | 'encrypted_size' | 'created_at',
  'category'
>
export type PrivasferInboxQuery = Query<'subject' | 'created_by_email' | 'received_at', LetterPart>
export type PrivasferMailsQuery = Query<
  'subject' | 'recipient_email' | 'created_at' | 'sent_at',
  LetterPart
>

export interface PrivasferTransport extends Transport {
  /** `GET /files` */
  list(query?: PrivasferFilesQuery, call?: PrivasferCall): Promise<readonly PrivasferFile[]>
  /** `GET /files/{id}` */
  get(id: string, call?: PrivasferCall): Promise<PrivasferFile>
  /** `PATCH /files/{id}`; the verb is documented, its fields are not. */
  update(id: string, patch: Fields, call?: PrivasferCall): Promise<PrivasferFile>
  /** `DELETE /files/{id}`; the verb is documented, its answer is not: any 2xx. */
  remove(id: string, call?: PrivasferCall): Promise<void>
  /** `POST /downloads`: single use, one minute. How its bytes are fetched is not documented. */
  createDownload(ids: readonly string[], call?: PrivasferCall): Promise<PrivasferDownload>
  /** `GET /inbox` */
  inbox(query?: PrivasferInboxQuery, call?: PrivasferCall): Promise<readonly PrivasferMessage[]>
  /** `GET /inbox/{id}` */
  message(
    id: string,
    query?: Pick<PrivasferInboxQuery, 'include'>,
    call?: PrivasferCall,
  ): Promise<PrivasferMessage>
  /** `GET /mails`: what was sent. */
  mails(query?: PrivasferMailsQuery, call?: PrivasferCall): Promise<readonly PrivasferMail[]>
  /** `POST /mails`; resolves with what the server answered, null for nothing. Neither is documented. */
  sendMail(mail: Fields, call?: PrivasferCall): Promise<Json>
  /** `POST /keys`: valid for one hour. A wrong PIN is `refused`. */
  createKey(pin: string, call?: PrivasferCall): Promise<PrivasferKey>
  /** `DELETE /keys/{key}`: the one place where the API wants a key in the URL. */
  removeKey(key: string, call?: PrivasferCall): Promise<void>
}

const KNOWN: KnownOptions<PrivasferOptions> = {
  endpoint: true,
  field: true,
  fields: true,
  accepted: true,
  coolDownMs: true,
  authorize: true,
  origins: true,
  timeouts: true,
}

/** Throws `misconfigured` for options that cannot work. */
export const checkOptions = (options: PrivasferOptions): void => {
  refuseUnknown('privasfer', options, KNOWN)
  const { field, fields: more, accepted, coolDownMs = 0 } = options
  if (field !== undefined && (typeof field !== 'string' || field === ''))
    throw misconfigured('field must be the name of a form field.')
  if (more !== undefined && !Object.values(asRecord(more)).every(text => typeof text === 'string'))
    throw misconfigured('fields must be an object of texts.')
  if (accepted !== undefined && !(Array.isArray(accepted) && accepted.every(Number.isInteger)))
    throw misconfigured('accepted must be a list of statuses, such as [201].')
  if (typeof coolDownMs !== 'number' || !(coolDownMs >= 0))
    throw misconfigured('coolDownMs must be a number from 0 up.')
}
