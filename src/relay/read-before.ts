/** Of a request whose body is gone: nothing of it would ever come. */
export const READ_BEFORE =
  'A body parser before the relay has read the request: mount the relay before it, or give the parser other paths.'
