import { refuseUnknown } from '../../core/known-options.ts'
import { badCredentials, HttpError } from '../../core/relay/http-error.ts'
import { nameInMetadata } from '../../core/relay/parcel-name.ts'
import { segmentsBelow } from '../../core/relay/path-segments.ts'
import { type PlaceAtHost, placeAtHost } from '../../core/relay/place-at-host.ts'
import type {
  RelayCall,
  RelayProvider,
  ResponseActions,
  Route,
  RoutesOptions,
  UpstreamAnswer,
} from '../../core/relay/route.ts'
import { secretHeaders } from '../../core/relay/secret-headers.ts'

export interface TusUpstream {
  /** The URL uploads are created at. */
  readonly endpoint: string
  /** What opens it, such as `Authorization`. Those that look like a secret are removed from answers: see `secretHeaders`. */
  readonly headers?: Readonly<Record<string, string>>
}

/** Of an upload's URL. The relay's own is longer, and most servers take no more than 8 KiB of one. */
const MAX_LENGTH = 2048

const elsewhere = (where: string): HttpError => {
  const message = `The tus server created the upload ${where}.`
  return new HttpError(502, message, {}, {}, { reason: 'elsewhere' })
}

/** The declared length is empty where it was deferred (`Upload-Defer-Length`). */
interface Upload extends PlaceAtHost {
  readonly length: string
}

/** With the length in the id, the relay can tell the last byte, and whoever sent it gets the ticket, without remembering anything. */
const textOf = ({ length, path, query }: Upload): string => `${length} ${path}${query}`

const uploadOf = async ({ encryptedIds, params, client }: RelayCall): Promise<Upload> => {
  const text = await encryptedIds.decrypt(params.upload ?? '', client)
  const [, length = '', path, query = ''] = /^(\d*) ([^?]+)(\?.*)?$/s.exec(text ?? '') ?? []
  if (path === undefined) throw new HttpError(404, 'This upload is not there, or not yours.')
  return { length, path, query }
}

const urlOf = ({ path, query }: Upload, endpoint: string): URL => new URL(path + query, endpoint)

const declaredLength = ({ request }: RelayCall): string => {
  const length = request.headers.get('upload-length') ?? ''
  return /^\d{1,15}$/.test(length) ? length : ''
}

const ticketIfComplete = (
  path: string,
  length: string | null,
  { headers }: UpstreamAnswer,
): ResponseActions =>
  length && headers.get('upload-offset') === length ? { uploads: [{ reference: path }] } : {}

const onProgress: Route['onSuccess'] = async (answer, call) => {
  const { length, path } = await uploadOf(call)
  // Where the length was deferred, the last PATCH declares it, and HEAD answers with it.
  const known = length || declaredLength(call) || answer.headers.get('upload-length')
  return ticketIfComplete(path, known, answer)
}

/** tus 1.0.0: a visitor creates uploads, and continues or ends those it created. */
export const tusRoutes = (
  upstream: TusUpstream,
  { uploadsUnder }: RoutesOptions = {},
): RelayProvider => {
  refuseUnknown('providers.tus', upstream, { endpoint: true, headers: true })
  const { endpoint, headers = {} } = upstream
  const upstreamRequest: Route['upstreamRequest'] = async call => ({
    url: urlOf(await uploadOf(call), endpoint),
  })
  const folders = [endpoint, ...(uploadsUnder === undefined ? [] : [uploadsUnder])].map(folder =>
    new URL(folder, endpoint).pathname.replace(/\/+$/, ''),
  )
  const isUpload = ({ path, query }: PlaceAtHost): boolean =>
    path.length + query.length <= MAX_LENGTH &&
    folders.some(folder => segmentsBelow(path, folder) !== undefined)
  const about: Route['about'] = async call => (await uploadOf(call)).path
  const onCreated: Route['onSuccess'] = async (answer, call) => {
    if (answer.status !== 201) return {}
    const place = placeAtHost(answer.headers.get('location'), endpoint)
    if (!place) throw elsewhere('on another server')
    if (!isUpload(place)) throw elsewhere('neither under its endpoint nor where uploadsUnder says')
    const { path } = place
    const length = declaredLength(call)
    const id = await call.encryptedIds.encrypt(textOf({ length, ...place }), call.client)
    const actions =
      length === '0' ? { uploads: [{ reference: path }] } : ticketIfComplete(path, length, answer)
    return { ...actions, created: path, location: `${call.mount}/${id}` }
  }
  return {
    endpoint,
    routes: [
      { method: 'OPTIONS', path: '', operation: 'discover', allowedByDefault: true },
      {
        method: 'POST',
        path: '',
        operation: 'upload',
        allowedByDefault: true,
        body: 'stream',
        // An upload that nobody knows of has no byte, and the server drops it in time.
        once: { nameOf: nameInMetadata, isHarmlessAgain: true },
        onSuccess: onCreated,
      },
      {
        method: 'PATCH',
        path: ':upload',
        operation: 'upload',
        allowedByDefault: true,
        upstreamRequest,
        body: 'stream',
        about,
        onSuccess: onProgress,
      },
      {
        method: 'HEAD',
        path: ':upload',
        operation: 'resume',
        allowedByDefault: true,
        upstreamRequest,
        about,
        onSuccess: onProgress,
      },
      {
        method: 'DELETE',
        path: ':upload',
        operation: 'remove',
        allowedByDefault: true,
        upstreamRequest,
        about,
      },
    ],
    requestHeaders: [
      'tus-resumable',
      'upload-length',
      'upload-defer-length',
      'upload-metadata',
      'upload-offset',
      'upload-checksum',
    ],
    responseHeaders: [
      'tus-resumable',
      'tus-version',
      'tus-extension',
      'tus-max-size',
      'tus-checksum-algorithm',
      'upload-offset',
      'upload-length',
      'upload-defer-length',
      'upload-metadata',
      'upload-expires',
    ],
    credentials: async () => headers,
    ownRefusal: (_, { status }) =>
      status === 401 ? badCredentials('providers.tus.headers') : undefined,
    secrets: () => secretHeaders(headers),
  }
}
