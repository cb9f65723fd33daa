import { neverAborted, shared } from '../../core/abort.ts'
import {
  type CallContext,
  carriage,
  contextOf,
  createApi,
  type PageCall,
  queryOf,
  type RequestPayload,
} from '../../core/api.ts'
import { checkOrigins } from '../../core/authorize.ts'
import type {
  Authorize,
  CallJob,
  Parcel,
  SealSpec,
  Timeouts,
  Transport,
} from '../../core/contracts.ts'
import { absoluteEndpoint } from '../../core/endpoint.ts'
import { misconfigured, SealDropError } from '../../core/errors.ts'
import { idempotencyKey } from '../../core/idempotency-key.ts'
import { type KnownOptions, refuseUnknown } from '../../core/known-options.ts'
import { parsePin } from '../../core/pin.ts'
import { isProviderId } from '../../core/provider-id.ts'
import { watchForRelay } from '../../core/relay-watch.ts'
import { type Answer, request } from '../../core/request.ts'
import { importKeyPair, keyFingerprint } from '../../core/rsa.ts'
import { type Ticketed, ticketHeader, ticketIn } from '../../core/ticket.ts'
import { checkTimeouts } from '../../core/timeouts.ts'
import { sendingOnce } from '../../core/unknown.ts'
import {
  type DidwwFile,
  type DidwwPage,
  errorOf,
  readDelivery,
  readIds,
  readKeys,
  readPage,
  readShown,
} from './answers.ts'

export type { DidwwFile, DidwwPage } from './answers.ts'

export type DidwwVersion = '2022-05-10' | '2026-04-16' | '2026-11-19'

export interface DidwwOptions {
  /** Base URL of the API, ending in `/v3`; may be relative (a relay on the page's own origin). */
  readonly endpoint: string
  /**
   * The API version spoken (`2026-04-16`). `authorize` gives what it asks for: `Api-Key`, or from 2026-11-19 on a
   * short-lived `Authorization: Bearer` token.
   */
  readonly version?: DidwwVersion
  /** SHA-1 fingerprints (hex) of both keys; other keys are `keys-untrusted` and nothing is sent. */
  readonly pin?: string | readonly string[]
  /** A description stored with the file, in clear text at DIDWW. */
  readonly describe?: (parcel: Parcel) => string
  /** Where the public keys are asked for, without headers; `<endpoint>/public_keys` with headers otherwise. */
  readonly publicKeysUrl?: string
  readonly authorize?: Authorize
  readonly origins?: readonly string[]
  /** Of every request to this endpoint, in milliseconds; they win over the page's. */
  readonly timeouts?: Timeouts
}

export interface DidwwQuery {
  readonly id?: string
  /** With a minus, in descending order (as in JSON:API; DIDWW's documents do not say so). */
  readonly sort?: 'description' | '-description' | 'expires_at' | '-expires_at'
  /** From 1 up. */
  readonly page?: number
  /** Files on a page. */
  readonly size?: number
}

type Keys = Extract<SealSpec, { scheme: 'didww' }>
export interface DidwwTransport extends Transport {
  /** The two current public keys (PEM), checked, in the order of their fingerprint. */
  publicKeys(call?: PageCall): Promise<readonly [string, string]>
  /** `GET /encrypted_files` */
  list(query?: DidwwQuery, call?: PageCall): Promise<DidwwPage>
  /** `GET /encrypted_files/{id}`; rejects with `not-found` once it was removed or has expired. */
  get(id: string, call?: PageCall & Ticketed): Promise<DidwwFile>
  /** `DELETE /encrypted_files/{id}` */
  remove(id: string, call?: PageCall & Ticketed): Promise<void>
  prescribe(job: CallJob & { readonly fresh?: boolean }): Promise<Keys>
}

const MEDIA_TYPE = 'application/vnd.api+json'
const FILES = '/encrypted_files'
/** "20 MB per file"; measured on the ciphertext, in MiB (inferred from the older API's words and the SDKs' tests). */
const MAX_BYTES = 20 * 1024 * 1024

/** The names of an upload's parts, and how its answer is read. */
const ONE_FILE = {
  file: 'encrypted_files[file]',
  description: 'encrypted_files[description]',
  read: readDelivery,
}
/** Up to five files in one request, of which we send one. */
const BATCH = {
  file: 'encrypted_files[items][][file]',
  description: 'encrypted_files[items][][description]',
  read: readIds,
}
type Form = Omit<typeof ONE_FILE, 'read'>

const FORMS: Readonly<Record<DidwwVersion, typeof ONE_FILE>> = {
  '2022-05-10': BATCH,
  '2026-04-16': ONE_FILE,
  '2026-11-19': ONE_FILE,
}

const KNOWN: KnownOptions<DidwwOptions> = {
  endpoint: true,
  version: true,
  pin: true,
  describe: true,
  publicKeysUrl: true,
  authorize: true,
  origins: true,
  timeouts: true,
}

