import { orAborted } from '../core/abort.ts'
import { HttpError } from '../core/relay/http-error.ts'
import type { RequestLimits } from './limits.ts'
import type { RelayOptions } from './options.ts'
import { createSharedRate, type Sharing } from './shared-rate.ts'

type Options = Pick<RelayOptions, 'authorize' | 'clientAddress' | 'perMinute'>

/** Who asks, as `authorize` names them. Throws 401 for nobody, and 429 for who asks too often. */
export type Visitors = (request: Request, limits: RequestLimits) => Promise<string>

/** Of one address, where `perMinute` says nothing. A page asks a few times for each file before it gives up. */
const REFUSALS_PER_MINUTE = 60

const isName = (name: unknown): name is string =>
  typeof name === 'string' && name !== '' && name.length <= 500

/** It could read or cancel the body of the request itself. */
const withoutBody = ({ url, method, headers, signal }: Request): Request =>
  new Request(url, { method, headers, signal })

/** The visitor's address, where the site says it. */
export const readAddress = (
  request: Request,
  clientAddress: Options['clientAddress'],
  onThrow: (thrown: unknown) => void = () => {},
): string | undefined => {
  try {
    const address: unknown = clientAddress?.(withoutBody(request))
    return isName(address) ? address : undefined
  } catch (thrown) {
    // It may say what it wants: nobody but its author should read that.
    onThrow(thrown)
    return undefined
  }
}

export const createVisitors = (
  { authorize, clientAddress, perMinute }: Options,
  sharing: Sharing,
): Visitors => {
  const requests = createSharedRate('requests', perMinute, sharing)
  const refusalsPerMinute = clientAddress ? (perMinute ?? REFUSALS_PER_MINUTE) : undefined
  const refusals = createSharedRate('refused logins', refusalsPerMinute, sharing)

  const addressOf = (request: Request): string => {
    let cause: unknown
    const address = readAddress(request, clientAddress, thrown => {
      cause = thrown
    })
    if (!clientAddress || address !== undefined) return address ?? ''
    const message = 'The server could not tell from which address the request comes.'
    throw new HttpError(502, message, {}, {}, { reason: 'no-address', cause })
  }

  return async (request, limits) => {
    const address = addressOf(request)
    // Asked first: who tries one login after the other must not be told which was the right one.
    await refusals.check(address)
    let caller: Awaited<ReturnType<RelayOptions['authorize']>>
    try {
      caller = await orAborted((async () => authorize(withoutBody(request)))(), limits.signal)
    } catch (cause) {
      const message = 'The server could not tell who asks.'
      throw new HttpError(502, message, {}, {}, { reason: 'authorize-threw', cause })
    }
    const client: unknown = caller ? caller.client : undefined
    if (!isName(client)) {
      await refusals.count(address)
      throw new HttpError(401, 'Not signed in, or not allowed to upload.')
    }
    await requests.count(client)
    return client
  }
}
