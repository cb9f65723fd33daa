import { createRelay } from 'sealdrop/relay'
import { userOf } from '../../../lib/sessions.ts'

// A function: next build loads this file, too, where the secrets are not.
const relay = createRelay(() => ({
  origin: process.env.SITE_ORIGIN,
  // Only where pages of other origins use it, too.
  origins: process.env.PAGE_ORIGINS?.split(' ') ?? [],
  providers: {
    didww: {
      endpoint: process.env.DIDWW_ENDPOINT ?? 'https://api.didww.com/v3',
      apiKey: process.env.DIDWW_API_KEY ?? '',
    },
  },
  authorize: async ({ headers }) => {
    const user = await userOf(headers.get('cookie'))
    return user ? { client: user.id } : false
  },
  ticketKey: process.env.TICKET_KEY ?? '',
}))

const serve = (request: Request): Promise<Response> => relay(request)

export {
  serve as DELETE,
  serve as GET,
  serve as HEAD,
  serve as OPTIONS,
  serve as PATCH,
  serve as POST,
  serve as PUT,
}
