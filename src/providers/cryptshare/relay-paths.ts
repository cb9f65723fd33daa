import { isProviderId } from '../../core/provider-id.ts'
import { HttpError } from '../../core/relay/http-error.ts'
import type { RelayCall, ResponseActions, UpstreamAnswer } from '../../core/relay/route.ts'

const NOT_FOUND = 'This session is not there, or not yours.'
/** Cryptshare's own code for a session that is not there. */
const NO_SUCH_SESSION = 2003

/** The session in the path, whose id the relay signed for this visitor. Throws 404 for any other. */
export const sessionOf = async ({ ids, params, client }: RelayCall): Promise<string> => {
  const id = await ids.verify(params.session ?? '', client)
  if (id === undefined)
    throw new HttpError(404, NOT_FOUND, {}, { errorCode: NO_SUCH_SESSION, errorMessage: NOT_FOUND })
  return id
}

/** A path at the relay, for the user whom the visitor named. */
export const relayPath = ({ mount, params }: RelayCall, rest: string): string =>
  `${mount}/users/${encodeURIComponent(params.user ?? '')}/${rest}`

/** The last path segment of `Location`, whatever host it names; undefined where there is no id. */
const idInLocation = ({ headers }: UpstreamAnswer, endpoint: string): string | undefined => {
  const location = headers.get('location')
  if (!location || !URL.canParse(location, endpoint)) return undefined
  const id = new URL(location, endpoint).pathname.split('/').filter(Boolean).at(-1)
  return isProviderId(id) ? id : undefined
}

/** `Location` at the relay, with the id signed for this visitor; nothing where the answer names none. */
export const signedLocation = async (
  answer: UpstreamAnswer,
  call: RelayCall,
  { endpoint, folder }: { readonly endpoint: string; readonly folder: string },
): Promise<Pick<ResponseActions, 'location'>> => {
  const id = idInLocation(answer, endpoint)
  if (id === undefined) return {}
  return { location: relayPath(call, `${folder}/${await call.ids.sign(id, call.client)}`) }
}
