import { isRequestId, REQUEST_ID_HEADER } from '../core/request-id.ts'

/** What the request is called: as who sent it says, such as a proxy, where that is a plain word; else a random one. */
export const requestIdOf = ({ headers }: Pick<Request, 'headers'>): string => {
  const given = headers.get(REQUEST_ID_HEADER)
  return isRequestId(given) ? given : crypto.randomUUID()
}
