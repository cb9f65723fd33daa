import { HttpError } from '../../core/relay/http-error.ts'
import {
  always,
  type RelayCall,
  type RelayProvider,
  type ResponseActions,
  type Route,
  type UpstreamAnswer,
} from '../../core/relay/route.ts'
import { secretHeaders } from '../../core/relay/secret-headers.ts'
import { asId, fromId } from '../../core/relay/signed-ids.ts'
import { pathAtHost } from '../http/relay.ts'

export interface TusUpstream {
  /** The URL uploads are created at. */
  readonly endpoint: string
  /** What opens it, such as `Authorization`. What authenticates is kept secret: see `secretHeaders`. */
  readonly headers?: Readonly<Record<string, string>>
}

/** `<length> <path>`: with the length in it, whoever sends the last byte gets the ticket, and the relay remembers nothing. */
const idOf = (length: string, path: string): string => asId(`${length} ${path}`)

const uploadOf = async ({
  ids,
  params,
  client,
}: RelayCall): Promise<{ length: string; path: string }> => {
  const id = await ids.verify(params.upload ?? '', client)
  if (id === undefined) throw new HttpError(404, 'This upload is not there, or not yours.')
  const text = fromId(id)
  const space = text.indexOf(' ')
  return { length: text.slice(0, space), path: text.slice(space + 1) }
}

const lengthOf = ({ request }: RelayCall): string => {
  const length = request.headers.get('upload-length') ?? ''
  return /^\d{1,15}$/.test(length) ? length : ''
}

/** tus 1.0.0: a visitor creates uploads, and goes on with or ends those it created. */
export const tusRoutes = ({ endpoint, headers = {} }: TusUpstream): RelayProvider => {
  const ask: Route['ask'] = async call => ({
    absolute: new URL((await uploadOf(call)).path, endpoint),
  })
  const whenWhole = (
    reference: string,
    length: string | null,
    { headers }: UpstreamAnswer,
  ): ResponseActions =>
    length && headers.get('upload-offset') === length ? { uploads: [{ reference }] } : {}

  const created: Route['read'] = async (answer, call) => {
    if (answer.status !== 201) return {}
    const path = pathAtHost(answer.headers.get('location'), endpoint)
    if (path === undefined)
      throw new HttpError(502, 'The tus server created the upload on another server.')
    const length = lengthOf(call)
    const id = await call.ids.sign(idOf(length, path), call.client)
    return {
      ...(length === '0' ? { uploads: [{ reference: path }] } : whenWhole(path, length, answer)),
      location: `${call.mount}/${id}`,
    }
  }
  const moved: Route['read'] = async (answer, call) => {
    const { length, path } = await uploadOf(call)
    // Of an upload whose length was declared late, the last PATCH tells it, and HEAD.
    return whenWhole(path, length || lengthOf(call) || answer.headers.get('upload-length'), answer)
  }
  return {
    endpoint,
    routes: [
      { method: 'OPTIONS', path: '', operation: 'discover', allowedByDefault: always },
      {
        method: 'POST',
        path: '',
        operation: 'upload',
        allowedByDefault: always,
        body: 'stream',
        read: created,
      },
      {
        method: 'PATCH',
        path: ':upload',
        operation: 'upload',
        allowedByDefault: always,
        ask,
        body: 'stream',
        read: moved,
      },
      {
        method: 'HEAD',
        path: ':upload',
        operation: 'resume',
        allowedByDefault: always,
        ask,
        read: moved,
      },
      { method: 'DELETE', path: ':upload', operation: 'remove', allowedByDefault: always, ask },
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
    secrets: () => secretHeaders(headers),
  }
}
