import express from 'express'
import { closeServer, expressRelay } from 'sealdrop/relay/node'
import { filesIn } from './form.ts'
import { relay } from './relay.ts'

const app = express()
app.use(expressRelay(relay)) // before every body parser
app.use(express.urlencoded())
app.post('/apply', async (request, response) => {
  const files = await filesIn(request.body.papers, request.headers.cookie)
  response.status(files ? 200 : 403).type('text')
  response.send(files ? `Applied with ${files}` : 'These are not your documents.')
})
app.use(express.static('public'))

const port = Number(process.env.PORT ?? 3000)
const server = app.listen(port)
process.once('SIGTERM', () => void closeServer(server))
