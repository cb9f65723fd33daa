import type { Parcel } from './contracts.ts'

/** Whether this URL has the page's own origin, so that a request to it needs no permission of CORS for its headers. */
export const hasPageOrigin = (url: string): boolean =>
  typeof location === 'object' && new URL(url).origin === location.origin

/**
 * `Idempotency-Key` as in draft-ietf-httpapi-idempotency-key-header: a structured-field string, the parcel's own UUID. A server
 * that gets the same key twice gives the first answer again. None where `isOn` is false.
 */
export const idempotencyKey = (
  { key }: Pick<Parcel, 'key'>,
  isOn: boolean,
): Readonly<Record<string, string>> => (isOn ? { 'Idempotency-Key': `"${key}"` } : {})
