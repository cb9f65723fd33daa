import { shared } from '../core/abort.ts'
import { fields, jsonOf, list, statusError, words } from '../core/answer.ts'
import { askHeaders, checkOrigins } from '../core/authorize.ts'
import type {
  Authorize,
  CallJob,
  Delivery,
  Job,
  Parcel,
  SealSpec,
  Transport,
} from '../core/contracts.ts'
import { absoluteEndpoint } from '../core/endpoint.ts'
import { SealDropError } from '../core/errors.ts'
import { parsePin } from '../core/pin.ts'
import { type Answer, request } from '../core/request.ts'
import { importKeyPair, keyFingerprint } from '../core/rsa.ts'

export interface DidwwOptions {
  /** Base URL of the API, ending in `/v3`; may be relative (a relay on the page's own origin). */
  readonly endpoint: string
  /** The API version spoken (`2026-04-16`). */
  readonly version?: '2026-04-16'
  /** SHA-1 fingerprints (hex) of both keys; other keys are `keys-untrusted` and nothing is sent. */
  readonly pin?: string | readonly string[]
  /** A description stored with the file, in clear text at DIDWW. */
  readonly describe?: (parcel: Parcel) => string
  /** Where the public keys are asked for, without headers; `<endpoint>/public_keys` with headers otherwise. */
  readonly publicKeysUrl?: string
  readonly authorize?: Authorize
  readonly origins?: readonly string[]
}

type Keys = Extract<SealSpec, { scheme: 'didww' }>

export interface DidwwTransport extends Transport {
  /** The two current public keys (PEM), checked, in the order of their fingerprint. */
  publicKeys(job?: Partial<Job>): Promise<readonly [string, string]>
  prescribe(job: CallJob & { readonly fresh?: boolean }): Promise<Keys>
}

const MEDIA_TYPE = 'application/vnd.api+json'
const VERSIONS = ['2026-04-16']
/** "20 MB per file"; measured on the ciphertext, in MiB (inferred from the older API's words and the SDKs' tests). */
const MAX_BYTES = 20 * 1024 * 1024

/**
 * Delivers to DIDWW's `POST /v3/encrypted_files`, API version 2026-04-16 (doc.didww.com/api3/2026-04-16/).
 * The seal is DIDWW's own, for the two keys of `GET /v3/public_keys`, which are fetched once and again after a rotation.
 */
export const didww = (options: DidwwOptions): DidwwTransport => {
  const endpoint = absoluteEndpoint(options.endpoint)
  const { version = '2026-04-16', describe, publicKeysUrl, authorize, origins } = options
  if (!VERSIONS.includes(version))
    throw new SealDropError('misconfigured', `version must be ${VERSIONS.join(' or ')}.`)
  checkOrigins(origins)
  const pins = parsePin(options.pin)
  const keysUrl =
    publicKeysUrl === undefined ? `${endpoint}/public_keys` : absoluteEndpoint(publicKeysUrl)

  const fetchKeys = async (
    headersFor: CallJob['headers'],
    signal: AbortSignal,
  ): Promise<readonly [string, string]> => {
    const headers =
      publicKeysUrl === undefined ? await headersFor('GET', keysUrl, signal) : new Headers()
    headers.set('Accept', MEDIA_TYPE)
    const answer = await request({ method: 'GET', url: keysUrl, headers, signal })
    if (answer.status !== 200) throw errorOf(answer)
    const pair = readKeys(answer)
    await importKeyPair(pair)
    const fingerprints = await Promise.all(pair.map(keyFingerprint))
    if (pins && !fingerprints.every(fingerprint => pins.includes(fingerprint)))
      throw new SealDropError('keys-untrusted', 'The public keys are not the pinned ones.')
    return pair
  }

  let keys: ((signal: AbortSignal) => Promise<readonly [string, string]>) | undefined
  const currentKeys = (
    headersFor: CallJob['headers'],
    signal: AbortSignal,
  ): Promise<readonly [string, string]> => {
    keys ??= shared(own => fetchKeys(headersFor, own))
    return keys(signal)
  }

  return {
    name: 'didww',
    endpoint,
    ...(authorize && { authorize }),
    ...(origins && { origins }),
    traits: {
      maxBytes: MAX_BYTES,
      types: ['application/pdf', 'image/jpeg', 'image/png'],
      seals: ['didww'],
      resumes: false,
      perRequest: 1,
    },
    publicKeys({ signal = new AbortController().signal } = {}) {
      const party = { name: 'didww', endpoint, authorize, origins }
      return currentKeys(
        (method, url, own = signal) => askHeaders(party, 1, own, method, url),
        signal,
      )
    },
    async prescribe(job) {
      if (job.fresh) keys = undefined
      const [keyA, keyB] = await currentKeys(job.headers, job.signal)
      return { scheme: 'didww', publicKeys: [keyA, keyB] }
    },
    async send(parcel, job) {
      const url = `${endpoint}/encrypted_files`
      const headers = await job.headers('POST', url)
      headers.set('Accept', MEDIA_TYPE)
      headers.set('X-DIDWW-API-Version', version)
      const answer = await request({
        method: 'POST',
        url,
        headers,
        body: formOf(parcel, describe?.(parcel)),
        signal: job.signal,
        progress: job.progress,
      })
      return readDelivery(answer)
    },
  }
}

