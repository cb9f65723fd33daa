import { createServer, type RequestListener, type Server } from 'node:http'
import { json } from 'node:stream/consumers'
import connect from 'connect'
import express from 'express'
import Fastify from 'fastify'
import Koa from 'koa'
import type { Health, Relay } from '../../src/relay/index.ts'
import {
  connectRelay,
  expressRelay,
  fastifyRelay,
  httpRelay,
  koaRelay,
  withHealth,
} from '../../src/relay/node/index.ts'

export interface AdapterOptions {
  /** Something before the relay reads every body. */
  readonly isParsedBefore?: boolean
  /** Answered before the framework. */
  readonly health?: Health
}

/** Makes a site with a page of its own at `/`, which does not listen yet. */
type Adapter = (relay: Relay, options: AdapterOptions) => Server | Promise<Server>

const serverOf = (listener: RequestListener, { health }: AdapterOptions): Server =>
  createServer(health ? withHealth(health, listener) : listener)

const PAGE = '<!doctype html><title>Apply</title>'

export const adapters: Readonly<Record<string, Adapter>> = {
  http(relay, options) {
    const listen = httpRelay(relay)
    return serverOf((request, response) => {
      if (request.url === '/') response.end(PAGE)
      else listen(request, response)
    }, options)
  },
  connect(relay, options) {
    const app = connect()
    if (options.isParsedBefore)
      app.use((request, _, next) => {
        json(request).then(
          () => next(),
          () => next(),
        )
      })
    app.use(connectRelay(relay))
    app.use((_, response) => response.end(PAGE))
    return serverOf(app, options)
  },
  express(relay, options) {
    const app = express()
    if (options.isParsedBefore) app.use(express.raw({ type: '*/*', limit: '100mb' }))
    app.use(expressRelay(relay))
    app.get('/', (_, response) => void response.send(PAGE))
    return serverOf(app, options)
  },
  'express under a mount': (relay, options) => {
    const app = express()
    if (options.isParsedBefore) app.use(express.raw({ type: '*/*', limit: '100mb' }))
    const site = express.Router()
    site.use(relay.base, expressRelay(relay))
    app.use(site)
    app.get('/', (_, response) => void response.send(PAGE))
    return serverOf(app, options)
  },
  koa(relay, options) {
    const app = new Koa()
    // Koa writes to the console when a visitor leaves.
    app.silent = true
    if (options.isParsedBefore)
      app.use(async (context, next) => {
        await json(context.req).catch(() => {})
        await next()
      })
    app.use(koaRelay(relay))
    app.use(context => {
      context.body = PAGE
    })
    return serverOf(app.callback(), options)
  },
  async fastify(relay, options) {
    const app = Fastify({ serverFactory: listener => serverOf(listener, options) })
    await app.register(fastifyRelay(relay))
    app.get('/', async (_, reply) => reply.type('text/html').send(PAGE))
    await app.ready()
    return app.server
  },
}
