import { asRecord } from '../core/answer.ts'
import { createEncryptedIds } from '../core/relay/encrypted-ids.ts'
import { HttpError } from '../core/relay/http-error.ts'
import { readText } from '../core/relay/read-text.ts'
import type { RelayCall, Route } from '../core/relay/route.ts'
import type { Signer } from '../core/relay/sign.ts'
import { createSignedIds } from '../core/relay/signed-ids.ts'
import type { Source } from '../core/relay/source.ts'
import { TICKET_HEADER } from '../core/ticket.ts'
import { withTimeout } from '../core/timer.ts'
import type { Answers } from './answers.ts'
import { tooLarge } from './body.ts'
import { readTicket } from './ticket.ts'

/** Of a body that is read before it goes on. */
const MAX_JSON_BYTES = 65_536

export interface CallOptions
  extends Pick<RelayCall, 'request' | 'client' | 'params' | 'mount' | 'allows' | 'provider'> {
  readonly route: Route
  readonly signer: Signer
  readonly answers: Answers
  readonly body: Source | null
  readonly timeoutMs: number
}

/** What a route may know of a visitor's request. */
export const createCall = (options: CallOptions): RelayCall => {
  const { request, client, provider, params, mount, allows } = options
  const { route, signer, answers, body, timeoutMs } = options
  const owner = { client, provider }
  let json: ReturnType<RelayCall['json']> | undefined
  return {
    request,
    client,
    provider,
    params,
    mount,
    allows,
    ids: createSignedIds(signer, provider),
    encryptedIds: createEncryptedIds(signer, provider),
    query: pickQuery(request.url, route.query),
    async hasTicketFor(reference, use) {
      const sent = request.headers.get(TICKET_HEADER)
      const ticket = await readTicket(sent, signer, owner)
      return ticket?.reference === reference && (use === 'show' || !ticket.foundByName)
    },
    isUploaderOf: reference => answers.isUploaderOf(reference, owner),
    json: () => (json ??= readJson(body, timeoutMs)),
  }
}

const pickQuery = (url: string, names: readonly string[] = []): URLSearchParams => {
  const picked = new URLSearchParams()
  if (names.length === 0) return picked
  const query = new URL(url).searchParams
  for (const name of names) {
    const value = query.get(name)
    if (value !== null) picked.set(name, value)
  }
  return picked
}

const readJson = async (
  body: Source | null,
  timeoutMs: number,
): Promise<Readonly<Record<string, unknown>>> => {
  const reading = readText(body, MAX_JSON_BYTES).catch(() => {
    throw new HttpError(502, 'The request was cut.', {}, {}, { reason: 'client-left' })
  })
  const text = await withTimeout(reading, timeoutMs, () => {
    throw new HttpError(504, 'The request did not come in time.', {}, {}, { reason: 'too-slow' })
  })
  if (text === undefined) throw tooLarge(MAX_JSON_BYTES)
  try {
    return asRecord(JSON.parse(text))
  } catch {
    return {}
  }
}
