import { createServer, type Server } from 'node:http'
import { createRequestListener } from '@remix-run/node-fetch-server'
import { relay } from './relay.ts'

// Node's own limit for a request to arrive is five minutes; the relay's is an hour.
const options = { requestTimeout: 3_600_000 }

export const server: Server = createServer(options, createRequestListener(relay)).listen(3000)
