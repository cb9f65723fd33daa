import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { test as base, expect, type Page } from 'playwright/test'
import { type Playground, servePlayground } from '../../demo/serve.ts'
import { paths } from '../../demo/site/menu.ts'
import { answerSite } from '../../demo/site/serve.ts'
import { complaints } from '../axe.ts'
import { choose } from './chooser.ts'

const PDF = join(import.meta.dirname, '..', 'samples', 'pdf', 'doc_1_3_pages.pdf')

/** The built site as plain files, with nothing behind it. */
const servePlain = async (): Promise<Server> => {
  const server = createServer((request, response) => {
    void answerSite(new URL(request.url ?? '/', 'http://site').pathname, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return server
}

const test = base.extend<{ told: string[] }, { site: string }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern
    async ({}, use) => {
      const server = await servePlain()
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
      server.closeAllConnections()
      server.close()
    },
    { scope: 'worker' },
  ],
  /** Everything that a page has to complain of, and every request to another host. */
  told: async ({ page }, use) => {
    const told: string[] = []
    page.on('console', message => told.push(`${message.type()}: ${message.text()}`))
    page.on('pageerror', error => told.push(error.message))
    page.on('request', request => {
      if (new URL(request.url()).host !== new URL(page.url()).host && page.url() !== 'about:blank')
        told.push(`asks ${request.url()}`)
    })
    await use(told)
  },
})

const widerThanTheScreen = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > innerWidth)

/** All that other colours can change, and all that a narrow page can. */
const COLOURS = { only: ['color-contrast', 'link-in-text-block'] }
const LAYOUT = { only: ['scrollable-region-focusable', 'target-size', 'landmark-unique', 'region'] }

for (const path of paths)
  test(`${path}: axe finds nothing, it fits a phone, and asks no other host`, async ({
    page,
    site,
    told,
  }) => {
    await page.goto(`${site}${path}.html`)
    expect(await complaints(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await complaints(page, COLOURS), 'in dark colours').toEqual([])
    await page.setViewportSize({ width: 320, height: 800 })
    expect(await widerThanTheScreen(page)).toBe(false)
    expect(await complaints(page, LAYOUT), 'on a phone').toEqual([])
    expect(told).toEqual([])
  })

test('the keyboard comes first to the text, then to the menu', async ({ page, site }) => {
  await page.goto(`${site}guides/relay.html`)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  const isInText = () => document.activeElement?.closest('main') !== null
  expect(await page.evaluate(isInText)).toBe(true)
})

test('a page opens from the disk, with its style', async ({ page }) => {
  await page.goto(`file://${join(import.meta.dirname, '../../.cache/site/guides/relay.html')}`)
  const menu = page.getByRole('navigation', { name: 'All pages' })
  await menu.getByText('Reference').click()
  await menu.getByRole('link', { name: 'Errors' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Errors')
  expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px')
})

test.describe('the element on the first page', () => {
  let playground: Playground
  test.beforeAll(async () => {
    playground = await servePlayground({ port: 0, modulusLength: 2048 })
  })
  test.afterAll(() => playground.close())

  test('delivers to the local stand-in, and the page shows what arrived', async ({
    page,
    told,
  }) => {
    await page.goto(`${playground.url}docs/`)
    await choose(page, PDF)
    await expect(page.getByText(/^Delivered/)).toBeVisible()
    await expect(page.getByText('The recipient opens it: the same SHA-256')).toBeVisible()
    expect(await complaints(page)).toEqual([])
    expect(told).toEqual([])
  })

  test('is one link away from the playground', async ({ page }) => {
    await page.goto(playground.url)
    await page.getByRole('link', { name: 'Documentation' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('SealDrop')
  })

  test('is a note where the site is served as plain files', async ({ page, site }) => {
    await page.goto(`${site}index.html`)
    await expect(page.getByText('served as plain files')).toBeVisible()
    await expect(page.locator('seal-drop')).toHaveCount(0)
  })
})
