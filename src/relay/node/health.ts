import type { ServerResponse } from 'node:http'
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2'
import type { Health } from '../health.ts'
import { send } from './answer.ts'
import type { NodeRequest } from './request.ts'

/**
 * Puts the two answers of `createHealth` before a server's own listener, whatever framework that is of: `createServer(withHealth(health, app))`;
 * for Koa `app.callback()`; for Fastify `serverFactory: listener => createServer(withHealth(health, listener))`.
 */
export const withHealth =
  <
    Asked extends NodeRequest | Http2ServerRequest,
    Answer extends ServerResponse | Http2ServerResponse,
  >(
    health: Health,
    listener: (request: Asked, response: Answer) => unknown,
  ): ((request: Asked, response: Answer) => void) =>
  (request, response) => {
    const { method = 'GET', url = '' } = request
    const answer = health.answer({ method, url })
    if (!answer) return void listener(request, response)
    void answer.then(said =>
      send(method === 'HEAD' ? new Response(null, said) : said, response as ServerResponse),
    )
  }
