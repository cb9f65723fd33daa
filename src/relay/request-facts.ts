import type { RelayCall, Route } from '../core/relay/route.ts'

export const isAllowed = async (
  { operation, allowedByDefault }: Route,
  call: RelayCall,
): Promise<boolean> =>
  call.allows(operation) ||
  (typeof allowedByDefault === 'function' ? allowedByDefault(call) : allowedByDefault)

/** Of the body, as the visitor declared it. */
export const lengthOf = ({ headers }: Request): number | undefined => {
  const length = headers.get('content-length') ?? ''
  return /^\d{1,15}$/.test(length) ? Number(length) : undefined
}

/** Whether the provider no longer has what the request was about. */
export const endsUpload = (method: string, status: number): boolean =>
  status === 404 || status === 410 || (method === 'DELETE' && status >= 200 && status < 300)
