/** W3C Trace Context, 3.2: the version, the trace, the span before this, and flags. */
const TRACEPARENT = /^([\da-f]{2})-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(-.*)?$/
const ZEROS = /^0+$/

/**
 * The trace that a request is a part of; undefined where its header is none (3.2.2.3 to 3.2.2.5). What a later version adds is left off
 * (3.2.4: "parse only the fields that are known").
 */
export const traceparentOf = ({ headers }: Pick<Request, 'headers'>): string | undefined => {
  const [, version, trace = '', span = '', flags, more] =
    TRACEPARENT.exec(headers.get('traceparent') ?? '') ?? []
  if (version === undefined || version === 'ff' || ZEROS.test(trace) || ZEROS.test(span))
    return undefined
  if (version === '00' && more !== undefined) return undefined
  return `00-${trace}-${span}-${flags}`
}
