import type { ServerResponse } from 'node:http'
import type { Relay } from '../create-relay.ts'
import type { NodeRequest } from './request.ts'
import { serve } from './serve.ts'

interface Reply {
  readonly raw: ServerResponse
  hijack(): unknown
}

/** What is used of a Fastify instance. */
export interface FastifyInstance {
  all(
    path: string,
    options: {
      readonly onRequest: (request: { readonly raw: NodeRequest }, reply: Reply) => Promise<void>
    },
    handler: () => void,
  ): unknown
}

/**
 * A plugin for Fastify: `app.register(fastifyRelay(relay))`, without a prefix. It serves what is below the relay's `base`, before any parser of
 * Fastify's reads the body; hooks of `onRequest` that were added before run before it.
 */
export const fastifyRelay =
  (relay: Relay): ((app: FastifyInstance) => Promise<void>) =>
  async app => {
    const onRequest = async (
      request: { readonly raw: NodeRequest },
      reply: Reply,
    ): Promise<void> => {
      reply.hijack()
      await serve(relay, request.raw, reply.raw)
    }
    for (const path of [relay.base, `${relay.base}/*`]) app.all(path, { onRequest }, () => {})
  }
