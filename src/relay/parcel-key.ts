import { HttpError } from '../core/relay/http-error.ts'
import type { RelayCall, Route } from '../core/relay/route.ts'
import type { Source } from '../core/relay/source.ts'
import { withTimeout } from '../core/timer.ts'
import type { Answers } from './answers.ts'
import { type Head, readHead } from './head.ts'

/** draft-ietf-httpapi-idempotency-key-header: a structured-field string (RFC 9651, 3.3.3), here of at most 255 visible characters. */
const KEY = /^"((?:[!#-[\]-~]|\\["\\]){1,255})"$/

export interface NamedParcel {
  /**
   * Hashes of client, provider, route and parcel: of its `Idempotency-Key`, and of its wire name. A page that has seen the relay sends a
   * key with the next try. None where nothing tells the parcel from others.
   */
  readonly keys: readonly string[]
  /** The wire name, where no other parcel has it. */
  readonly name: string | undefined
  /** As it came. */
  readonly body: Source | null
}

/** Finds what tells the parcel from others. A malformed `Idempotency-Key` counts as none. */
export const nameParcel = async (
  call: RelayCall,
  { method, path, once }: Route,
  source: Source | null,
  answers: Answers,
  timeoutMs: number,
): Promise<NamedParcel> => {
  const { headers } = call.request
  const [, given] = KEY.exec(headers.get('idempotency-key') ?? '') ?? []
  const find: Find = text => (once?.nameOf ? once.nameOf(text, headers) : null)
  const { found, body } = source
    ? await headOf(source, find, timeoutMs)
    : { found: find(''), body: source }
  const name = found ?? undefined
  const asked = [method, path, JSON.stringify(call.params)]
  // The words before them keep a key from being taken for a name.
  const parcels = [given !== undefined && ['key', given], name !== undefined && ['name', name]]
  const keys = parcels.flatMap(words => (words ? [answers.keysOf(call, [...asked, ...words])] : []))
  return { keys: (await Promise.all(keys)).flat(), name, body }
}

type Find = (text: string) => string | null | undefined

const headOf = (source: Source, find: Find, timeoutMs: number): Promise<Head<string | null>> => {
  const reading = readHead(source, find).catch(() => {
    throw new HttpError(502, 'The request was cut.', {}, {}, { reason: 'client-left' })
  })
  return withTimeout(reading, timeoutMs, () => {
    throw new HttpError(504, 'The request did not come in time.', {}, {}, { reason: 'too-slow' })
  })
}
