import express from 'express'
import { closeServer, expressRelay } from 'sealdrop/relay/node'
import { apply } from './apply.ts'
import { relay } from './relay.ts'

const app = express()
app.use(expressRelay(relay)) // before every body parser
app.use(express.urlencoded())
app.post('/apply', async (request, response) => {
  const { status, text } = await apply(request.body ?? {}, request.headers.cookie)
  response.status(status).type('text').send(text)
})
app.use(express.static('public'))

const server = app.listen(Number(process.env.PORT ?? 3000))
process.once('SIGTERM', () => void closeServer(server))
