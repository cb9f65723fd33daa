import type { ServerResponse } from 'node:http'
import type { Relay } from '../create-relay.ts'
import type { NodeRequest } from './request.ts'
import { isServed, serve } from './serve.ts'

/** A middleware of Connect, as its `use` takes it, with a mount or without. */
export type ConnectMiddleware = (
  request: NodeRequest,
  response: ServerResponse,
  next: () => void,
) => void

/** For Connect: `app.use(connectRelay(relay))`, before any body parser. What is not below the relay's `base` goes on. */
export const connectRelay =
  (relay: Relay): ConnectMiddleware =>
  (request, response, next) => {
    if (isServed(request, relay)) void serve(relay, request, response)
    else next()
  }
