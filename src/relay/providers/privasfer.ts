import { fields, list } from '../../core/answer.ts'
import { SealDropError } from '../../core/errors.ts'
import {
  always,
  type Call,
  never,
  type Provider,
  type Route,
  referencesOf,
  withTicket,
} from '../provider.ts'

export interface PrivasferUpstream {
  /** `https://privasfer.com/api` */
  readonly endpoint: string
  /** API token. */
  readonly token: string
}

/** `_`: makes every URL a new one, for caches. */
const PAGING = ['include', 'sort', 'keyword', 'page', '_']

/** What makes a parcel's name on the wire its own: a UUID, or 8 random hex digits before its suffixes. */
const UNIQUE =
  /(?:^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|(?<=^|-)[\da-f]{8})(?=(?:\.[^.]{1,31}){0,2}$)/

/** The parcel a lost answer is looked for by: by that part of its name, or all of it. */
const wanted = ({ query }: Call): string | undefined => UNIQUE.exec(query.get('keyword') ?? '')?.[0]

const routes: readonly Route[] = [
  {
    ...{ method: 'POST', path: 'files', operation: 'upload', opens: always, body: 'stream' },
    read({ json }) {
      const body = fields(json)
      return { uploads: referencesOf([fields(body.data ?? body).id]) }
    },
  },
  {
    ...{ method: 'GET', path: 'files', operation: 'list', query: PAGING },
    opens: call => wanted(call) !== undefined,
    // The upstream looks for parts of names; a visitor is told of the one exact name only.
    read({ json }, call) {
      const unique = wanted(call)
      if (unique === undefined) return {}
      const same = list(fields(json).data ?? json).filter(file => uniqueOf(file) === unique)
      const uploads = same.length === 1 ? referencesOf(same.map(file => fields(file).id)) : []
      return call.allows('list') ? { uploads } : { uploads, body: { data: same } }
    },
  },
  { method: 'GET', path: 'files/:id', operation: 'get', opens: withTicket },
  { method: 'DELETE', path: 'files/:id', operation: 'remove', opens: withTicket },
  { method: 'PATCH', path: 'files/:id', operation: 'update', opens: never, body: 'stream' },
  { method: 'POST', path: 'downloads', operation: 'createDownload', opens: never, body: 'stream' },
  { method: 'GET', path: 'inbox', operation: 'inbox', opens: never, query: PAGING },
  { method: 'GET', path: 'inbox/:id', operation: 'message', opens: never, query: PAGING },
  { method: 'GET', path: 'mails', operation: 'mails', opens: never, query: PAGING },
  { method: 'POST', path: 'mails', operation: 'sendMail', opens: never, body: 'stream' },
  { method: 'POST', path: 'keys', operation: 'createKey', opens: never, body: 'stream' },
  { method: 'DELETE', path: 'keys/:id', operation: 'removeKey', opens: never },
]

/** `filename` is the name without its suffix. */
const uniqueOf = (file: unknown): string | undefined => {
  const { full_filename, filename } = fields(file)
  return UNIQUE.exec(String(full_filename ?? filename))?.[0]
}

/** Privasfer's files. A ticket shows and deletes its own file. */
export const privasferRoutes = ({ endpoint, token }: PrivasferUpstream): Provider => {
  if (!token) throw new SealDropError('misconfigured', 'providers.privasfer needs a token.')
  return {
    endpoint,
    routes,
    tells: [],
    answers: [],
    // Without Accept the service redirects to its login page (inferred).
    credentials: async () => ({ Authorization: `Bearer ${token}`, Accept: 'application/json' }),
    secrets: () => [token],
  }
}
