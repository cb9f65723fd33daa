import { createServer, type Server } from 'node:http'
import { createRequestListener } from '@remix-run/node-fetch-server'
import { relay } from './relay.ts'

export const server: Server = createServer(createRequestListener(relay)).listen(3000)
