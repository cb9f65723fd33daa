import { join } from 'node:path'
import forms from '@fastify/formbody'
import files from '@fastify/static'
import Fastify from 'fastify'
import { closeServer, fastifyRelay } from 'sealdrop/relay/node'
import { filesIn } from './form.ts'
import { relay } from './relay.ts'

const app = Fastify()
await app.register(fastifyRelay(relay)) // without a prefix: the relay's base is the whole path
await app.register(forms)
await app.register(files, { root: join(import.meta.dirname, 'public') })
app.post<{ Body: { papers?: unknown } }>('/apply', async ({ body, headers }, reply) => {
  const files = await filesIn(body.papers, headers.cookie)
  reply.code(files ? 200 : 403).type('text/plain')
  return files ? `Applied with ${files}` : 'These are not your documents.'
})

await app.listen({ port: Number(process.env.PORT ?? 3000) })
process.once('SIGTERM', () => void closeServer(app.server))
