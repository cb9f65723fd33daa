import { randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createRequestListener } from '@remix-run/node-fetch-server'
import { createRelay, verifyTicket } from '../src/relay/index.ts'
import type { Provider, Seen } from './providers/provider.ts'

/** The server half of the site: it knows its visitors, keeps the API keys, and checks what a form names. */
export interface Site {
  /** Gives a visitor a cookie to be known by. */
  welcome(request: IncomingMessage, response: ServerResponse): void
  relay(request: IncomingMessage, response: ServerResponse): Promise<void>
  seen(provider: string): Promise<readonly Seen[]>
  /** Whether a form's value, a relay's ticket or a provider's reference, names an upload of this visitor's. */
  knows(request: IncomingMessage, provider: string, value: string): Promise<boolean>
}

const TICKET = /^[\w-]+\.[\w-]+$/
const COOKIE = 'visitor'
const visitorIn = (cookies: string | null | undefined): string | undefined =>
  new RegExp(`(?:^|;\\s*)${COOKIE}=([0-9a-f-]{36})(?:;|$)`).exec(cookies ?? '')?.[1]

export const createSite = (providers: readonly Provider[]): Site => {
  const ticketKey = randomBytes(32)
  const relay = createRequestListener(
    createRelay({
      providers: Object.fromEntries(providers.map(({ name, upstream }) => [name, upstream])),
      ticketKey,
      authorize: ({ headers }) => {
        const client = visitorIn(headers.get('cookie'))
        return client !== undefined && { client }
      },
    }),
  )
  const seen = async (name: string): Promise<readonly Seen[]> =>
    (await providers.find(provider => provider.name === name)?.seen()) ?? []

  return {
    welcome({ headers }, response) {
      if (visitorIn(headers.cookie) === undefined)
        response.setHeader(
          'Set-Cookie',
          `${COOKIE}=${randomUUID()}; Path=/; HttpOnly; SameSite=Strict`,
        )
    },
    async relay(request, response) {
      await relay(request, response)
    },
    seen,
    async knows({ headers }, provider, value) {
      const client = visitorIn(headers.cookie)
      // A reference without a ticket is believed in the playground only: anybody could have made it up.
      if (client === undefined || !TICKET.test(value))
        return (await seen(provider)).some(({ id }) => id === value)
      return (await verifyTicket(value, ticketKey, { provider, client })) !== undefined
    },
  }
}
