import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import type { Provider } from '../../demo/providers/provider.ts'
import { startProviders } from '../../demo/providers/start.ts'
import { createSite } from '../../demo/site.ts'

const dist = join(import.meta.dirname, '../../dist')

/** What the documentation calls the other origin that serves the package. */
const CDN = 'https://cdn.example'
/** Where it says a bucket is. */
const BUCKET = 'https://s3.eu-central-1.amazonaws.com'

/** A site as the documentation's reader has it: the package in `/sealdrop/`, the relay, an upload of its own, a CDN. */
export interface ExampleSite {
  /** Puts a page there, with headers of its own; what it shows of other places becomes what this machine has. */
  put(html: string, headers?: Readonly<Record<string, string>>): string
  close(): Promise<void>
}

const MEDIA: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
}

const ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'

const fileOf = async (path: string): Promise<Buffer | undefined> =>
  readFile(join(dist, normalize(path))).catch(() => undefined)

/** A file of an installed package; our own is what was built. */
const packageFile = async (path: string): Promise<Buffer | undefined> => {
  const [, name] = /^\/node_modules(\/.+)$/.exec(path) ?? []
  if (name === undefined) return undefined
  const [, own] = /^\/sealdrop\/dist(\/.+)$/.exec(name) ?? []
  if (own !== undefined) return fileOf(own)
  return readFile(join(dist, '../node_modules', normalize(name))).catch(() => undefined)
}

const listen = async (listener: RequestListener) => {
  const server = createServer(listener)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Any CDN of packages: it has one version's files below the name, and lets every origin read them. */
const startCdn = () =>
  listen(async ({ url = '/' }, response) => {
    const [, path] = /^\/sealdrop@[\d.]+(\/.*)$/.exec(url) ?? []
    const body = path === undefined ? undefined : await fileOf(path)
    response.writeHead(body === undefined ? 404 : 200, {
      'Content-Type': MEDIA[extname(url)] ?? 'application/octet-stream',
      'Access-Control-Allow-Origin': '*',
    })
    response.end(body)
  })

export const startExampleSite = async (): Promise<ExampleSite> => {
  const providers = await startProviders(2048)
  const site = createSite(providers)
  const pages = new Map<string, { html: string; headers: Readonly<Record<string, string>> }>()
  const cdn = await startCdn()

  const server = await listen(async (request: IncomingMessage, response) => {
    site.welcome(request, response)
    // The upload of the reader's own server: the stand-in of plain HTTP takes forms, and a bare body is taken here.
    if (request.url === '/upload' && request.method === 'PUT') {
      for await (const _ of request);
      response.writeHead(201, { 'Content-Type': 'application/json' })
      return void response.end('{"id":"7f0d2c1e"}')
    }
    if (request.url === '/upload') request.url = '/relay/http'
    const { pathname } = new URL(request.url ?? '/', 'http://site')
    if (pathname.startsWith('/relay/')) return void site.relay(request, response)
    const page = pages.get(pathname)
    if (pathname === '/icon.svg') {
      response.writeHead(200, { 'Content-Type': 'image/svg+xml' })
      return void response.end(ICON)
    }
    if (page) {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...page.headers })
      return void response.end(page.html)
    }
    const body = pathname.startsWith('/sealdrop/')
      ? await fileOf(pathname.replace('/sealdrop', ''))
      : await packageFile(pathname)
    response.writeHead(body === undefined ? 404 : 200, {
      'Content-Type': MEDIA[extname(pathname)] ?? 'application/octet-stream',
    })
    response.end(body)
  })

  const here = (text: string): string => text.replaceAll(CDN, cdn.url)
  return {
    put(html, headers = {}) {
      const path = `/page-${pages.size}.html`
      pages.set(path, {
        html: here(withRecipients(html, providers)),
        headers: Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [name, here(value)]),
        ),
      })
      return `${server.url}${path}`
    },
    async close() {
      await Promise.all([server, cdn, ...providers].map(it => it.close()))
    },
  }
}

/** `age1…` stands for keys of the reader's own: here for those of the stand-in that gets the files. Where a bucket is, it is that of the stand-in. */
const withRecipients = (html: string, providers: readonly Provider[]): string =>
  html.replaceAll(/<seal-drop[^>]*>/g, tag => {
    const [, name = ''] = /\stransport="(\w+)"/.exec(tag) ?? []
    const { attributes = {}, url = '' } = providers.find(provider => provider.name === name) ?? {}
    return tag
      .replace(/(?:age1(?:pq1)?…\s*)+/g, attributes.recipients ?? '')
      .replace(BUCKET, url && new URL(url).origin)
  })
