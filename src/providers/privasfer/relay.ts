import { asArray, asRecord } from '../../core/answer.ts'
import { SealDropError } from '../../core/errors.ts'
import { multipartName } from '../../core/multipart-name.ts'
import {
  always,
  never,
  type RelayCall,
  type RelayProvider,
  type Route,
  referencesOf,
  withTicket,
} from '../../core/relay/route.ts'

export interface PrivasferUpstream {
  /** `https://privasfer.com/api` */
  readonly endpoint: string
  /** API token. */
  readonly token: string
}

/** `_`: makes every URL a new one, for caches. */
const PAGING = ['include', 'sort', 'keyword', 'page', '_']

/**
 * What makes a parcel's name on the wire its own: it is a UUID, or ends with 8 random hex digits before its suffixes, a letter among
 * them: a date is not random.
 */
const UNIQUE =
  /(?:^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|-(?=\d{0,7}[a-f])[\da-f]{8})(?:\.[^.]{1,31}){0,2}$/

/** The name of the parcel that a lost answer is looked for by: whole, or without its last suffix. */
const wanted = ({ query }: RelayCall): string | undefined => {
  const name = multipartName(query.get('keyword') ?? '')
  return UNIQUE.test(name) ? name : undefined
}

/** `filename` is the name without its last suffix, for which the server may have taken another one. */
const isNamed = (file: unknown, name: string): boolean => {
  const { full_filename, filename } = asRecord(file)
  const full = multipartName(String(full_filename))
  return [full, full.replace(/\.[^.]*$/, ''), multipartName(String(filename))].includes(name)
}

const routes: readonly Route[] = [
  {
    method: 'POST',
    path: 'files',
    operation: 'upload',
    allowedByDefault: always,
    body: 'stream',
    read({ json }) {
      const body = asRecord(json)
      return { uploads: referencesOf([asRecord(body.data ?? body).id]) }
    },
  },
  {
    method: 'GET',
    path: 'files',
    operation: 'list',
    query: PAGING,
    allowedByDefault: call => wanted(call) !== undefined,
    // The upstream looks for parts of names; a visitor is told of the one exact name only.
    read({ json }, call) {
      const name = wanted(call)
      if (name === undefined) return {}
      const same = asArray(asRecord(json).data ?? json).filter(file => isNamed(file, name))
      const uploads = same.length === 1 ? referencesOf(same.map(file => asRecord(file).id)) : []
      return call.allows('list') ? { uploads } : { uploads, body: { data: same } }
    },
  },
  { method: 'GET', path: 'files/:id', operation: 'get', allowedByDefault: withTicket },
  { method: 'DELETE', path: 'files/:id', operation: 'remove', allowedByDefault: withTicket },
  {
    method: 'PATCH',
    path: 'files/:id',
    operation: 'update',
    allowedByDefault: never,
    body: 'stream',
  },
  {
    method: 'POST',
    path: 'downloads',
    operation: 'createDownload',
    allowedByDefault: never,
    body: 'stream',
  },
  { method: 'GET', path: 'inbox', operation: 'inbox', allowedByDefault: never, query: PAGING },
  {
    method: 'GET',
    path: 'inbox/:id',
    operation: 'message',
    allowedByDefault: never,
    query: PAGING,
  },
  { method: 'GET', path: 'mails', operation: 'mails', allowedByDefault: never, query: PAGING },
  { method: 'POST', path: 'mails', operation: 'sendMail', allowedByDefault: never, body: 'stream' },
  { method: 'POST', path: 'keys', operation: 'createKey', allowedByDefault: never, body: 'stream' },
  { method: 'DELETE', path: 'keys/:id', operation: 'removeKey', allowedByDefault: never },
]

/** Privasfer's files. A ticket shows and deletes its own file. */
export const privasferRoutes = ({ endpoint, token }: PrivasferUpstream): RelayProvider => {
  if (!token) throw new SealDropError('misconfigured', 'providers.privasfer needs a token.')
  return {
    endpoint,
    routes,
    requestHeaders: [],
    responseHeaders: [],
    // Without Accept the service redirects to its login page (inferred).
    credentials: async () => ({ Authorization: `Bearer ${token}`, Accept: 'application/json' }),
    secrets: () => [token],
  }
}
