import { createServer } from 'node:http'
import { urlencoded } from 'body-parser'
import connect from 'connect'
import { closeServer, connectRelay } from 'sealdrop/relay/node'
import sirv from 'sirv'
import { filesIn } from './form.ts'
import { relay } from './relay.ts'

const app = connect()
app.use(connectRelay(relay)) // before every body parser
app.use('/apply', urlencoded({ extended: false }))
app.use('/apply', (request, response, next) => {
  const { papers } = (request as { body?: { papers?: unknown } }).body ?? {}
  filesIn(papers, request.headers.cookie).then(files => {
    response.statusCode = files ? 200 : 403
    response.end(files ? `Applied with ${files}` : 'These are not your documents.')
  }, next)
})
app.use(sirv('public'))

const server = createServer(app)
server.listen(Number(process.env.PORT ?? 3000))
process.once('SIGTERM', () => void closeServer(server))