const formOf = (parcel: Parcel, description: string | undefined): FormData => {
  const form = new FormData()
  form.set('encrypted_files[encryption_fingerprint]', parcel.facts.fingerprint ?? '')
  if (description !== undefined) form.set('encrypted_files[description]', description)
  form.set('encrypted_files[file]', parcel.body, parcel.name)
  return form
}

/** `{data: [{id, type: "public_keys", attributes: {key: PEM}} x 2]}`; their order is the fingerprint's. */
const readKeys = (answer: Answer): [string, string] => {
  const pems = list(fields(jsonOf(answer)).data).map(entry => fields(fields(entry).attributes).key)
  const [a, b] = pems
  if (pems.length !== 2 || typeof a !== 'string' || typeof b !== 'string')
    throw new SealDropError('keys-untrusted', 'The answer does not hold two public keys.')
  return [a, b]
}

/** `{data: {id, type: "encrypted_files", attributes: {description, expires_at}}}` */
const readDelivery = (answer: Answer): Delivery => {
  if (answer.status < 200 || answer.status > 299) throw errorOf(answer)
  const body = fields(jsonOf(answer))
  if ('ids' in body) throw olderVersion(answer)
  const data = fields(body.data)
  const { id } = data
  if (typeof id !== 'string' || !/^[\w-]{1,100}$/.test(id))
    throw new SealDropError('protocol', 'The answer names no encrypted file.', {
      provider: { status: answer.status },
      outcome: 'unknown',
    })
  const expires = new Date(String(fields(data.attributes).expires_at))
  return {
    reference: id,
    ...(Number.isFinite(expires.getTime()) && { expiresAt: expires.toISOString() }),
    facts: {},
  }
}

const olderVersion = (answer: Answer): SealDropError =>
  new SealDropError(
    'protocol',
    'The server answered in the form of an older API version: it did not get or not honour X-DIDWW-API-Version.',
    { provider: { status: answer.status } },
  )

/** JSON:API `errors[]` of {title, detail, code, source}; an object there is the form of 2022-05-10 and before. */
const errorOf = (answer: Answer): SealDropError => {
  const { errors } = fields(jsonOf(answer))
  // Only their refusals of an upload: gateways, too, say 429 and 503 in forms of their own.
  const isRefusal = answer.status === 400 || answer.status === 422
  if (isRefusal && errors !== undefined && !Array.isArray(errors)) return olderVersion(answer)
  const { title, detail, code } = fields(list(errors)[0])
  const said = { code: words(code), message: words(detail) ?? words(title) }
  if (answer.status === 422 && /outdated fingerprint/i.test(said.message ?? ''))
    return statusError(answer, said, 'keys-rotated')
  if (answer.status === 422 && /size|too (large|big)/i.test(said.message ?? ''))
    return statusError(answer, said, 'too-large')
  return statusError(answer, said)
}
