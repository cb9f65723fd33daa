import { asRecord } from '../core/answer.ts'
import { HttpError } from '../core/relay/http-error.ts'
import { type Bytes, readText } from '../core/relay/read-text.ts'
import type { RelayCall, Route } from '../core/relay/route.ts'
import type { Signer } from '../core/relay/sign.ts'
import { createSignedIds } from '../core/relay/signed-ids.ts'
import { TICKET_HEADER } from '../core/ticket.ts'
import { tooLarge } from './body.ts'
import { readTicket } from './ticket.ts'
import { within } from './timeouts.ts'

/** Of a body that is read before it goes on. */
const MAX_JSON_BYTES = 65_536

interface Found
  extends Pick<RelayCall, 'request' | 'client' | 'params' | 'mount' | 'allows' | 'provider'> {
  readonly route: Route
  readonly signer: Signer
  readonly timeoutMs: number
}

/** What a route may know of a visitor's request. */
export const createCall = ({ route, signer, timeoutMs, ...found }: Found): RelayCall => {
  const { request, client, provider } = found
  const asked = new URL(request.url).searchParams
  const query = new URLSearchParams()
  let json: ReturnType<RelayCall['json']> | undefined
  for (const name of route.query ?? []) {
    const value = asked.get(name)
    if (value !== null) query.set(name, value)
  }
  return {
    ...found,
    query,
    ids: createSignedIds(signer, provider),
    async hasTicketFor(reference) {
      const sent = request.headers.get(TICKET_HEADER)
      const ticket = await readTicket(sent, signer, { provider, client })
      return ticket?.reference === reference
    },
    json: () => (json ??= readJson(request, timeoutMs)),
  }
}

const readJson = async (
  request: Request,
  timeoutMs: number,
): Promise<Readonly<Record<string, unknown>>> => {
  const reading = readText(request.body as Bytes | null, MAX_JSON_BYTES).catch(() => {
    throw new HttpError(502, 'The request was cut.')
  })
  const text = await within(reading, timeoutMs, () => {
    throw new HttpError(504, 'The request did not come in time.')
  })
  if (text === undefined) throw tooLarge(MAX_JSON_BYTES)
  try {
    return asRecord(JSON.parse(text || '{}'))
  } catch {
    return {}
  }
}
