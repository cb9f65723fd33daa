import type { ServerResponse } from 'node:http'
import type { Relay } from '../create-relay.ts'
import type { NodeRequest } from './request.ts'
import { isServed, serve } from './serve.ts'

/** What is used of Koa's context. */
export interface KoaContext {
  readonly req: NodeRequest
  readonly res: ServerResponse
  readonly originalUrl: string
  respond?: boolean | undefined
}

/** For Koa: `app.use(koaRelay(relay))`, before any body parser. What is not below the relay's `base` goes on. */
export const koaRelay =
  (relay: Relay): ((context: KoaContext, next: () => Promise<unknown>) => Promise<void>) =>
  async (context, next) => {
    const { originalUrl } = context
    // koa-mount cuts the URL of Node's own request, too.
    const request = Object.assign(context.req, { originalUrl })
    if (!isServed(request, relay)) {
      await next()
      return
    }
    context.respond = false
    await serve(relay, request, context.res)
  }
