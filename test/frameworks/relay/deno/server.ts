import process from 'node:process'
import { filesIn } from './form.ts'
import { relay } from './relay.ts'

const apply = async (request: Request): Promise<Response> => {
  const form = await request.formData()
  const files = await filesIn(form.getAll('papers'), request.headers.get('cookie'))
  return files
    ? new Response(`Applied with ${files}`)
    : new Response('These are not your documents.', { status: 403 })
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css',
  html: 'text/html',
  js: 'text/javascript',
}

const pageAt = async (path: string): Promise<Response> => {
  const name = path.endsWith('/') ? `${path}index.html` : path
  try {
    const { readable } = await Deno.open(`public${name}`)
    const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    return new Response(readable, { headers: { 'Content-Type': type } })
  } catch {
    return new Response('Not found', { status: 404 })
  }
}

const server = Deno.serve({ port: Number(process.env.PORT ?? 3000) }, request => {
  const { pathname } = new URL(request.url)
  if (pathname.startsWith('/relay/')) return relay(request)
  return request.method === 'POST' && pathname === '/apply' ? apply(request) : pageAt(pathname)
})
Deno.addSignalListener('SIGTERM', () => void server.shutdown())
