import { asArray, asRecord } from '../../core/answer.ts'
import { misconfigured } from '../../core/errors.ts'
import { refuseUnknown } from '../../core/known-options.ts'
import { multipartName } from '../../core/multipart-name.ts'
import { badCredentials, HttpError } from '../../core/relay/http-error.ts'
import { nameInMultipart, uniqueName } from '../../core/relay/parcel-name.ts'
import {
  namedById,
  type Once,
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

/** Whose upload is looked for, where its answer was lost: the parcel's name, whole or without its last suffix. */
const searchedName = ({ query }: RelayCall): string | undefined => uniqueName(query.get('keyword'))

const withoutSuffix = (name: string): string => name.replace(/\.[^.]*$/, '')

/** `filename` is the name without its last suffix, for which the server may have taken another one. */
const isNamed = (file: unknown, name: string): boolean => {
  const { full_filename, filename } = asRecord(file)
  const full = multipartName(String(full_filename))
  return [full, withoutSuffix(full), multipartName(String(filename))].includes(name)
}

/** What was deleted stays in the list, in the trash. */
const isThere = (file: unknown): boolean => asRecord(file).trashed !== true

/** The list, the newest first: paging is not documented. The server may have taken another suffix for the last one. */
const lookByName: Once['look'] = async (_, name, ask) => {
  const keyword = withoutSuffix(name)
  // Answers may come from a cache for eight hours (documented).
  const query = { sort: '-created_at', keyword, _: crypto.randomUUID() }
  const { status, json } = await ask('files', query)
  const files = asRecord(json).data ?? json
  if (status !== 200 || !Array.isArray(files))
    throw new HttpError(502, 'Privasfer does not say what it has.')
  const file = files.find(one => isThere(one) && (isNamed(one, name) || isNamed(one, keyword)))
  return file && { status: 201, json: { data: file } }
}

const routes: readonly Route[] = [
  {
    method: 'POST',
    path: 'files',
    operation: 'upload',
    allowedByDefault: true,
    body: 'stream',
    once: { nameOf: nameInMultipart, look: lookByName },
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
    async onSuccess({ json }, call) {
      const name = searchedName(call)
      if (name === undefined) return {}
      const matches = asArray(asRecord(json).data ?? json).filter(file => isNamed(file, name))
      const there = matches.filter(isThere)
      const found = there.length === 1 ? referencesOf(there.map(file => asRecord(file).id)) : []
      const uploads = await Promise.all(
        found.map(async one => ({
          ...one,
          foundByName: !(await call.isUploaderOf(one.reference)),
        })),
      )
      return call.allows('list') ? { uploads } : { uploads, body: { data: matches } }
    },
  },
  {
    method: 'GET',
    path: 'files/:id',
    operation: 'get',
    allowedByDefault: withTicket('show'),
    about: namedById,
  },
  {
    method: 'DELETE',
    path: 'files/:id',
    operation: 'remove',
    allowedByDefault: withTicket('remove'),
    about: namedById,
  },
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

/** Privasfer's files. The ticket of an upload shows and deletes its file; one for a file that was found by its name shows it. */
export const privasferRoutes = (upstream: PrivasferUpstream): RelayProvider => {
  refuseUnknown('providers.privasfer', upstream, { endpoint: true, token: true })
  const { endpoint, token } = upstream
  if (!token) throw misconfigured('providers.privasfer needs a token.')
  return {
    endpoint,
    routes,
    requestHeaders: [],
    responseHeaders: [],
    // Without Accept the service redirects to its login page (inferred).
    credentials: async () => ({ Authorization: `Bearer ${token}`, Accept: 'application/json' }),
    ownRefusal: (_, { status }) =>
      status === 401 ? badCredentials('providers.privasfer.token') : undefined,
    secrets: () => [token],
  }
}
