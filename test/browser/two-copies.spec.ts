import { expect } from 'playwright/test'
import { choose, PDF, phases, test } from './element-site.ts'
import { startHost } from './two-origins.ts'

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "connect-src 'self' http://127.0.0.1:*",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html sealdrop 'allow-duplicates'",
].join('; ')

test('two copies on a page with Trusted Types run, as the line in SECURITY.md says', async ({
  page,
  didww,
  sandbox,
}) => {
  const errors: string[] = []
  page.on('console', message => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', error => errors.push(String(error)))
  const scripts =
    '<script src="/sealdrop.iife.js"></script><script type="module" src="/sealdrop.js"></script>'
  const body = `<!doctype html><title>Form</title>${scripts}<seal-drop ${didww}></seal-drop>`
  const host = await startHost({ policy: POLICY, pages: { '/': body } })
  try {
    await page.goto(`${host.origin}/`)
    const widget = page.locator('seal-drop')
    await widget.evaluate((element: HTMLElementTagNameMap['seal-drop'], apiKey) => {
      element.authorize = () => ({ 'Api-Key': apiKey })
    }, sandbox.apiKey)
    await choose(widget, PDF)
    await expect.poll(() => phases(widget)).toEqual(['done'])
    // The element is the first copy's. A session of the second has its own worker, and its own policy.
    await page.evaluate(async url => {
      const { createSession, none, transportByName } = await import(url)
      const transport = transportByName('http', { endpoint: '/files' })
      const session = await createSession({ transport, seal: none('a test') })
      await session.warmUp()
    }, `${host.origin}/sealdrop.js`)
    expect(page.workers()).toHaveLength(2)
    expect(errors.filter(text => !text.includes('favicon'))).toEqual([])
  } finally {
    await host.close()
  }
})
