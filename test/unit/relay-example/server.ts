import { createServer, type Server } from 'node:http'
import { createHealth } from '../../../src/relay/index.ts'
import { closeOnSignal, httpRelay, withHealth } from '../../../src/relay/node/index.ts'
import { relay } from './relay.ts'

const health = createHealth({ ready: () => relay.ready() })
export const server: Server = createServer(withHealth(health, httpRelay(relay)))

// On SIGTERM uploads that are under way are finished.
void closeOnSignal(server, { health, graceMs: 25_000 }).then(() => process.exit())
server.listen(3000)
