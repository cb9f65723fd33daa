import type { Server, ServerResponse } from 'node:http'
import type { Relay } from '../create-relay.ts'
import { send, sendProblem } from './answer.ts'
import { isRead, type NodeRequest, toRequest, urlOf } from './request.ts'

/** Above `maxSeconds`: the relay ends a request in words, Node by cutting it. */
const MARGIN_MS = 10_000

/** Of a relay whose options do not work it is none: it says so itself. */
const maxSecondsOf = (relay: Relay): number => {
  try {
    return relay.maxSeconds
  } catch {
    return 0
  }
}

/** Node ends requests after five minutes; with 20 MB that is a line of 0.53 Mbit/s. Zero is no limit. */
const giveTime = ({ socket }: NodeRequest, relay: Relay): void => {
  const { server } = socket as { readonly server?: Partial<Server> }
  const leastMs = maxSecondsOf(relay) * 1000 + MARGIN_MS
  if (server?.requestTimeout && server.requestTimeout < leastMs) server.requestTimeout = leastMs
}

/** Whether the relay serves this path; what is not below its `base` is the site's own. Throws `misconfigured` where its options do not work. */
export const isServed = (request: NodeRequest, { base }: Relay): boolean => {
  const path = urlOf(request)?.pathname
  return path === base || path?.startsWith(`${base}/`) === true
}

/** Answers a request that is the relay's. Never rejects. */
export const serve = async (
  relay: Relay,
  request: NodeRequest,
  response: ServerResponse,
): Promise<void> => {
  const url = urlOf(request)
  if (!url) return sendProblem(response, 400, 'That is no path.')
  if (isRead(request))
    return sendProblem(
      response,
      500,
      'A body parser before the relay has read the request: mount the relay before it, or give the parser other paths.',
    )
  giveTime(request, relay)
  await send(await relay(toRequest(request, response, url)), response)
}
