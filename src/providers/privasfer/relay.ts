import { asArray, asRecord } from '../../core/answer.ts'
import { misconfigured } from '../../core/errors.ts'
import { multipartName } from '../../core/multipart-name.ts'
import {
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

/** `_` holds a new value each time, so that no cache answers. */
const PAGING = ['include', 'sort', 'keyword', 'page', '_']

/**
 * A parcel's name on the wire: a UUID, or 8 random hex digits at its end, before the suffixes. A letter must be among the eight, for a
 * date is not random and can be guessed.
 */
const UNIQUE_NAME =
  /(?:^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|-(?=\d{0,7}[a-f])[\da-f]{8})(?:\.[^.]{1,31}){0,2}$/

/** Whose upload is looked for, where its answer was lost: the parcel's name, whole or without its last suffix. */
const searchedName = ({ query }: RelayCall): string | undefined => {
  const name = multipartName(query.get('keyword') ?? '')
  return UNIQUE_NAME.test(name) ? name : undefined
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
    allowedByDefault: true,
    body: 'stream',
    onSuccess({ json }) {
      const body = asRecord(json)
      return { uploads: referencesOf([asRecord(body.data ?? body).id]) }
    },
  },
  {
    method: 'GET',
    path: 'files',
    operation: 'list',
    query: PAGING,
    allowedByDefault: call => searchedName(call) !== undefined,
    // The upstream finds parts of names, too. A visitor learns only of files with exactly this name.
    onSuccess({ json }, call) {
      const name = searchedName(call)
      if (name === undefined) return {}
      const matches = asArray(asRecord(json).data ?? json).filter(file => isNamed(file, name))
      const uploads =
        matches.length === 1 ? referencesOf(matches.map(file => asRecord(file).id)) : []
      return call.allows('list') ? { uploads } : { uploads, body: { data: matches } }
    },
  },
  { method: 'GET', path: 'files/:id', operation: 'get', allowedByDefault: withTicket },
  { method: 'DELETE', path: 'files/:id', operation: 'remove', allowedByDefault: withTicket },
  {
    method: 'PATCH',
    path: 'files/:id',
    operation: 'update',
    allowedByDefault: false,
    body: 'stream',
  },
  {
    method: 'POST',
    path: 'downloads',
    operation: 'createDownload',
    allowedByDefault: false,
    body: 'stream',
  },
  { method: 'GET', path: 'inbox', operation: 'inbox', allowedByDefault: false, query: PAGING },
  {
    method: 'GET',
    path: 'inbox/:id',
    operation: 'message',
    allowedByDefault: false,
    query: PAGING,
  },
  { method: 'GET', path: 'mails', operation: 'mails', allowedByDefault: false, query: PAGING },
  { method: 'POST', path: 'mails', operation: 'sendMail', allowedByDefault: false, body: 'stream' },
  { method: 'POST', path: 'keys', operation: 'createKey', allowedByDefault: false, body: 'stream' },
  { method: 'DELETE', path: 'keys/:id', operation: 'removeKey', allowedByDefault: false },
]

/** Privasfer's files. A ticket shows and deletes its own file. */
export const privasferRoutes = ({ endpoint, token }: PrivasferUpstream): RelayProvider => {
  if (!token) throw misconfigured('providers.privasfer needs a token.')
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
