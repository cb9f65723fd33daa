import { createServer, type Server } from 'node:http'
import { json } from 'node:stream/consumers'
import connect from 'connect'
import express from 'express'
import Fastify from 'fastify'
import Koa from 'koa'
import type { Relay } from '../../src/relay/index.ts'
import {
  connectRelay,
  expressRelay,
  fastifyRelay,
  httpRelay,
  koaRelay,
} from '../../src/relay/node/index.ts'

export interface AdapterOptions {
  /** Something before the relay reads every body. */
  readonly isParsedBefore?: boolean
}

/** Makes a site with a page of its own at `/`, which does not listen yet. */
type Adapter = (relay: Relay, options: AdapterOptions) => Server | Promise<Server>

const PAGE = '<!doctype html><title>Apply</title>'

export const adapters: Readonly<Record<string, Adapter>> = {
  http: relay => {
    const listen = httpRelay(relay)
    return createServer((request, response) => {
      if (request.url === '/') response.end(PAGE)
      else listen(request, response)
    })
  },
  connect(relay, { isParsedBefore }) {
    const app = connect()
    if (isParsedBefore)
      app.use((request, _, next) => {
        json(request).then(
          () => next(),
          () => next(),
        )
      })
    app.use(connectRelay(relay))
    app.use((_, response) => response.end(PAGE))
    return createServer(app)
  },
  express(relay, { isParsedBefore }) {
    const app = express()
    if (isParsedBefore) app.use(express.raw({ type: '*/*', limit: '100mb' }))
    app.use(expressRelay(relay))
    app.get('/', (_, response) => void response.send(PAGE))
    return createServer(app)
  },
  'express under a mount': (relay, { isParsedBefore }) => {
    const app = express()
    if (isParsedBefore) app.use(express.raw({ type: '*/*', limit: '100mb' }))
    const site = express.Router()
    site.use(relay.base, expressRelay(relay))
    app.use(site)
    app.get('/', (_, response) => void response.send(PAGE))
    return createServer(app)
  },
  koa(relay, { isParsedBefore }) {
    const app = new Koa()
    // Koa writes to the console when a visitor leaves.
    app.silent = true
    if (isParsedBefore)
      app.use(async (context, next) => {
        await json(context.req).catch(() => {})
        await next()
      })
    app.use(koaRelay(relay))
    app.use(context => {
      context.body = PAGE
    })
    return createServer(app.callback())
  },
  async fastify(relay) {
    const app = Fastify()
    await app.register(fastifyRelay(relay))
    app.get('/', async (_, reply) => reply.type('text/html').send(PAGE))
    await app.ready()
    return app.server
  },
}
