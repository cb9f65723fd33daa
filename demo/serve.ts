import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createServer as createVite } from 'vite'
import { devDefine, devDependencies, workerText } from '../vite.config.ts'
import { answerApplication } from './apply.ts'
import type { Provider } from './providers/provider.ts'
import { startProviders } from './providers/start.ts'
import { answerSite } from './site/serve.ts'
import { SITE } from './site/sources.ts'
import { createSite } from './site.ts'

export interface PlaygroundOptions {
  /** The next free one after it is taken when it is in use. 0: any. */
  readonly port?: number
  /** Reload the page when a source changes. */
  readonly watch?: boolean
  /** Bits of the sandbox's keys. */
  readonly modulusLength?: number
  /** Where Vite keeps what it bundled. Two servers must not share it: each would replace what the other is just serving. */
  readonly cacheName?: string
}

export interface Playground {
  readonly url: string
  readonly providers: readonly Provider[]
  close(): Promise<void>
}

/** What the page is told at `/config.json`. */
export interface Config {
  readonly providers: readonly Offer[]
  /** Whether the documentation is built: it is at `/docs/` then. */
  readonly hasDocs: boolean
  /** That the element has words in, as in `lang`. */
  readonly languages: readonly string[]
}

/** One provider as the page knows it. `relay` is the path at which this site forwards to it. */
export interface Offer extends Omit<Provider, 'upstream' | 'seen' | 'sealed' | 'close'> {
  readonly relay: string
}

const offerOf = ({
  upstream: _,
  seen: __,
  sealed: ___,
  close: ____,
  ...provider
}: Provider): Offer => ({
  ...provider,
  relay: `/relay/${provider.name}`,
})

const DEMO = fileURLToPath(new URL('.', import.meta.url))
const DESK = fileURLToPath(new URL('../src/desk/', import.meta.url))
const STRINGS = fileURLToPath(new URL('../src/element/strings/', import.meta.url))
const REPOSITORY = fileURLToPath(new URL('..', import.meta.url))

/** The playground: a site's own server, with every provider's sandbox beside it, each on an origin of its own. */
export const servePlayground = async (options: PlaygroundOptions = {}): Promise<Playground> => {
  const { port = 5173, watch = false, modulusLength = 4096, cacheName = 'playground' } = options
  const providers = await startProviders(modulusLength)
  const hasDocs = existsSync(join(SITE, 'index.html'))
  const languages = languagesIn(await readdir(STRINGS))
  const config: Config = { providers: providers.map(offerOf), hasDocs, languages }
  const policy = contentSecurityPolicy(providers.map(provider => provider.url))
  const forDesk = deskPolicy(watch)

  const site = createSite(providers)
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const isDesk = request.url?.startsWith('/desk/')
    response.setHeader('Content-Security-Policy', isDesk ? forDesk : policy)
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Referrer-Policy', 'no-referrer')
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://playground')
    site.welcome(request, response)
    if (pathname === '/config.json') answerJson(response, config)
    else if (pathname === '/seen.json')
      answerJson(response, await site.seen(searchParams.get('provider') ?? ''))
    else if (pathname === '/sealed') answerSealed(response, searchParams)
    else if (pathname.startsWith('/relay/')) await site.relay(request, response)
    else if (pathname === '/apply')
      await answerApplication(request, response, (name, value) => site.knows(request, name, value))
    else if (pathname === '/desk/') await answerDesk(response)
    else if (pathname === '/docs/stand-ins.json') answerJson(response, config)
    else if (pathname.startsWith('/docs/')) await answerSite(pathname.slice(5), response)
    else vite.middlewares(request, response)
  }
  /** As it arrived, for the desk, which reaches nothing and is given files by hand. */
  const answerSealed = (response: ServerResponse, asked: URLSearchParams): void => {
    const id = asked.get('id') ?? ''
    const provider = providers.find(({ name }) => name === asked.get('provider'))
    const sealed = provider?.sealed(id)
    if (!sealed) return void response.writeHead(404).end()
    const name = `${id.replace(/[^\w-]+/g, '-')}${sealed.subarray(0, 5).equals(PDF_HEAD) ? '.pdf' : '.age'}`
    response.setHeader('Content-Type', 'application/octet-stream')
    response.setHeader('Content-Disposition', `attachment; filename="${name}"`)
    response.end(sealed)
  }
  const answerDesk = async (response: ServerResponse): Promise<void> => {
    // The desk's files lie outside the playground's folder, where the dev server serves them by their whole path.
    const folder = `/@fs/${DESK.replaceAll('\\', '/').replace(/^\//, '')}`
    const page = (await readFile(join(DESK, 'index.html'), 'utf8')).replaceAll(
      '"/desk/',
      `"${folder}`,
    )
    response.setHeader('Content-Type', 'text/html')
    response.end(await vite.transformIndexHtml('/desk/', page))
  }
  const server = createServer((request, response) => {
    serve(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  const vite = await createVite({
    configFile: false,
    root: DEMO,
    cacheDir: fileURLToPath(new URL(`../.cache/${cacheName}`, import.meta.url)),
    logLevel: 'warn',
    define: devDefine,
    plugins: [workerText],
    optimizeDeps: { include: devDependencies },
    server: {
      middlewareMode: true,
      hmr: watch,
      ws: { server },
      watch: watch ? {} : null,
      fs: { allow: [REPOSITORY] },
    },
  })
  const url = `http://127.0.0.1:${await listen(server, port)}/`

  return {
    url,
    providers,
    close: async () => {
      server.closeAllConnections()
      await Promise.all([
        new Promise(resolve => {
          server.close(resolve)
        }),
        vite.close(),
        ...providers.map(provider => provider.close()),
      ])
    },
  }
}

const PDF_HEAD = Buffer.from('%PDF-')

/** Each language has a file of its own, which is called as in `lang`. */
const languagesIn = (files: readonly string[]): readonly string[] =>
  files.flatMap(file => /^([a-z]{2,3}(?:-[A-Z]\w+)?)\.ts$/.exec(file)?.[1] ?? []).sort()

const answerJson = (response: ServerResponse, value: unknown): void => {
  response.setHeader('Content-Type', 'application/json')
  response.setHeader('Cache-Control', 'no-store')
  response.end(JSON.stringify(value))
}

/** What a site that uses the widget could send too. Nothing inline, and nowhere to go but here and the providers. */
const contentSecurityPolicy = (sandboxes: readonly string[]): string =>
  [
    "default-src 'self'",
    `connect-src 'self' ${sandboxes.join(' ')}`,
    "img-src 'self' blob: data:",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')

/** The desk holds identities and opened documents: it goes nowhere, except for the server's word that a source changed. */
const deskPolicy = (watch: boolean): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    `connect-src ${watch ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')

const LAST_TRY = 20

const listen = (server: Server, port: number, tried = 0): Promise<number> =>
  new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' && tried < LAST_TRY
        ? resolve(listen(server, port + 1, tried + 1))
        : reject(error)
    server.once('error', failed)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed)
      resolve((server.address() as AddressInfo).port)
    })
  })
