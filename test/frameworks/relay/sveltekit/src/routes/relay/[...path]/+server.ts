import { createRelay } from 'sealdrop/relay'
import { env } from '$env/dynamic/private'
import { userOf } from '$lib/server/sessions.ts'

// A function: vite build loads this file, too, where the secrets are not.
const relay = createRelay(() => ({
  origin: env.SITE_ORIGIN,
  // Only where pages of other origins use it, too.
  origins: env.PAGE_ORIGINS?.split(' ') ?? [],
  providers: {
    didww: {
      endpoint: env.DIDWW_ENDPOINT ?? 'https://api.didww.com/v3',
      apiKey: env.DIDWW_API_KEY ?? '',
    },
  },
  authorize: async ({ headers }) => {
    const user = await userOf(headers.get('cookie'))
    return user ? { client: user.id } : false
  },
  ticketKey: env.TICKET_KEY ?? '',
}))

/** Whatever the method is. */
export const fallback = ({ request }: { readonly request: Request }): Promise<Response> =>
  relay(request)
