/** Letters, digits, `_` and `-`, 1 to 100 characters: what every provider here documents or shows as an id. */
export const PLAIN_ID: RegExp = /^[\w-]{1,100}$/

/**
 * Whether a value of an answer, or of a caller, is an id that can go into a path, a header or a log as it is. Ids are
 * opaque: nothing else is read from them. A relay's signed ids are longer, and have their own length.
 */
export const isPlainId = (value: unknown): value is string =>
  typeof value === 'string' && PLAIN_ID.test(value)
