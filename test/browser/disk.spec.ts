import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from 'playwright/test'
import { type DidwwSandbox, startDidww } from '../../src/sandbox/didww/sandbox.ts'
import { choose } from './chooser.ts'
import { startWebsite, upstreamOf, type Website } from './website.ts'

const root = join(import.meta.dirname, '..', '..')
const PDF = join(root, 'test', 'samples', 'pdf', 'doc_1_3_pages.pdf')

let sandbox: DidwwSandbox
let site: Website
let folder: string
let path: string

test.beforeAll(async () => {
  sandbox = await startDidww({ modulusLength: 2048 })
  site = await startWebsite(upstreamOf(sandbox), join(root, 'dist'), {
    '/': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Apply</title>
      <script type="module" src="/sealdrop.js"></script></head><body>
      <seal-drop label="Papers" transport="didww" endpoint="/relay/v3" upload="manual"></seal-drop></body></html>`,
  })
})
test.afterAll(async () => {
  await site.close()
  await sandbox.close()
})
test.beforeEach(async ({ page }) => {
  sandbox.reset()
  folder = await mkdtemp(join(tmpdir(), 'sealdrop-'))
  path = join(folder, 'passport.pdf')
  await copyFile(PDF, path)
  await page.goto(site.url)
})
test.afterEach(() => rm(folder, { recursive: true, force: true }))

const stateOf = (page: Page): Promise<{ phase: string; code?: string }> =>
  page.locator('seal-drop').evaluate(element => {
    const [file] = (element as HTMLElementTagNameMap['seal-drop']).files
    const state = file?.state
    return {
      phase: state?.phase ?? '',
      ...(state && 'error' in state && { code: state.error.code }),
    }
  })
const start = (page: Page): Promise<void> =>
  page
    .locator('seal-drop')
    .evaluate(element => (element as HTMLElementTagNameMap['seal-drop']).start())
const uploads = (): number => sandbox.requests().filter(({ method }) => method === 'POST').length

test('a file that changes after it was checked is not sent, and says so', async ({ page }) => {
  await choose(page, path)
  await expect.poll(() => stateOf(page)).toEqual({ phase: 'ready' })
  await writeFile(path, 'something else entirely')
  await start(page)
  await expect.poll(() => stateOf(page)).toEqual({ phase: 'failed', code: 'changed' })
  await expect(page.getByRole('listitem').getByText(/changed/i)).toBeVisible()
  expect(uploads()).toBe(0)
})

test('a file that is gone after it was checked is not sent, and says so', async ({ page }) => {
  await choose(page, path)
  await expect.poll(() => stateOf(page)).toEqual({ phase: 'ready' })
  await rm(path)
  await start(page)
  await expect.poll(() => stateOf(page)).toEqual({ phase: 'failed', code: 'unreadable' })
  expect(uploads()).toBe(0)
})

test('a file that is gone before the first look is refused as unreadable', async ({ page }) => {
  await page.locator('seal-drop').evaluate(element => {
    // The page hears of the choice only after the file is gone from the disk.
    element.addEventListener('sealdrop-add', event => event.preventDefault(), { once: true })
    element.addEventListener('sealdrop-add', event =>
      Object.assign(window, { kept: (event as Event & { file: File }).file }),
    )
  })
  await choose(page, path)
  await expect.poll(() => page.evaluate(() => 'kept' in window)).toBe(true)
  await rm(path)
  await page.locator('seal-drop').evaluate(element => {
    const { kept } = window as unknown as { kept: File }
    ;(element as HTMLElementTagNameMap['seal-drop']).add([kept])
  })
  await expect.poll(() => stateOf(page)).toEqual({ phase: 'refused', code: 'unreadable' })
  await expect(page.getByRole('listitem').getByText(/read/i)).toBeVisible()
})
