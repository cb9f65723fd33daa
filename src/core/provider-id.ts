/**
 * An id as providers give them, no wider than needed: it becomes a path segment, and no server reads one of these in another way. UUIDs
 * fit; DokStamp's documented samples hold letters that no UUID has.
 */
export const isProviderId = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]{1,100}$/.test(value)
