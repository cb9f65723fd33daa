/**
 * An id as providers give them, no wider than needed: it becomes a path segment, and no server reads one of these in another way. UUIDs
 * fit; DokStamp's documented samples hold letters that no UUID has.
 */
export const isProviderId = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]{1,100}$/.test(value)

/** An id that is documented as a UUID: anything else comes of an answer that was garbled on its way. */
export const isUuid = (value: unknown): value is string =>
  typeof value === 'string' && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)
