import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from 'playwright/test'
import { startTus, type TusSandbox } from '../../src/sandbox/tus/sandbox.ts'
import { complaintsInAllColours } from '../axe.ts'
import { written } from '../engines/reload/in-page.ts'
import { choose, PDF, PNG, phases, pointAt, test } from './element-site.ts'

type Element = HTMLElementTagNameMap['seal-drop']

let tus: TusSandbox
test.beforeAll(async () => {
  tus = await startTus()
})
test.beforeEach(() => tus.reset())
test.afterAll(() => tus.close())

const field = (attributes = ''): string =>
  `<seal-drop name="papers" transport="tus" endpoint="${tus.endpoint}" options='{"chunkSize":4000}'
    recipients="${tus.recipient}" ${attributes}></seal-drop>`

const form = (inner: string): string =>
  `<form action="/apply" method="post">${inner}<button>Apply</button></form>`

const row = (widget: Locator): Locator => widget.locator('[part=file]')
const goOn = (widget: Locator): Locator =>
  widget.getByRole('button', { name: /^Go on: A document/ })
const notMine = (widget: Locator): Locator =>
  widget.getByRole('button', { name: /^Not mine: A document/ })

/** As a page does that signs somebody in: its script runs after the element is there. */
const signIn = (page: Page): Promise<void> =>
  page.evaluate(token => {
    for (const element of document.querySelectorAll('seal-drop'))
      element.authorize = () => ({ Authorization: `Bearer ${token}` })
  }, tus.token)

const marker = (page: Page): Promise<string | null> =>
  page.evaluate(() => localStorage.getItem('sealdrop:shelf'))

/** What is under way is half sent, and then the page is loaded again, and offers it. */
const cutOff = async (page: Page, widget: Locator): Promise<void> => {
  await expect.poll(() => tus.requests().filter(({ kind }) => kind === 'upload').length).toBe(2)
  // Until the upload's address is written down, a reload leaves one that nobody can find again.
  await expect
    .poll(() => page.evaluate(written))
    .toContainEqual(expect.stringContaining('"resume"'))
  await page.reload()
  await signIn(page)
  tus.flip({ stall: false })
  // It is listed when it has been read: after whatever is chosen before that.
  await expect(goOn(widget)).toBeVisible()
}

/** A document is chosen, half sent, and offered after a reload. */
const leaveHalf = async (page: Page, widget: Locator): Promise<void> => {
  await signIn(page)
  tus.flip({ stall: { after: 1, on: 'upload' } })
  await choose(widget, PDF)
  await cutOff(page, widget)
}

test('what a reload cut off is offered, counts for nothing, and goes on without the file', async ({
  open,
  page,
  site,
}) => {
  const widget = await open(form(field('required')))
  await leaveHalf(page, widget)
  await expect(row(widget).locator('[part=name]')).toHaveText(/^\s*A document chosen at \d/)
  await expect(row(widget).locator('[part=meta]')).toHaveText('12 kB')
  await expect(widget.locator('#said')).toContainText('was not sent to its end')
  expect(
    await widget.evaluate(async (element: Element) => ({
      value: element.value,
      missing: element.validity?.valueMissing,
      settled: await element.settled(),
      file: element.files[0]?.file,
    })),
  ).toEqual({ value: '', missing: true, settled: [], file: undefined })
  expect(
    await complaintsInAllColours(page, { ignored: ['region', 'page-has-heading-one'] }),
  ).toEqual([])
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(widget.getByText('Please add a document.')).toBeVisible()
  expect(await phases(widget)).toEqual(['paused'])
  const before = tus.requests().length

  // By the keyboard alone. The focus stays in the row, and not on what would end it.
  tus.flip({ stall: { after: 0, on: 'upload' } })
  await goOn(widget).focus()
  await page.keyboard.press('Enter')
  await expect(row(widget)).toBeFocused()
  tus.flip({ stall: false })
  await expect(widget.getByText('Delivered', { exact: true })).toBeVisible()
  await expect(row(widget).locator('[part=name]')).toHaveText(/^\s*A document chosen at \d/)
  await expect(widget.locator('#said')).toContainText(/A document chosen at .* delivered\./)
  const [received, ...others] = tus.received()
  expect([...others, ...tus.unfinished()]).toEqual([])
  expect((await tus.plaintext(received?.id ?? '')).equals(await readFile(PDF))).toBe(true)
  const after = tus.requests().slice(before)
  expect(after.filter(({ kind }) => kind === 'creation')).toEqual([])
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
  const [reference] = site.posts.at(-1)?.getAll('papers') ?? []
  expect(reference).toContain(received?.id)
})

