import { createRelay } from 'sealdrop/relay'
import { userOf } from './sessions.ts'

const { SITE_ORIGIN, PAGE_ORIGINS, DIDWW_ENDPOINT, DIDWW_API_KEY, TICKET_KEY } = process.env

export const relay = createRelay({
  origin: SITE_ORIGIN,
  // Only where pages of other origins use it, too.
  origins: PAGE_ORIGINS?.split(' ') ?? [],
  providers: {
    didww: {
      endpoint: DIDWW_ENDPOINT ?? 'https://api.didww.com/v3',
      apiKey: DIDWW_API_KEY ?? '',
    },
  },
  authorize: async ({ headers }) => {
    const user = await userOf(headers.get('cookie'))
    return user ? { client: user.id } : false
  },
  ticketKey: TICKET_KEY ?? '',
})
