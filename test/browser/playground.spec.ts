import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { type Playground, servePlayground } from '../../demo/serve.ts'
import { providers as registered } from '../../src/providers/page.ts'
import { choose } from './chooser.ts'

const samples = join(import.meta.dirname, '..', 'samples')
const FILES = ['pdf/doc_1_3_pages.pdf', 'jpg/Canon_40D.jpg', 'png/basn2c16.png'].map(name =>
  join(samples, name),
)

let playground: Playground
test.beforeAll(async () => {
  playground = await servePlayground({ port: 0, modulusLength: 2048 })
})
test.afterAll(() => playground.close())

const providers = Object.keys(registered)
const ways = ['relay', 'direct']

for (const provider of providers)
  for (const way of ways)
    test(`a PDF, a JPG and a PNG reach ${provider} and open to the same bytes: ${way}`, async ({
      page,
    }) => {
      const errors: string[] = []
      page.on('pageerror', error => errors.push(error.message))
      await page.goto(`${playground.url}?provider=${provider}&way=${way}`)
      await expect(page.getByLabel('Provider')).toHaveValue(provider)
      await expect(page.getByLabel('The page talks to')).toHaveValue(way)
      await choose(page, FILES)
      await page.getByLabel('Full name').fill('Erika Mustermann')
      for (const file of FILES) {
        const sha256 = createHash('sha256')
          .update(await readFile(file))
          .digest('hex')
        // Cryptshare's way has the most requests: three files take 3 to 4 s in a run of all tests.
        const arrived = page.locator('#panel').getByText(sha256).first()
        await expect(arrived).toBeVisible({ timeout: 20_000 })
      }
      // The sandbox may hold the same documents from a test before: the rows tell of these.
      const arrived = page
        .locator('seal-drop li')
        .filter({ hasText: /Delivered|waiting for the others/ })
      await expect(arrived).toHaveCount(FILES.length)
      await page.getByRole('button', { name: 'Apply' }).click()
      await expect(page.getByText('The provider has it')).toHaveCount(FILES.length)
      expect(errors).toEqual([])
    })

test('another provider is one choice away', async ({ page }) => {
  await page.goto(playground.url)
  await page.getByLabel('Provider').selectOption('http')
  await expect(page).toHaveURL(/provider=http/)
  await expect(page.locator('seal-drop')).toHaveAttribute('transport', 'http')
})

test('the playground has a sandbox for every transport', () => {
  expect(playground.providers.map(({ name }) => name)).toEqual(providers)
})
