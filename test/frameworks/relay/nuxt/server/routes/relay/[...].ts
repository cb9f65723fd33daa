import { createRelay } from 'sealdrop/relay'
import { userOf } from '../../utils/sessions'

// A function: the secrets are not there yet while nuxt builds.
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

export default fromWebHandler(relay)
