/** On every answer of a relay, and on a request where a proxy before it has given it one: finds the request in the relay's log. */
export const REQUEST_ID_HEADER = 'X-Request-Id'

/** Whether a text may be the id of a request. Who sends it may be anybody, and it is shown to people and written to logs. */
export const isRequestId = (text: unknown): text is string =>
  typeof text === 'string' && /^[\w-]{1,64}$/.test(text)
