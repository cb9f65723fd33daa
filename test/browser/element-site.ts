import { readFile, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import {
  test as base,
  expect,
  type Locator,
  type Page,
  type PlaywrightTestArgs,
  type PlaywrightTestOptions,
  type PlaywrightWorkerArgs,
  type PlaywrightWorkerOptions,
  type TestType,
} from 'playwright/test'
import { type DidwwSandbox, startDidww } from '../../src/sandbox/didww/sandbox.ts'
import { paddedPdf } from '../documents.ts'
import { chooseBy } from './chooser.ts'

const root = join(import.meta.dirname, '..', '..')

/** As strict as a site can be: whatever the element did against it would fail the test. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "connect-src 'self' http://127.0.0.1:* http://localhost:*",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html sealdrop',
].join('; ')

const CSS = `:root { color-scheme: light dark; font: 16px/1.5 sans-serif }
body { margin: 24px; background: light-dark(#f3f4f6, #101318); color: light-dark(#15171c, #eceef3) }`

const MEDIA: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
}

/** A web site that uses the built script tag. */
export interface Site {
  readonly port: number
  /** Serves this body as a page, and returns its path. */
  page(body: string, head?: string): string
  /** What forms were sent with, in order. */
  readonly posts: readonly URLSearchParams[]
  close(): Promise<void>
}

const startSite = async (): Promise<Site> => {
  const pages = new Map<string, string>()
  const posts: URLSearchParams[] = []
  const server: Server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site')
    const send = (status: number, type: string, body: string | Buffer): void => {
      response.writeHead(status, { 'Content-Type': type, 'Content-Security-Policy': POLICY })
      response.end(body)
    }
    if (request.method === 'POST') {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      posts.push(new URLSearchParams(Buffer.concat(chunks).toString()))
      return send(200, 'text/html', '<!doctype html><title>Thank you</title><h1>Thank you</h1>')
    }
    const page = pages.get(pathname)
    if (page !== undefined) return send(200, 'text/html; charset=utf-8', page)
    if (pathname === '/page.css') return send(200, 'text/css', CSS)
    try {
      const file = await readFile(join(root, 'dist', pathname.replace('/dist/', '')))
      send(200, MEDIA[extname(pathname)] ?? 'application/octet-stream', file)
    } catch {
      send(404, 'text/plain', 'Not found')
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    posts,
    page(body, head = '<script type="module" src="/dist/sealdrop.js"></script>') {
      const path = `/page-${pages.size}`
      pages.set(
        path,
        `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Application</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/page.css">
${head}</head><body><main>${body}</main></body></html>`,
      )
      return path
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export { HEIC, JPG, LOCKED_PDF, OPEN_PDF, PDF, PNG } from '../documents.ts'

/** A whole PDF so large that the buffers of the network do not swallow it. */
export const largePdf = async (): Promise<string> => {
  const path = test.info().outputPath('lease.pdf')
  await writeFile(path, await paddedPdf(16_000_000))
  return path
}

/** Chooses files as a person does: by the button, and the dialog it opens. */
export const choose = async (widget: Locator, ...paths: string[]): Promise<void> => {
  const button = widget.getByRole('button', { name: /^choose/i })
  await chooseBy(widget.page(), () => button.click(), paths)
}

/** Points at the element, which is enough to make it load the rest of its code; then waits until that is there. */
export const pointAt = async (widget: Locator): Promise<void> => {
  await widget.hover()
  await widget.evaluate((element: HTMLElementTagNameMap['seal-drop']) => element.settled())
}

/** The code that the element loads when somebody is about to use it: session, list, words for files. */
export const LATE_CODE = '**/uploads-*.js'

/** Keeps files of this kind from the page until the returned function is called. */
export const keepBack = async (page: Page, files: string): Promise<() => void> => {
  let open = (): void => {}
  const gate = new Promise<void>(resolve => (open = resolve))
  await page.route(files, async route => {
    await gate
    await route.continue()
  })
  return open
}

/** The phases of all files, in order. */
export const phases = (widget: Locator): Promise<string[]> =>
  widget.evaluate(element =>
    (element as HTMLElementTagNameMap['seal-drop']).files.map(({ state }) => state.phase),
  )

interface Rooms {
  readonly site: Site
  readonly server: DidwwSandbox
}
interface Tools {
  /** Without a fault, a request or an upload of another test. */
  readonly sandbox: DidwwSandbox
  /** Opens a page with this body. Every `<seal-drop>` in it is given the sandbox's key. Names of events are kept in `events()`. */
  readonly open: (body: string) => Promise<Locator>
  /** What the page saw, in order, as `type`, with a phase or a code where the event has one. */
  readonly events: () => Promise<string[]>
  /** The attributes that send to the sandbox. */
  readonly didww: string
}

declare global {
  interface Window {
    seen: string[]
  }
}

const EVENTS = [
  'sealdrop-add',
  'sealdrop-reject',
  'sealdrop-state',
  'sealdrop-receipt',
  'sealdrop-fail',
  'sealdrop-settled',
  'input',
  'change',
  'submit',
  'invalid',
]

/** Runs in the page. */
const keepEvents = (types: readonly string[]): void => {
  window.seen = []
  for (const type of types)
    document.addEventListener(
      type,
      event => {
        const { state, error } = event as Event & {
          state?: { phase: string }
          error?: { code: string }
        }
        window.seen.push([type, state?.phase, error?.code].filter(Boolean).join(' '))
      },
      { capture: type === 'invalid' },
    )
}

export const test: TestType<
  PlaywrightTestArgs & PlaywrightTestOptions & Tools,
  PlaywrightWorkerArgs & PlaywrightWorkerOptions & Rooms
> = base.extend<Tools, Rooms>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names from this pattern
    async ({}, use) => {
      const site = await startSite()
      await use(site)
      await site.close()
    },
    { scope: 'worker' },
  ],
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names from this pattern
    async ({}, use) => {
      const sandbox = await startDidww({ modulusLength: 2048 })
      await use(sandbox)
      await sandbox.close()
    },
    { scope: 'worker' },
  ],
  sandbox: async ({ server }, use) => {
    server.reset()
    await use(server)
  },
  didww: async ({ sandbox }, use) => {
    await use(`transport="didww" endpoint="${sandbox.endpoint}"`)
  },
  open: async ({ page, site, sandbox }, use) => {
    const violations: string[] = []
    page.on('console', message => {
      if (/Content.Security.Policy|TrustedScript/i.test(message.text()))
        violations.push(message.text())
    })
    await page.addInitScript(keepEvents, EVENTS)
    await use(async body => {
      await page.goto(`http://127.0.0.1:${site.port}${site.page(body)}`)
      await page.evaluate(apiKey => {
        for (const element of document.querySelectorAll('seal-drop'))
          element.authorize = () => ({ 'Api-Key': apiKey })
      }, sandbox.apiKey)
      return page.locator('seal-drop').first()
    })
    expect(violations).toEqual([])
  },
  events: async ({ page }, use) => {
    await use(() => page.evaluate(() => window.seen))
  },
})
