import type { Server, ServerResponse } from 'node:http'
import type { Relay } from '../create-relay.ts'
import { READ_BEFORE } from '../read-before.ts'
import { send, sendProblem } from './answer.ts'
import { isForbidden, isRead, type NodeRequest, pathOf, toRequest, urlOf } from './request.ts'

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

/** Where the relay's options do not work: only what asks for a relay hears of that, not the whole site. */
const USUAL_BASE = '/relay'

const baseOf = (relay: Relay): string => {
  try {
    return relay.base
  } catch {
    return USUAL_BASE
  }
}

/** Whether the relay serves this path, as it is written; what is not below its `base` is the site's own. */
export const isServed = (request: NodeRequest, relay: Relay): boolean => {
  const path = pathOf(request)
  const base = baseOf(relay)
  return path === base || path.startsWith(`${base}/`)
}

const answer = async (
  relay: Relay,
  request: NodeRequest,
  response: ServerResponse,
): Promise<void> => {
  if (isForbidden(request))
    return sendProblem(response, 'method-not-allowed', 'The relay does not take this method.')
  const url = urlOf(request)
  if (!url) return sendProblem(response, 'bad-request', 'That is no path.')
  if (isRead(request)) return sendProblem(response, 'misconfigured', READ_BEFORE)
  giveTime(request, relay)
  await send(await relay(toRequest(request, response, url)), response)
}

/** Answers a request that is the relay's. Never rejects: nothing that a visitor sends ends the process. */
export const serve = async (
  relay: Relay,
  request: NodeRequest,
  response: ServerResponse,
): Promise<void> => {
  try {
    await answer(relay, request, response)
  } catch {
    await sendProblem(response, 'internal-error', 'The relay could not do this.')
  }
}
