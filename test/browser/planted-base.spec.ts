import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Locator, type Page } from 'playwright/test'
import { documentedPolicy } from '../documented-policy.ts'
import { choose, PDF, phases, test } from './element-site.ts'
import { type Host, startHost } from './two-origins.ts'
import { startWebsite, upstreamOf } from './website.ts'

// Whoever can slip HTML into a page, but no script, can plant a <base> and so say what every relative URL means.

const root = join(import.meta.dirname, '..', '..')
const dist = join(root, 'dist')

/** Nothing in it stops the planted element, nor a request to anywhere. */
const LAX = "script-src 'self' 'unsafe-inline'; worker-src 'self' blob: *; connect-src *"

const PLANTED = (thief: Host): string => `<base href="${thief.origin}/">`
const MODULE = '<script type="module" src="/sealdrop.js"></script>'

const pageWith = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><title>Form</title>${head}</head><body>${body}</body></html>`

interface Scene {
  readonly widget: Locator
  /** Paths that were asked for at the origin that the planted element names. */
  readonly stolen: readonly string[]
  readonly errors: readonly string[]
  readonly workers: readonly string[]
  readonly origin: string
}

const openWith = async (
  page: Page,
  thief: Host,
  html: string,
  apiKey: string,
  policy = LAX,
): Promise<Scene> => {
  const site = await startHost({ policy, pages: { '/': html, '/favicon.ico': '' } })
  const errors: string[] = []
  const workers: string[] = []
  page.on('console', message => message.type() === 'error' && errors.push(message.text()))
  page.on('worker', worker => workers.push(worker.url()))
  page.on('close', () => void site.close())
  await page.goto(`${site.origin}/`)
  // It is in force.
  expect(await page.evaluate(() => document.baseURI)).toBe(`${thief.origin}/`)
  await page.evaluate(key => {
    for (const element of document.querySelectorAll('seal-drop'))
      element.authorize = () => ({ 'Api-Key': key })
  }, apiKey)
  const widget = page.locator('seal-drop').first()
  return { widget, stolen: thief.asked, errors, workers, origin: site.origin }
}

let thief: Host
test.beforeEach(async () => {
  // It answers as a server would that wants to be believed.
  thief = await startHost({ cors: true })
})
test.afterEach(() => thief.close())

test('redirects neither the worker nor any chunk of the element', async ({
  page,
  didww,
  sandbox,
}) => {
  // The script tag stands before it: what comes after, the browser itself asks for elsewhere.
  const html = pageWith(MODULE + PLANTED(thief), `<seal-drop ${didww}></seal-drop>`)
  const { widget, stolen, errors, workers, origin } = await openWith(
    page,
    thief,
    html,
    sandbox.apiKey,
  )
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  expect(workers).toEqual([`${origin}/worker.js`])
  expect(stolen).toEqual([])
  expect(errors).toEqual([])
})

test('does not make a classic script that was written into the page take its worker from elsewhere', async ({
  page,
  didww,
  sandbox,
}) => {
  const script = await readFile(join(dist, 'sealdrop.iife.js'), 'utf8')
  const html = pageWith(
    PLANTED(thief),
    `<script>${script}</script><seal-drop ${didww}></seal-drop>`,
  )
  const { widget, stolen, workers, origin } = await openWith(page, thief, html, sandbox.apiKey)
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  expect(workers).toEqual([`${origin}/worker.js`])
  expect(stolen).toEqual([])
})

test('makes a relative endpoint misconfigured: nothing is sent, and nobody is asked for headers', async ({
  page,
}) => {
  const element =
    '<seal-drop transport="http" endpoint="/uploads" recipients="age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"></seal-drop>'
  const html = pageWith(MODULE + PLANTED(thief), element)
  const { widget, stolen } = await openWith(page, thief, html, '')
  await page.evaluate(() => {
    const papers = document.querySelector('seal-drop')
    if (!papers) return
    papers.authorize = () => {
      document.title = 'asked'
      return {}
    }
  })
  await widget.hover()
  await expect(widget).toContainText('not set up correctly')
  expect(await page.title()).toBe('Form')
  expect(stolen).toEqual([])
})

test('makes a relative worker-url misconfigured', async ({ page, didww, sandbox }) => {
  const element = `<seal-drop worker-url="worker.js" ${didww}></seal-drop>`
  const html = pageWith(MODULE + PLANTED(thief), element)
  const { widget, stolen } = await openWith(page, thief, html, sandbox.apiKey)
  await widget.hover()
  await expect(widget).toContainText('not set up correctly')
  expect(stolen).toEqual([])
})

test('means nothing at all under the policy of SECURITY.md', async ({ page, sandbox }) => {
  const policy = await documentedPolicy()
  const html = pageWith(
    PLANTED(thief) + MODULE,
    '<seal-drop transport="didww" endpoint="/relay/v3"></seal-drop>',
  )
  const site = await startWebsite(upstreamOf(sandbox), dist, { '/': html }, { policy })
  await page.goto(site.url)
  expect(await page.evaluate(() => document.baseURI)).toBe(`${site.url}/`)
  const widget = page.locator('seal-drop')
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  expect(thief.asked).toEqual([])
  await site.close()
})

test('a page of another site cannot show the form in a frame under that policy', async ({
  page,
  sandbox,
}) => {
  const policy = await documentedPolicy()
  const html = pageWith(MODULE, '<seal-drop transport="didww" endpoint="/relay/v3"></seal-drop>')
  const site = await startWebsite(upstreamOf(sandbox), dist, { '/': html }, { policy })
  const lax = await startWebsite(upstreamOf(sandbox), dist, { '/': html }, { policy: LAX })
  const around = (url: string): string => `<iframe src="${url}"></iframe>`
  const attacker = await startHost({
    pages: { '/strict': around(site.url), '/lax': around(lax.url) },
  })
  const isShown = async (path: string): Promise<boolean> => {
    await page.goto(`${attacker.origin}${path}`)
    return (await page.frameLocator('iframe').locator('seal-drop').count()) > 0
  }
  expect(await isShown('/lax')).toBe(true)
  expect(await isShown('/strict')).toBe(false)
  for (const server of [site, lax, attacker]) await server.close()
})
