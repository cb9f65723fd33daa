import { asRecord } from '../../core/answer.ts'
import { SealDropError } from '../../core/errors.ts'
import { isProviderId } from '../../core/provider-id.ts'
import { HttpError } from '../../core/relay/http-error.ts'
import { askForToken, createRenewed, readToken, type ShortLived } from '../../core/relay/renewed.ts'
import {
  always,
  never,
  type RelayCall,
  type RelayProvider,
  type ResponseActions,
  type Route,
  type UpstreamAnswer,
} from '../../core/relay/route.ts'

export interface CryptshareUpstream {
  /** `https://<server>/api` */
  readonly endpoint: string
  /** The sender's e-mail address. It must be one that the server verifies by client id. */
  readonly user: string
  /** 50 to 4,000 letters and digits; confidential. */
  readonly clientId: string
  readonly productKey?: string
  /** E-mail addresses. */
  readonly recipients: {
    readonly to?: readonly string[]
    readonly cc?: readonly string[]
    readonly bcc?: readonly string[]
  }
  /** What recipients are told of the sender. */
  readonly sender?: { readonly name: string; readonly phone?: string }
}

const SESSIONS = 'users/:user/transfer-sessions'
const SESSION = `${SESSIONS}/:session`
const FILE = `${SESSION}/files/:file`

/** What a visitor may set of its own session; all else writes to people, or decides who reads. */
const EDITABLE = [
  'classificationId',
  'confidentialMessageFileId',
  'expirationDate',
  'fileChecksumAlgorithm',
  'recipientLanguage',
  'senderLanguage',
  'showFileNames',
  'showZipFileContent',
]
const NOT_THERE = 'This session is not there, or not yours.'
/** Told to the page instead of the token, which stays here. */
const NO_TOKEN = 'kept-by-the-relay'
const LIFE_MS = 300_000
/** The oldest that the documents show. */
const LEAST_MINOR = '7'

/** The last path segment of `Location`, whatever host it names; undefined where there is no id. */
const locatedId = ({ headers }: UpstreamAnswer, endpoint: string): string | undefined => {
  const location = headers.get('location') ?? ''
  const path = URL.canParse(location, endpoint) ? new URL(location, endpoint).pathname : ''
  const id = path.split('/').filter(Boolean).at(-1) ?? ''
  return location !== '' && isProviderId(id) ? id : undefined
}

interface Verified extends ShortLived {
  /** ISO 8601, or empty. */
  readonly validUntil: string
}

/** `{data: {token, validUntil}}`; the zone is numeric, and may lack its colon. */
const readVerified = (body: unknown): Verified => {
  const { token, validUntil } = asRecord(asRecord(body).data)
  const until = new Date(String(validUntil).replace(/([+-]\d\d)(\d\d)$/, '$1:$2')).getTime()
  const lifeMs = until - Date.now()
  return {
    token: readToken(token),
    validUntil: Number.isFinite(until) ? new Date(until).toISOString() : '',
    // One that seems to be over already is a clock that is wrong.
    lifeMs: lifeMs > 0 ? lifeMs : LIFE_MS,
  }
}

const placeholder = (validUntil: string) => ({ data: { token: NO_TOKEN, validUntil } })

const codeOf = async (call: RelayCall): Promise<unknown> => (await call.json()).verificationCode

/** A transfer's state, without the links that open it. */
const withoutLinks = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(withoutLinks)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([name]) => name !== 'downloadUrl')
            .map(([name, inner]) => [name, withoutLinks(inner)]),
        )
      : value

/**
 * Cryptshare's transfer sessions. The relay is the verified sender, by client id; a visitor works on the sessions it created, whose
 * ids are signed for it.
 */
