import { createRelay, type Relay } from '../../../src/relay/index.ts'
import { userOf } from './sessions.ts'

interface Env {
  readonly SITE_ORIGIN: string
  readonly TUS_ENDPOINT: string
  readonly TUS_TOKEN: string
  readonly TICKET_KEY: string
}

interface Context {
  waitUntil(promise: Promise<unknown>): void
}

let relay: Relay | undefined

export default {
  fetch(request: Request, env: Env, context: Context): Promise<Response> {
    const headers = { Authorization: `Bearer ${env.TUS_TOKEN}` }
    relay ??= createRelay({
      origin: env.SITE_ORIGIN,
      providers: { tus: { endpoint: env.TUS_ENDPOINT, headers } },
      authorize: async request => {
        const user = await userOf(request)
        return user ? { client: user.id } : false
      },
      ticketKey: env.TICKET_KEY,
    })
    const answer = relay(request)
    context.waitUntil(answer) // also when the visitor leaves
    return answer
  },
}
