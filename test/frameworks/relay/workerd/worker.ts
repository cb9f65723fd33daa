import { createRelay, type Relay } from 'sealdrop/relay'
import { filesIn } from './form.ts'
import { userOf } from './sessions.ts'

interface Env {
  readonly SITE_ORIGIN: string
  readonly PAGE_ORIGINS: string
  readonly DIDWW_ENDPOINT: string
  readonly DIDWW_API_KEY: string
  readonly TICKET_KEY: string
  /** The folder `public`. */
  readonly PAGES: { fetch(url: URL): Promise<Response> }
}

interface Context {
  waitUntil(promise: Promise<unknown>): void
}

let relay: Relay | undefined

const relayFor = (env: Env): Relay =>
  createRelay({
    origin: env.SITE_ORIGIN,
    origins: env.PAGE_ORIGINS.split(' '),
    providers: { didww: { endpoint: env.DIDWW_ENDPOINT, apiKey: env.DIDWW_API_KEY } },
    authorize: async ({ headers }) => {
      const user = await userOf(headers.get('cookie'))
      return user ? { client: user.id } : false
    },
    ticketKey: env.TICKET_KEY,
  })

const apply = async (request: Request, { TICKET_KEY }: Env): Promise<Response> => {
  const form = await request.formData()
  const files = await filesIn(form.getAll('papers'), request.headers.get('cookie'), TICKET_KEY)
  return files
    ? new Response(`Applied with ${files}`)
    : new Response('These are not your documents.', { status: 403 })
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css',
  html: 'text/html',
  js: 'text/javascript',
}

/** Cloudflare's own assets know their types themselves. */
const pageAt = async (url: URL, { PAGES }: Env): Promise<Response> => {
  if (url.pathname.endsWith('/')) url.pathname += 'index.html'
  const { status, body } = await PAGES.fetch(url)
  const type = TYPES[url.pathname.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
  return new Response(body, { status, headers: { 'Content-Type': type } })
}

export default {
  fetch(request: Request, env: Env, context: Context): Promise<Response> {
    const url = new URL(request.url)
    if (url.pathname.startsWith('/relay/')) {
      relay ??= relayFor(env)
      const answer = relay(request)
      context.waitUntil(answer) // also when the visitor leaves
      return answer
    }
    return request.method === 'POST' && url.pathname === '/apply'
      ? apply(request, env)
      : pageAt(url, env)
  },
}
