import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, type Response, test } from 'playwright/test'
import { build, createServer } from 'vite'
import { type DidwwSandbox, startDidww } from '../../src/sandbox/didww/sandbox.ts'
import { installPacked } from '../consumer.ts'
import { choose } from './chooser.ts'
import { startWebsite, upstreamOf } from './website.ts'

const root = join(import.meta.dirname, '..', '..')
const dist = join(root, 'dist')
const PDF = join(root, 'test', 'samples', 'pdf', 'doc_1_3_pages.pdf')

let sandbox: DidwwSandbox
test.beforeAll(async () => {
  sandbox = await startDidww({ modulusLength: 2048 })
})
test.beforeEach(() => sandbox.reset())
test.afterAll(() => sandbox.close())

/** That the sandbox holds the PDF, opened by both its keys to the same bytes. */
const expectArrived = async (): Promise<void> => {
  const sha256 = createHash('sha256')
    .update(await readFile(PDF))
    .digest('hex')
  const [received, ...others] = sandbox.received()
  expect(others).toEqual([])
  expect(received?.openedWithA).toMatchObject({ sha256 })
  expect(received?.openedWithB).toMatchObject({ sha256 })
}

const FORM = `
  <form action="/apply" method="post">
    <label for="papers">Identity documents</label>
    <seal-drop id="papers" name="papers" required transport="didww" endpoint="/relay/v3"></seal-drop>
    <button>Apply</button>
  </form>`
const pageWith = (head: string, body = FORM): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Apply</title>${head}</head><body>${body}</body></html>`

for (const [what, script] of [
  ['a module', '<script type="module" src="/sealdrop.js"></script>'],
  ['a classic script', '<script src="/sealdrop.iife.js"></script>'],
] as const)
  test(`a script tag (${what}) and plain HTML: the form carries the reference`, async ({
    page,
  }) => {
    const site = await startWebsite(upstreamOf(sandbox), dist, { '/': pageWith(script) })
    const errors: string[] = []
    page.on('console', message => message.type() === 'error' && errors.push(message.text()))
    await page.goto(site.url)
    await choose(page, PDF)
    await expect(page.getByText(/^Delivered/)).toBeVisible()
    await page.getByRole('button', { name: 'Apply' }).click()
    await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
    await expectArrived()
    expect(site.posts.map(post => post.getAll('papers'))).toEqual([[sandbox.received()[0]?.id]])
    expect(errors).toEqual([])
    await site.close()
  })

test('the headless session, without a bundler', async ({ page }) => {
  const script = `
    import { createSession, didww } from '/index.js'
    const session = createSession({ transport: didww({ endpoint: '/relay/v3' }) })
    document.querySelector('input').addEventListener('change', async event => {
      session.add(event.target.files)
      const [receipt] = await session.finish()
      document.querySelector('output').textContent = JSON.stringify(receipt)
      session.close()
    })`
  const site = await startWebsite(upstreamOf(sandbox), dist, {
    '/': pageWith(
      '<script type="module" src="/page.js"></script>',
      '<input type="file"><output></output>',
    ),
    '/page.js': script,
  })
  await page.goto(site.url)
  await page.locator('input').setInputFiles(PDF)
  await expect(page.locator('output')).toContainText('reference')
  await expectArrived()
  const receipt = JSON.parse((await page.locator('output').textContent()) ?? '')
  expect(receipt).toMatchObject({ reference: sandbox.received()[0]?.id, type: 'application/pdf' })
  await site.close()
})

/** A small application that has installed the package. */
const application = (name: string) =>
  installPacked(name, {
    'index.html': pageWith('<script type="module" src="/main.js"></script>'),
    'main.js': "import 'sealdrop/define'\n",
  })

test('an npm import, built by Vite', async ({ page }) => {
  const { folder } = await application('vite-build')
  // A development server in this process has said otherwise, and packages listen to it.
  process.env.NODE_ENV = 'production'
  await build({ root: folder, configFile: false, logLevel: 'error' })
  const site = await startWebsite(upstreamOf(sandbox), join(folder, 'dist'))
  const scripts: Response[] = []
  page.on('response', response => {
    if (response.url().endsWith('.js')) scripts.push(response)
  })
  await page.clock.install()
  await page.goto(site.url)
  await page.clock.runFor(10_000)
  await page.waitForLoadState('networkidle')
  const bodies = await Promise.all(scripts.map(script => script.body()))
  const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)
  // Until somebody is about to use the element.
  expect(bytes).toBeGreaterThan(10_000)
  expect(bytes).toBeLessThanOrEqual(20_000)
  await page.clock.resume()
  await choose(page, PDF)
  await expect(page.getByText(/^Delivered/)).toBeVisible()
  await expectArrived()
  await site.close()
})

test('an npm import, served by Vite while it is developed', async ({ page }) => {
  const { folder } = await application('vite-dev')
  const site = await startWebsite(upstreamOf(sandbox), folder)
  const vite = await createServer({
    root: folder,
    configFile: false,
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0, proxy: { '/relay': site.url }, watch: null, ws: false },
  })
  await vite.listen()
  await page.goto(vite.resolvedUrls?.local[0] ?? '')
  await choose(page, PDF)
  await expect(page.getByText(/^Delivered/)).toBeVisible()
  await expectArrived()
  await vite.close()
  await site.close()
})
