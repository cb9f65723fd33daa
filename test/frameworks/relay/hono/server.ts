import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { closeServer } from 'sealdrop/relay/node'
import { filesIn } from './form.ts'
import { relay } from './relay.ts'

const app = new Hono()
app.all('/relay/*', context => relay(context.req.raw)) // before every body parser
app.post('/apply', async context => {
  const form = await context.req.formData()
  const files = await filesIn(form.getAll('papers'), context.req.header('cookie'))
  return files
    ? context.text(`Applied with ${files}`)
    : context.text('These are not your documents.', 403)
})
app.use(serveStatic({ root: './public' }))

const port = Number(process.env.PORT ?? 3000)
const server = serve({ fetch: app.fetch, port })
process.once('SIGTERM', () => void closeServer(server as Server))
