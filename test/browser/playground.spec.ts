import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import type { Playground } from '../../demo/serve.ts'
import { providers as registered } from '../../src/providers/page.ts'
import { complaintsInAllColours } from '../axe.ts'
import { turnsOf } from '../turns.ts'
import { choose, chooseBy } from './chooser.ts'
import { complaintsOf } from './complaints.ts'
import { newKeys } from './desk-site.ts'
import { startPlayground } from './own-playground.ts'

const samples = join(import.meta.dirname, '..', 'samples')
const FILES = ['pdf/doc_1_3_pages.pdf', 'jpg/Canon_40D.jpg', 'png/basn2c16.png'].map(name =>
  join(samples, name),
)

/** Cryptshare's way has the most requests: three files take 3 to 4 s in a run of all tests. */
const ARRIVAL = { timeout: 20_000 } as const

// One after the other: else each worker would start a dev server, which bundles and transforms all anew.
test.describe.configure({ mode: 'default' })

let playground: Playground
test.beforeAll(async () => {
  playground = await startPlayground()
})
test.afterAll(() => playground.close())

const providers = Object.keys(registered)
/** Each provider's own tests send to it directly, too. */
const waysOf = (provider: string): readonly string[] =>
  turnsOf(4) === 4 || provider === 'http' ? ['relay', 'direct'] : ['relay']

for (const provider of providers)
  for (const way of waysOf(provider))
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
        const arrived = page.locator('#panel').getByText(sha256).first()
        await expect(arrived).toBeVisible(ARRIVAL)
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

test('the code to embed says what the element has, and can be copied', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`${playground.url}?provider=http&way=direct&theme=compact&lang=en`)
  await page.getByRole('button', { name: 'Copy: In your page' }).click()
  await expect(page.getByText('Copied.')).toBeVisible()
  const [copied, live] = await page.evaluate(async () => {
    const attributesIn = (root: ParentNode) =>
      Object.fromEntries(
        [...(root.querySelector('seal-drop')?.attributes ?? [])].map(({ name, value }) => [
          name,
          value,
        ]),
      )
    return [await navigator.clipboard.readText(), attributesIn(document)] as const
  })
  await page.goto('about:blank')
  await page.setContent(copied)
  const embedded = await page
    .locator('seal-drop')
    .evaluate(({ attributes }) =>
      Object.fromEntries([...attributes].map(({ name, value }) => [name, value])),
    )
  expect(embedded).toEqual(live)
  expect(embedded.class).toBe('compact')
})

test('what embeds it holds no key of the provider', async ({ page }) => {
  for (const provider of playground.providers) {
    await page.goto(`${playground.url}?provider=${provider.name}&way=direct`)
    await expect(page.locator('#embed')).toContainText(`transport="${provider.name}"`)
    const text = (await page.locator('#embed').textContent()) ?? ''
    for (const value of Object.values(provider.headers)) expect(text).not.toContain(value)
  }
})

test('theme, language and width change while the files stay', async ({ page }) => {
  await page.goto(`${playground.url}?provider=http`)
  await choose(page, FILES)
  const rows = page.locator('seal-drop [part=file]')
  await expect(rows.filter({ hasText: 'Delivered' })).toHaveCount(FILES.length, ARRIVAL)
  await page.getByLabel('Theme').selectOption('minimal')
  await page.getByLabel('Width').selectOption('260')
  await expect(page).toHaveURL(/provider=http&way=relay&theme=minimal&width=260$/)
  await expect(page.locator('seal-drop')).toHaveClass('minimal')
  expect((await page.locator('seal-drop').boundingBox())?.width).toBe(260)
  await expect(page.locator('#embed')).toContainText('class="minimal"')
  await expect(rows).toHaveCount(FILES.length)
})

test('what was sealed for a key of the visitor opens at the desk', async ({ page }) => {
  const [, file = ''] = FILES
  const { recipient, identity } = await newKeys()
  const complaints = complaintsOf(page)
  await page.goto(`${playground.url}?provider=http&seal=own`)
  await page.getByLabel('Your recipient').fill(recipient)
  await page.getByLabel('Your recipient').press('Enter')
  await expect(page).toHaveURL(new RegExp(recipient))
  await choose(page, file)
  const row = page.locator('.upload').filter({ hasText: 'for your key' })
  const saved = page.waitForEvent('download')
  await row.getByRole('link', { name: 'Download what arrived' }).click()
  const sealed = await readFile(await (await saved).path())
  const opened = page.waitForEvent('popup')
  await row.getByRole('link', { name: 'Open it at the desk' }).click()
  const desk = await opened
  await desk.getByLabel(/paste an identity/).fill(identity)
  await desk.getByRole('button', { name: 'Use it' }).click()
  await expect(desk.getByText('Identity of')).toBeVisible()
  await chooseBy(desk, () => desk.getByRole('button', { name: /^choose.*sealed/i }).click(), {
    name: 'arrived.age',
    mimeType: 'application/octet-stream',
    buffer: sealed,
  })
  await expect(desk.getByText('Unchanged since it was sealed.')).toBeVisible()
  expect(complaints.filter(line => !line.includes('Lit is in dev mode'))).toEqual([])
})

test('the secret half of a key pair gets into no address', async ({ page }) => {
  const { identity } = await newKeys()
  await page.goto(`${playground.url}?provider=http&seal=own`)
  await page.getByLabel('Your recipient').fill(identity)
  await page.getByLabel('Your recipient').press('Enter')
  await page.getByLabel('Theme').selectOption('minimal')
  await expect(page.locator('seal-drop')).toHaveClass('minimal')
  expect(page.url()).not.toContain('SECRET')
})

test('what is not sealed is shown as what it is', async ({ page }) => {
  await page.goto(`${playground.url}?provider=http&seal=none`)
  await choose(page, FILES)
  await expect(page.getByText('No: whoever has the server has the document')).toHaveCount(
    3,
    ARRIVAL,
  )
})

test('a server that is busy is seen there and among the events, and the file arrives', async ({
  page,
}) => {
  await page.goto(`${playground.url}?provider=didww`)
  const fault = page.getByRole('button', { name: 'Answer it with 503' })
  await fault.click()
  await expect(fault).toHaveAttribute('aria-pressed', 'true')
  await choose(page, FILES[0] ?? '')
  await expect(page.locator('#panel').getByText('503', { exact: true })).toBeVisible(ARRIVAL)
  await expect(page.locator('#events').getByText(/ retrying/)).toBeVisible(ARRIVAL)
  await expect(page.locator('#events').getByText('sealdrop-receipt')).toBeVisible(ARRIVAL)
  await expect(fault).toHaveAttribute('aria-pressed', 'false')
})

for (const width of [260, 390, 1280])
  test(`the playground fits ${width} px, and axe finds nothing on it`, async ({ page }) => {
    test.slow()
    await page.setViewportSize({ width, height: 800 })
    await page.goto(`${playground.url}?provider=http&way=direct&seal=own`)
    await choose(page, FILES)
    await page.locator('#events').getByText('Receipt').first().click()
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0)
    if (width < 1280) expect(await complaintsInAllColours(page)).toEqual([])
  })

test('the playground has a sandbox for every transport', () => {
  expect(playground.providers.map(({ name }) => name)).toEqual(providers)
})
