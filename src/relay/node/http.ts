import type { ServerResponse } from 'node:http'
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2'
import type { Relay } from '../create-relay.ts'
import type { NodeRequest } from './request.ts'
import { serve } from './serve.ts'

/**
 * For `createServer` of `node:http` and `node:https`, and `createSecureServer` of `node:http2`: all that comes is the relay's, and what is not
 * below its `base` 404.
 */
export const httpRelay =
  (
    relay: Relay,
  ): ((
    request: NodeRequest | Http2ServerRequest,
    response: ServerResponse | Http2ServerResponse,
  ) => void) =>
  (request, response) => {
    // Node gives both the same methods and events, as far as they are used here.
    void serve(relay, request as NodeRequest, response as ServerResponse)
  }
