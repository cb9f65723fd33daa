import { createServer, type Server } from 'node:http'
import { closeServer, httpRelay } from '../../../src/relay/node/index.ts'
import { relay } from './relay.ts'

export const server: Server = createServer(httpRelay(relay)).listen(3000)

// Uploads that are under way are finished.
process.once('SIGTERM', () => void closeServer(server, { graceMs: 25_000 }))