export const cryptshareRoutes = (upstream: CryptshareUpstream): RelayProvider => {
  const { endpoint, user, clientId, productKey, recipients = {}, sender } = upstream
  const { to = [], cc = [], bcc = [] } = recipients
  const everyone = [...to, ...cc, ...bcc]
  if (!user || !/^[A-Za-z0-9]{50,4000}$/.test(clientId ?? '') || everyone.length === 0)
    throw new SealDropError(
      'misconfigured',
      'providers.cryptshare needs user, clientId (50 to 4,000 letters and digits) and recipients.',
    )
  const own = `users/${encodeURIComponent(user)}`
  const known = {
    'X-CS-ClientId': clientId,
    ...(productKey !== undefined && { 'X-CS-ProductKey': productKey }),
  }
  let validUntil = ''
  const renewed = createRenewed(async signal => {
    const body = await askForToken(`${endpoint}/${own}/verification/token`, {
      headers: {
        ...known,
        'X-CS-MajorApiVersion': '1',
        'X-CS-MinimumMinorApiVersion': LEAST_MINOR,
        'Content-Type': 'application/json',
        Accept: 'application/json',
      },
      body: '{}',
      signal,
    })
    const given = readVerified(body)
    validUntil = given.validUntil
    return given
  })

  const theirs = (call: RelayCall, asked: unknown): boolean =>
    call.allows('recipients') && asked !== undefined
  const mails = (group: readonly string[]) => group.map(mail => ({ mail }))
  const ownRecipients = {
    to: mails(to),
    ...(cc.length > 0 && { cc: mails(cc) }),
    ...(bcc.length > 0 && { bcc: mails(bcc) }),
  }

  const sessionOf = async ({ ids, params, client }: RelayCall): Promise<string> => {
    const id = await ids.verify(params.session ?? '', client)
    if (id === undefined)
      throw new HttpError(404, NOT_THERE, {}, { errorCode: 2003, errorMessage: NOT_THERE })
    return id
  }
  const below = async (call: RelayCall, rest = ''): Promise<{ path: string }> => ({
    path: `${own}/transfer-sessions/${await sessionOf(call)}${rest}`,
  })
  const place = ({ mount, params }: RelayCall, rest: string): string =>
    `${mount}/users/${encodeURIComponent(params.user ?? '')}/${rest}`
  const located = async (
    answer: UpstreamAnswer,
    call: RelayCall,
    kind: string,
  ): Promise<ResponseActions> => {
    const id = locatedId(answer, endpoint)
    if (id === undefined) return {}
    return { location: place(call, `${kind}/${await call.ids.sign(id, call.client)}`) }
  }

  const routes: readonly Route[] = [
    {
      method: 'GET',
      path: 'products/:product/cors',
      operation: 'corsActive',
      allowedByDefault: always,
      // The page asks the relay, and that answers it.
      answer: () => ({ data: { active: true } }),
    },
    {
      method: 'GET',
      path: 'users/:user/verification',
      operation: 'verification',
      allowedByDefault: always,
      credentials: 'unverified',
      ask: () => ({ path: `${own}/verification` }),
    },
    {
      method: 'POST',
      path: 'users/:user/verification/code/email',
      operation: 'requestCode',
      allowedByDefault: never,
      credentials: 'unverified',
      ask: () => ({ path: `${own}/verification/code/email` }),
    },
    {
      method: 'POST',
      path: 'users/:user/verification/token',
      operation: 'verify',
      allowedByDefault: always,
      body: 'json',
      credentials: 'unverified',
      async answer(call) {
        if (call.allows('verify') && (await codeOf(call)) !== undefined) return undefined
        await renewed.get()
        return placeholder(validUntil)
      },
      ask: async call => ({
        path: `${own}/verification/token`,
        body: JSON.stringify({ verificationCode: await codeOf(call) }),
      }),
      read({ json }) {
        const given = readVerified(json)
        validUntil = given.validUntil
        renewed.adopt(given)
        return { body: placeholder(validUntil) }
      },
    },
    { method: 'GET', path: 'clients', operation: 'newClientId', allowedByDefault: never },
    {
      method: 'POST',
      path: 'users/:user/transfer-policy',
      operation: 'policy',
      body: 'json',
      allowedByDefault: always,
      async ask(call) {
        const asked = (await call.json()).recipients
        const body = { recipients: theirs(call, asked) ? asked : everyone }
        return { path: `${own}/transfer-policy`, body: JSON.stringify(body) }
      },
    },
    {
      method: 'POST',
      path: SESSIONS,
      operation: 'createSession',
      allowedByDefault: always,
      body: 'json',
      async ask(call) {
        const asked = await call.json()
        const body = {
          sender: theirs(call, asked.sender) ? asked.sender : (sender ?? {}),
          recipients: theirs(call, asked.recipients) ? asked.recipients : ownRecipients,
        }
        return { path: `${own}/transfer-sessions`, body: JSON.stringify(body) }
      },
      async read(answer, call) {
        const session = await located(answer, call, 'transfer-sessions')
        if (session.location === undefined)
          throw new HttpError(502, 'The Cryptshare server named no session.')
        return session
      },
    },
    {
      method: 'GET',
      path: SESSION,
      operation: 'state',
      allowedByDefault: always,
      ask: call => below(call),
    },
    {
      method: 'PATCH',
      path: SESSION,
      operation: 'edit',
      allowedByDefault: always,
      body: 'json',
      async ask(call) {
        // Theirs are ignored: who sends and who reads is decided when a session is created.
        const { recipients: _, sender: asked, ...patch } = await call.json()
        const refused = Object.keys(patch).find(name => !EDITABLE.includes(name))
        if (refused !== undefined && !call.allows('edit'))
          throw new HttpError(403, 'A visitor may not edit this, unless allow names "edit".')
        const body = { ...patch, ...(theirs(call, asked) && { sender: asked }) }
        return { ...(await below(call)), body: JSON.stringify(body) }
      },
    },
    {
      method: 'DELETE',
      path: SESSION,
      operation: 'discardSession',
      allowedByDefault: always,
      ask: call => below(call),
    },
    {
      method: 'POST',
      path: SESSION,
      operation: 'submit',
      allowedByDefault: always,
      ask: call => below(call),
      read: (answer, call) => located(answer, call, 'transfers'),
    },
    {
      method: 'POST',
      path: `${SESSION}/files`,
      operation: 'register',
      allowedByDefault: always,
      body: 'stream',
      ask: call => below(call, '/files'),
      read: ({ json }, call) => {
        const id = asRecord(asRecord(json).data).fileId
        const session = `transfer-sessions/${call.params.session}`
        return isProviderId(id) ? { location: place(call, `${session}/files/${id}`) } : {}
      },
    },
    {
      method: 'PUT',
      path: `${FILE}/content`,
      operation: 'upload',
      allowedByDefault: always,
      body: 'stream',
      ask: call => below(call, `/files/${call.params.file}/content`),
      read: async (_answer, call) => ({
        uploads: [{ reference: call.params.file ?? '', transfer: await sessionOf(call) }],
      }),
    },
    {
      method: 'DELETE',
      path: FILE,
      operation: 'removeFile',
      allowedByDefault: always,
      ask: call => below(call, `/files/${call.params.file}`),
    },
    {
      method: 'GET',
      path: 'users/:user/transfers/:session',
      operation: 'transfer',
      allowedByDefault: always,
      ask: async call => ({ path: `${own}/transfers/${await sessionOf(call)}` }),
      read: ({ json }) => ({ body: withoutLinks(json) }),
    },
  ]
  return {
    endpoint,
    routes,
    requestHeaders: [],
    responseHeaders: [],
    async credentials(kind, { headers }) {
      const minor = headers.get('x-cs-minimumminorapiversion') ?? ''
      const some = {
        ...known,
        'X-CS-MajorApiVersion': '1',
        'X-CS-MinimumMinorApiVersion': /^\d{1,4}$/.test(minor) ? minor : LEAST_MINOR,
      }
      return kind === 'unverified'
        ? some
        : { ...some, 'X-CS-VerificationToken': await renewed.get() }
    },
    refused({ 'X-CS-VerificationToken': token = '' }, { status, json }, { params }) {
      // A session refuses every token but its creator's. A good one given up for that would lose all sessions that it made.
      if (params.session !== undefined) return
      if (status === 401 || asRecord(json).errorCode === 3002) renewed.forget(token)
    },
    secrets: () => [clientId, ...renewed.known()],
  }
}
