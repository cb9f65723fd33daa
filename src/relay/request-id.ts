import { isRequestId, REQUEST_ID_HEADER } from '../core/request-id.ts'

export { REQUEST_ID_HEADER } from '../core/request-id.ts'

/** People read it out over the phone: no letter that looks or sounds like another one, as in Crockford's base 32. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'

/** As `7k3m-9qxa-t04c`: 60 random bits. */
const randomId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(12))]
    .map((byte, index) => `${index % 4 === 0 && index > 0 ? '-' : ''}${LETTERS[byte & 31]}`)
    .join('')

/** What the request is called: as who sent it says, such as a proxy, where that is a plain word; else a random one. */
export const requestIdOf = ({ headers }: { readonly headers: Pick<Headers, 'get'> }): string => {
  const given = headers.get(REQUEST_ID_HEADER)
  return isRequestId(given) ? given : randomId()
}