/**
 * Delivers to DIDWW's `POST /v3/encrypted_files` (doc.didww.com/api3/2026-04-16/; two more versions are understood). The
 * seal is DIDWW's own, for the two keys of `GET /v3/public_keys`, which are fetched once and again after a rotation.
 */
export const didww = (options: DidwwOptions): DidwwTransport => {
  refuseUnknown('didww', options, KNOWN)
  const endpoint = absoluteEndpoint(options.endpoint)
  const { version = '2026-04-16', describe, publicKeysUrl, authorize, origins, timeouts } = options
  if (!Object.hasOwn(FORMS, version)) {
    const known = Object.keys(FORMS).join(', ')
    throw misconfigured(`version must be one of ${known}.`)
  }
  checkOrigins(origins)
  checkTimeouts(timeouts)
  const pins = parsePin(options.pin)
  const keysUrl = publicKeysUrl === undefined ? undefined : absoluteEndpoint(publicKeysUrl)
  const form = FORMS[version]
  const target = { name: 'didww', endpoint, authorize, origins, timeouts }
  const plain = createApi(target, { Accept: MEDIA_TYPE })
  const { api, isRelayed, takesKey } = watchForRelay(plain, endpoint)

  const failure = (answer: Answer): SealDropError => errorOf(answer, form === BATCH)
  /** A request that depends on the version, as the keys do not. */
  const ask = async (
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    context: (CallContext & Ticketed) | undefined,
    { headers, body }: RequestPayload = {},
  ): Promise<Answer> => {
    const ticket = ticketHeader(context?.ticket)
    const answer = await api(method, path, context, {
      headers: { 'X-DIDWW-API-Version': version, ...ticket, ...headers },
      ...(body !== undefined && { body }),
    })
    if (answer.status >= 200 && answer.status <= 299) return answer
    throw failure(answer)
  }

  const remove = async (id: string, call?: CallContext & Ticketed): Promise<void> => {
    await ask('DELETE', pathOf(id), call)
  }

  const fetchKeys = async (
    signal: AbortSignal,
    given: CallContext,
  ): Promise<readonly [string, string]> => {
    const context = { ...given, signal }
    const answer = await (keysUrl === undefined
      ? api('GET', '/public_keys', context)
      : request({
          method: 'GET',
          url: keysUrl,
          headers: new Headers({ Accept: MEDIA_TYPE }),
          ...carriage(context, timeouts),
        }))
    if (answer.status !== 200) throw failure(answer)
    const pair = readKeys(answer)
    await importKeyPair(pair)
    const fingerprints = await Promise.all(pair.map(keyFingerprint))
    if (pins && !fingerprints.every(fingerprint => pins.includes(fingerprint)))
      throw new SealDropError('keys-untrusted', 'The public keys are not the pinned ones.')
    return pair
  }

  /** Fetched once for all who need them, and anew after a rotation. */
  let currentKeys = shared(fetchKeys)

  return {
    name: 'didww',
    endpoint,
    ...(authorize && { authorize }),
    ...(origins && { origins }),
    ...(timeouts && { timeouts }),
    traits: {
      maxBytes: MAX_BYTES,
      types: ['application/pdf', 'image/jpeg', 'image/png'],
      seals: ['didww'],
      resumes: false,
      perRequest: 1,
    },
    publicKeys: ({ signal = neverAborted } = {}) => currentKeys(signal, {}),
    async prescribe(job) {
      if (job.fresh) currentKeys = shared(fetchKeys)
      return { scheme: 'didww', publicKeys: await currentKeys(job.signal, contextOf(job)) }
    },
    // DIDWW has no way to look: only a relay, which answers for it from the keys on, stores a second one of the same once.
    send: (parcel, job) =>
      sendingOnce(isRelayed, async () => {
        const body = formOf(form, parcel, describe?.(parcel))
        const headers = idempotencyKey(parcel, takesKey())
        return form.read(await ask('POST', FILES, job, { headers, body }))
      }),
    async discard(what, job) {
      // The id of an upload whose answer never came is not known: DIDWW deletes it when it expires.
      if (!('reference' in what)) return false
      await remove(what.reference, { ...contextOf(job), ...ticketIn(what) })
      return true
    },
    async list({ id, sort, page, size } = {}, call) {
      const query = { 'filter[id]': id, sort, 'page[number]': page, 'page[size]': size }
      return readPage(await ask('GET', `${FILES}${queryOf(query)}`, call))
    },
    async get(id, call) {
      return readShown(await ask('GET', pathOf(id), call))
    },
    remove,
  }
}

const pathOf = (id: string): string => {
  if (!isProviderId(id)) throw misconfigured('That is no id of an encrypted file.')
  return `${FILES}/${encodeURIComponent(id)}`
}

const formOf = (names: Form, parcel: Parcel, description: string | undefined): FormData => {
  const form = new FormData()
  form.set('encrypted_files[encryption_fingerprint]', parcel.facts.fingerprint ?? '')
  if (description !== undefined) form.set(names.description, description)
  form.set(names.file, parcel.body, parcel.name)
  return form
}
