import { asRecord } from '../../core/answer.ts'
import { isProviderId } from '../../core/provider-id.ts'
import { HttpError } from '../../core/relay/http-error.ts'
import { nameInJson } from '../../core/relay/parcel-name.ts'
import type { RelayCall, Route, UpstreamAnswer } from '../../core/relay/route.ts'
import { createLooks } from './relay-looks.ts'
import { relayPath, sessionOf, signedLocation } from './relay-paths.ts'
import { refusedAmong, unreachedIn, type Visible } from './relay-visible.ts'

export interface SessionOptions {
  readonly endpoint: string
  readonly userPath: string
  readonly sender: object
  /** E-mail addresses. */
  readonly recipients: Readonly<Record<'to' | 'cc' | 'bcc', readonly string[]>>
  readonly visible: Visible
}

const SESSIONS = 'users/:user/transfer-sessions'
const SESSION = `${SESSIONS}/:session`
const FILE = `${SESSION}/files/:file`

/** What a visitor may set of its own session. All else writes to people, or decides who reads. */
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

/** Whether the visitor's own choice of sender or recipients counts. */
const mayChoose = (call: RelayCall, chosen: unknown): boolean =>
  call.allows('recipients') && chosen !== undefined

export const sessionRoutes = (options: SessionOptions): readonly Route[] => {
  const { endpoint, userPath, sender, recipients, visible } = options
  const dataOf = (answer: UpstreamAnswer) => asRecord(asRecord(JSON.parse(visible(answer))).data)
  const { to, cc, bcc } = recipients
  const asMails = (addresses: readonly string[]) => addresses.map(mail => ({ mail }))
  const configuredRecipients = {
    to: asMails(to),
    ...(cc.length > 0 && { cc: asMails(cc) }),
    ...(bcc.length > 0 && { bcc: asMails(bcc) }),
  }
  const inSession = async (call: RelayCall, rest = ''): Promise<{ readonly path: string }> => ({
    path: `${userPath}/transfer-sessions/${await sessionOf(call)}${rest}`,
  })
  const { findFile, findTransfer } = createLooks(userPath)
  /** Ids of files are the session's own. */
  const fileIn = async (call: RelayCall, id: string): Promise<string> =>
    `${await sessionOf(call)} ${id}`
  const about: Route['about'] = call => fileIn(call, call.params.file ?? '')

  return [
    {
      method: 'POST',
      path: 'users/:user/transfer-policy',
      operation: 'policy',
      allowedByDefault: true,
      async upstreamRequest(call) {
        const chosen = (await call.json()).recipients
        const body = { recipients: mayChoose(call, chosen) ? chosen : [...to, ...cc, ...bcc] }
        return { path: `${userPath}/transfer-policy`, body: JSON.stringify(body) }
      },
      async onSuccess(answer, call) {
        const chosen = (await call.json()).recipients
        if (answer.json === undefined || !mayChoose(call, chosen)) return {}
        const failedRecipients = refusedAmong(answer.json, chosen)
        return { body: { data: { ...dataOf(answer), failedRecipients } } }
      },
    },
    {
      method: 'POST',
      path: SESSIONS,
      operation: 'createSession',
      allowedByDefault: true,
      async upstreamRequest(call) {
        const chosen = await call.json()
        const body = {
          sender: mayChoose(call, chosen.sender) ? chosen.sender : sender,
          recipients: mayChoose(call, chosen.recipients) ? chosen.recipients : configuredRecipients,
        }
        return { path: `${userPath}/transfer-sessions`, body: JSON.stringify(body) }
      },
      async onSuccess(answer, call) {
        const actions = await signedLocation(answer, call, {
          endpoint,
          folder: 'transfer-sessions',
        })
        if (actions.location === undefined)
          throw new HttpError(502, 'The Cryptshare server named no session.')
        return actions
      },
    },
    {
      method: 'GET',
      path: SESSION,
      operation: 'state',
      allowedByDefault: true,
      upstreamRequest: call => inSession(call),
    },
    {
      method: 'PATCH',
      path: SESSION,
      operation: 'edit',
      allowedByDefault: true,
      async upstreamRequest(call) {
        // Recipients were decided when the session was created; a change of them is ignored.
        const { recipients: _, sender: chosen, ...patch } = await call.json()
        const refused = Object.keys(patch).find(name => !EDITABLE.includes(name))
        if (refused !== undefined && !call.allows('edit'))
          throw new HttpError(403, 'A visitor may not edit this, unless allow names "edit".')
        const body = { ...patch, ...(mayChoose(call, chosen) && { sender: chosen }) }
        return { ...(await inSession(call)), body: JSON.stringify(body) }
      },
    },
    {
      method: 'DELETE',
      path: SESSION,
      operation: 'discardSession',
      allowedByDefault: true,
      upstreamRequest: call => inSession(call),
    },
    {
      method: 'POST',
      path: SESSION,
      operation: 'submit',
      allowedByDefault: true,
      once: { nameOf: () => 'submit', look: findTransfer },
      upstreamRequest: call => inSession(call),
      async onSuccess(answer, call) {
        const actions = await signedLocation(answer, call, { endpoint, folder: 'transfers' })
        return answer.status === 201 ? { ...actions, created: await sessionOf(call) } : actions
      },
    },
    {
      method: 'POST',
      path: `${SESSION}/files`,
      operation: 'register',
      allowedByDefault: true,
      body: 'stream',
      once: { nameOf: nameInJson, look: findFile },
      upstreamRequest: call => inSession(call, '/files'),
      async onSuccess({ json }, call) {
        const { fileId } = asRecord(asRecord(json).data)
        const id = typeof fileId === 'number' ? String(fileId) : fileId
        const folder = `transfer-sessions/${call.params.session}/files`
        if (!isProviderId(id)) return {}
        const created = await fileIn(call, id)
        return { created, location: relayPath(call, `${folder}/${id}`) }
      },
    },
    {
      method: 'PUT',
      path: `${FILE}/content`,
      operation: 'upload',
      allowedByDefault: true,
      body: 'stream',
      about,
      upstreamRequest: call => inSession(call, `/files/${call.params.file}/content`),
      onSuccess: async (_, call) => ({
        uploads: [{ reference: call.params.file ?? '', transfer: await sessionOf(call) }],
      }),
    },
    {
      method: 'DELETE',
      path: FILE,
      operation: 'removeFile',
      allowedByDefault: true,
      about,
      upstreamRequest: call => inSession(call, `/files/${call.params.file}`),
    },
    {
      method: 'GET',
      path: 'users/:user/transfers/:session',
      operation: 'transfer',
      allowedByDefault: true,
      upstreamRequest: async call => ({ path: `${userPath}/transfers/${await sessionOf(call)}` }),
      onSuccess(answer) {
        const recipients = unreachedIn(answer.json)
        if (recipients.length === 0) return {}
        const data = dataOf(answer)
        return { body: { data: { ...data, status: { ...asRecord(data.status), recipients } } } }
      },
    },
  ]
}
