import type { RelayCall, RelayProvider, Route, UpstreamAnswer } from '../core/relay/route.ts'
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
  readonly signer: Signer
  readonly ticketSeconds: number | undefined
}

/** What the visitor gets for an upstream's answer: no secret in it, and with the ticket of what was uploaded. */
export const respond = async (forwarded: Forwarded, exchange: Exchange): Promise<Response> => {
  const { status, body } = forwarded
  const { route, provider, secrets } = exchange
  const headers = new Headers()
  for (const [header, value] of headersToVisitor(forwarded.headers, provider.responseHeaders))
    headers.set(header, withoutSecrets(value, secrets))
  if (typeof body !== 'string') {
    if (!headers.has('content-disposition')) headers.set('Content-Disposition', 'attachment')
    return new Response(body, { status, headers })
  }
  // The text may become shorter or longer.
  headers.delete('content-length')
  const text = withoutSecrets(body, secrets)
  const answer = { status, headers: forwarded.headers, json: jsonOf(text) }
  const replaced = await applyActions(answer, exchange, headers)
  const isEmpty = status === 204 || status === 205 || route.method === 'HEAD'
  return new Response(isEmpty ? null : (replaced ?? text), { status, headers })
}

/** Does what the provider's route makes of an answer. Returns the body that it puts in place of the upstream's. */
const applyActions = async (
  answer: UpstreamAnswer,
  { call, route, provider, credentials, signer, ticketSeconds }: Exchange,
  headers: Headers,
): Promise<string | undefined> => {
  const { status } = answer
  if (status >= 400) provider.onRefusal?.(credentials, answer, call)
  if (status < 200 || status >= 300 || !route.onSuccess) return undefined
  const { uploads = [], location, body } = await route.onSuccess(answer, call)
  if (location !== undefined) headers.set('Location', location)
  const expires = Date.now() + (ticketSeconds ?? TICKET_SECONDS) * 1000
  const tickets = await Promise.all(
    uploads.map(upload =>
      issueTicket({ provider: call.provider, ...upload, client: call.client, expires }, signer),
    ),
  )
  if (tickets.length > 0) headers.set(TICKET_HEADER, tickets.join(', '))
  return body === undefined ? undefined : JSON.stringify(body)
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
