import { createRelay, type Relay } from '../../../src/relay/index.ts'
import { userOf } from './sessions.ts'

const { DIDWW_ENDPOINT = 'https://api.didww.com/v3', DIDWW_API_KEY } = process.env
const { TICKET_KEY, SITE_ORIGIN } = process.env

export const relay: Relay = createRelay({
  base: '/relay',
  origin: SITE_ORIGIN,
  providers: { didww: { endpoint: DIDWW_ENDPOINT, apiKey: DIDWW_API_KEY ?? '' } },
  authorize: async request => {
    const user = await userOf(request)
    return user ? { client: user.id } : false
  },
  ticketKey: TICKET_KEY ?? '',
  perMinute: 120,
})
