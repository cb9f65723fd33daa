import type { Relay } from '../create-relay.ts'
import { type ConnectMiddleware, connectRelay } from './connect.ts'

/** For Express 4 and 5: `app.use(expressRelay(relay))`, before any body parser. What is not below the relay's `base` goes on. */
export const expressRelay = (relay: Relay): ConnectMiddleware => connectRelay(relay)
