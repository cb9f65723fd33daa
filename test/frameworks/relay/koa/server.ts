import { bodyParser } from '@koa/bodyparser'
import Koa from 'koa'
import pages from 'koa-static'
import { closeServer, koaRelay } from 'sealdrop/relay/node'
import { filesIn } from './form.ts'
import { relay } from './relay.ts'

const app = new Koa()
app.use(koaRelay(relay)) // before every body parser
app.use(bodyParser({ enableTypes: ['form'] }))
app.use(async (context, next) => {
  const { method, path, request, headers } = context
  if (method !== 'POST' || path !== '/apply') return next()
  const files = await filesIn((request.body as { papers?: unknown }).papers, headers.cookie)
  context.status = files ? 200 : 403
  context.body = files ? `Applied with ${files}` : 'These are not your documents.'
})
app.use(pages('public'))

const port = Number(process.env.PORT ?? 3000)
const server = app.listen(port)
process.once('SIGTERM', () => void closeServer(server))
