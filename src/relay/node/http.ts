import type { ServerResponse } from 'node:http'
import type { Relay } from '../create-relay.ts'
import type { NodeRequest } from './request.ts'
import { serve } from './serve.ts'

/** For `createServer` of `node:http` and `node:https`: all that comes is the relay's, and what is not below its `base` 404. */
export const httpRelay =
  (relay: Relay): ((request: NodeRequest, response: ServerResponse) => void) =>
  (request, response) => {
    void serve(relay, request, response)
  }
