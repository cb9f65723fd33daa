import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { closeServer } from 'sealdrop/relay/node'
import { apply } from './apply.ts'
import { relay } from './relay.ts'

const app = new Hono()
app.all('/relay/*', context => relay(context.req.raw)) // before every body parser
app.post('/apply', async context => {
  const form = await context.req.formData()
  const asked = { papers: form.getAll('papers'), application: form.get('application') }
  const { status, text } = await apply(asked, context.req.header('cookie'))
  return new Response(text, { status })
})
app.use(serveStatic({ root: './public' }))

const server = serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) })
process.once('SIGTERM', () => void closeServer(server as Server))
