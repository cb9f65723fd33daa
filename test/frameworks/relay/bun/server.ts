import { filesIn } from './form.ts'
import { relay } from './relay.ts'

const apply = async (request: Request): Promise<Response> => {
  const form = await request.formData()
  const files = await filesIn(form.getAll('papers'), request.headers.get('cookie'))
  return files
    ? new Response(`Applied with ${files}`)
    : new Response('These are not your documents.', { status: 403 })
}

const pageAt = async (path: string): Promise<Response> => {
  const file = Bun.file(`public${path.endsWith('/') ? `${path}index.html` : path}`)
  return (await file.exists()) ? new Response(file) : new Response('Not found', { status: 404 })
}

const server = Bun.serve({
  port: process.env.PORT ?? 3000,
  // Bun's ten seconds are less than a service may take to answer.
  idleTimeout: 60,
  fetch(request) {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/relay/')) return relay(request)
    return request.method === 'POST' && pathname === '/apply' ? apply(request) : pageAt(pathname)
  },
})
process.once('SIGTERM', () => server.stop())
