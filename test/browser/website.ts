import { readFile } from 'node:fs/promises'
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

/** Where the site's own server forwards what comes in under `/relay/`, and the secret it adds. */
export interface Upstream {
  readonly url: string
  readonly header: string
  readonly secret: string
}

/** DIDWW's local server, by its API key. */
export const upstreamOf = (sandbox: {
  readonly url: string
  readonly apiKey: string
}): Upstream => ({
  url: sandbox.url,
  header: 'api-key',
  secret: sandbox.apiKey,
})

export interface Website {
  readonly url: string
  /** What its form was sent with, in order. */
  readonly posts: readonly URLSearchParams[]
  /** What browsers reported against the page's policy, and what a page's own script sent there. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

const MEDIA: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
}

interface WebsiteOptions {
  /** Another origin that scripts come from. */
  readonly cdn?: string | undefined
  /** Instead of a strict one that reports. */
  readonly policy?: string
}

const policyWith = (cdn: string | undefined): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${cdn ?? ''}`,
    "style-src 'self'",
    "img-src 'self'",
    `worker-src ${cdn ? `blob: ${cdn}` : "'self'"}`,
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html sealdrop',
    'report-uri /complaints',
  ].join('; ')

/** A site as its owner runs it: static files, a form's target, and a door to the provider that adds the secret. */
export const startWebsite = async (
  { url, header, secret }: Upstream,
  folder: string,
  pages: Readonly<Record<string, string | Buffer>> = {},
  { cdn, policy = policyWith(cdn) }: WebsiteOptions = {},
): Promise<Website> => {
  const posts: URLSearchParams[] = []
  const complaints: string[] = []

  const relay = (request: IncomingMessage, response: ServerResponse): void => {
    const target = new URL((request.url ?? '').replace('/relay', ''), url)
    const { host, cookie, ...headers } = request.headers
    const { method } = request
    const upstream = ask(target, { method, headers: { ...headers, [header]: secret } }, answer => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    upstream.on('error', () => response.destroy())
    request.pipe(upstream)
  }

  const fileOf = async (pathname: string): Promise<string | Buffer | undefined> => {
    const page = pages[pathname]
    if (page !== undefined) return page
    // Browsers ask for it by themselves, and a console complains where it is missing.
    if (pathname === '/favicon.ico') return ''
    const path = normalize(pathname === '/' ? '/index.html' : pathname)
    return readFile(join(folder, path)).catch(() => undefined)
  }

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site')
    if (pathname.startsWith('/relay/')) return relay(request, response)
    let body: string | Buffer | undefined
    if (request.method === 'POST') {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const text = Buffer.concat(chunks).toString()
      if (pathname === '/complaints') complaints.push(text)
      else posts.push(new URLSearchParams(text))
      body = '<!doctype html><title>Thank you</title><h1>Thank you</h1>'
    } else body = await fileOf(pathname)
    const type = MEDIA[extname(pathname) || '.html'] ?? 'application/octet-stream'
    const headers = { 'Content-Type': type, 'Content-Security-Policy': policy }
    response.writeHead(body === undefined ? 404 : 200, headers)
    response.end(body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posts,
    complaints,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
