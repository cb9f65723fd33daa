import { createRelay } from 'sealdrop/relay'
import { userOf } from './sessions.ts'
import { storage } from './storage.ts'

export const relay = createRelay({
  origin: process.env.SITE_ORIGIN,
  providers: storage,
  authorize: async ({ headers }) => {
    const user = await userOf(headers.get('cookie'))
    return user ? { client: user.id } : false
  },
  ticketKey: process.env.TICKET_KEY ?? '',
})