test('an offer that goes on in the place of a removed file leaves that nothing to come back to', async ({
  open,
  page,
}) => {
  const widget = await open(form(field()))
  await leaveHalf(page, widget)
  await choose(widget, PNG)
  await expect.poll(() => phases(widget)).toEqual(['paused', 'done'])
  await widget.getByRole('button', { name: 'Remove basn3p08.png' }).click()
  await expect(widget.getByRole('button', { name: /^Undo/ })).toBeVisible()
  await goOn(widget).click()
  await expect.poll(() => phases(widget)).toEqual(['done'])
  await expect(widget.getByRole('button', { name: /^Undo/ })).toHaveCount(0)
})

test('whose it is not takes it off, and nothing of it stays, here or at the service', async ({
  open,
  page,
}) => {
  const widget = await open(form(field()))
  await leaveHalf(page, widget)
  await notMine(widget).click()
  await expect(row(widget)).toHaveCount(0)
  await expect.poll(() => marker(page)).toBeNull()
  await expect.poll(() => tus.unfinished()).toEqual([])
  expect(tus.received()).toEqual([])
})

test('an offer leaves the one place free, and stays where it is when that is taken', async ({
  open,
  page,
}) => {
  const widget = await open(form(field()))
  await leaveHalf(page, widget)
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['paused', 'done'])
  await goOn(widget).click()
  await expect(widget.getByText('Only one file can be added.').first()).toBeVisible()
  expect(await phases(widget)).toEqual(['paused', 'done'])
  expect(tus.received()).toHaveLength(1)
  await widget.getByRole('button', { name: 'Remove doc_1_3_pages.pdf' }).click()
  await goOn(widget).click()
  await expect.poll(() => phases(widget)).toEqual(['done'])
})

test('sending the form never sends an offer; the page’s own resume() does', async ({
  open,
  page,
  site,
}) => {
  const before = site.posts.length
  const widget = await open(form(field('multiple upload="submit"')))
  await signIn(page)
  tus.flip({ stall: { after: 1, on: 'upload' } })
  await choose(widget, PDF)
  await widget.evaluate((element: Element) => element.start())
  await cutOff(page, widget)
  await page.evaluate(() => document.addEventListener('submit', event => event.preventDefault()))
  await choose(widget, PDF)
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect.poll(() => phases(widget)).toEqual(['paused', 'done'])
  expect(tus.received()).toHaveLength(1)
  await widget.evaluate((element: Element) => element.resume())
  await expect.poll(() => phases(widget)).toEqual(['done', 'done'])
  // The site has heard other tests, too.
  const sent = site.posts.slice(before)
  expect(sent.filter(post => post.getAll('papers').length > 1)).toEqual([])
})

test('what another tab goes on with leaves the list, and nobody is told', async ({
  open,
  page,
  context,
}) => {
  const widget = await open(form(field()))
  await leaveHalf(page, widget)
  const other = await context.newPage()
  await other.goto(page.url())
  await signIn(other)
  const twin = other.locator('seal-drop')
  tus.flip({ stall: { after: 0, on: 'upload' } })
  await goOn(twin).click()
  await expect.poll(() => phases(twin)).toEqual(['sending'])
  await expect(widget.locator('#said')).toContainText('was not sent to its end')
  const said = await widget.locator('#said').textContent()
  await goOn(widget).click()
  await expect(row(widget)).toHaveCount(0)
  expect(await widget.locator('#said').textContent()).toBe(said)
  tus.flip({ stall: false })
  await expect.poll(() => phases(twin)).toEqual(['done'])
  expect(tus.received()).toHaveLength(1)
})

test('where nothing is left, no code loads and no database is opened', async ({ open, page }) => {
  const scripts: string[] = []
  page.on('request', request => scripts.push(request.url()))
  const widget = await open(form(field()))
  await widget.evaluate((element: Element) => element.updateComplete)
  await page.waitForLoadState('networkidle')
  expect(scripts.filter(url => /uploads-|late-/.test(url))).toEqual([])
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
  await pointAt(widget)
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
})

test('clearShelf() deletes all of it: for a sign-out', async ({ open, page }) => {
  const widget = await open(form(field('multiple')))
  await leaveHalf(page, widget)
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['paused', 'done'])
  await widget.evaluate((element: Element) => element.clearShelf())
  expect(
    await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]),
  ).toEqual([])
  expect(await page.evaluate(written)).toEqual([])
  await page.reload()
  await pointAt(widget)
  expect(await phases(widget)).toEqual([])
  await page.goto('about:blank')
  await page.goBack()
  await pointAt(widget)
  expect(await phases(widget)).toEqual([])
})
