import { noReference } from '../core/relay/http-error.ts'
import type { Bytes } from '../core/relay/read-text.ts'
import type {
  Reference,
  RelayCall,
  RelayProvider,
  ResponseActions,
  Route,
  UpstreamAnswer,
} from '../core/relay/route.ts'
import { secretsInUrl } from '../core/relay/secret-headers.ts'
import type { Signer } from '../core/relay/sign.ts'
import { TICKET_HEADER } from '../core/ticket.ts'
import type { Forwarded } from './forward.ts'
import { headersToVisitor } from './headers.ts'
import { withoutSecrets } from './secrets.ts'
import { issueTicket } from './ticket.ts'

const TICKET_SECONDS = 86_400

export interface Exchange {
  readonly call: RelayCall
  readonly route: Route
  readonly provider: RelayProvider
  /** Those that the request carried. */
  readonly credentials: Readonly<Record<string, string>>
  /** Of all providers. */
  readonly secrets: readonly string[]
}

/** What the visitor gets for an upstream's answer, without a secret and before its tickets. */
export interface Reply {
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** Of a download the stream. */
  readonly body: string | Bytes | null
  /** Each gets a ticket. */
  readonly uploads: readonly Reference[]
  readonly created?: string
  readonly outcome?: ResponseActions['outcome']
  readonly noReference?: string
}

/** Takes the secrets out of an answer, and does what the provider's route makes of it. */
export const replyTo = async (forwarded: Forwarded, exchange: Exchange): Promise<Reply> => {
  const { status, body } = forwarded
  const { route, provider } = exchange
  const secrets = [...exchange.secrets, ...secretsInLocation(forwarded.headers, provider)]
  const headers = new Headers()
  for (const [header, value] of headersToVisitor(forwarded.headers, provider.responseHeaders))
    headers.set(header, withoutSecrets(value, secrets))
  if (typeof body !== 'string') {
    if (!headers.has('content-disposition')) headers.set('Content-Disposition', 'attachment')
    return { status, headers: [...headers], body, uploads: [] }
  }
  // The text may become shorter or longer.
  headers.delete('content-length')
  const text = withoutSecrets(body, secrets)
  const answer = { status, headers: forwarded.headers, text, json: jsonOf(text) }
  const actions = await actionsOn(answer, exchange)
  const { uploads = [], created, outcome, noReference, location, body: replaced } = actions
  if (location !== undefined) headers.set('Location', location)
  const told = provider.visible?.(answer) ?? text
  const isEmpty = status === 204 || status === 205 || route.method === 'HEAD'
  return {
    status,
    headers: [...headers],
    body: isEmpty ? null : replaced === undefined ? told : JSON.stringify(replaced),
    uploads,
    ...(created !== undefined && { created }),
    ...(outcome !== undefined && { outcome }),
    ...(noReference !== undefined && { noReference }),
  }
}

/** What opens a file at the upstream stays there, also where the answer repeats it. */
const secretsInLocation = (headers: Headers, { endpoint }: RelayProvider): readonly string[] => {
  const location = headers.get('location') ?? ''
  return URL.canParse(location, endpoint) ? secretsInUrl(new URL(location, endpoint)) : []
}

const actionsOn = async (
  answer: UpstreamAnswer,
  { call, route, provider, credentials }: Exchange,
): Promise<ResponseActions> => {
  const { status } = answer
  const refusal =
    route.credentials === 'none' ? undefined : provider.ownRefusal?.(credentials, answer, call)
  if (refusal) throw refusal
  if (status < 200 || status >= 300 || !route.onSuccess) return {}
  return route.onSuccess(answer, call)
}

/** The answer itself, with the tickets of what was uploaded. Throws 502 where something was uploaded that has no name. */
export const respond = async (
  { status, headers: given, body, uploads, noReference: rule }: Reply,
  { provider, client }: Pick<RelayCall, 'provider' | 'client'>,
  signer: Signer,
  ticketSeconds: number = TICKET_SECONDS,
): Promise<Response> => {
  if (rule !== undefined) throw noReference(rule)
  const headers = new Headers(given.map(([name, value]): [string, string] => [name, value]))
  const expires = Date.now() + ticketSeconds * 1000
  const tickets = await Promise.all(
    uploads.map(({ foundByName, ...upload }) =>
      issueTicket(
        { provider, ...upload, ...(foundByName && { foundByName }), client, expires },
        signer,
      ),
    ),
  )
  if (tickets.length > 0) headers.set(TICKET_HEADER, tickets.join(', '))
  return new Response(body, { status, headers })
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
