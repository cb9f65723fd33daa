import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from 'playwright/test'
import { type DidwwSandbox, startDidww } from '../../src/sandbox/didww/sandbox.ts'
import { choose } from '../browser/chooser.ts'
import { complaintsOf } from '../browser/complaints.ts'
import { packInto } from '../consumer.ts'
import { type Application, install, npm, Offline, publish } from './application.ts'
import { type Site, startSite } from './site.ts'

const PDF = join(import.meta.dirname, '..', 'samples', 'pdf', 'doc_1_3_pages.pdf')

/** Installing and building; a browser's journey takes seconds. */
const TOOLS_MS = 6 * 60_000

let sandbox: DidwwSandbox
let folder = ''
let tarball = ''
test.beforeAll(async () => {
  sandbox = await startDidww({ modulusLength: 2048 })
  folder = await mkdtemp(join(tmpdir(), 'sealdrop-frameworks-'))
  tarball = packInto(folder).path
})
test.beforeEach(() => sandbox.reset())
test.afterAll(async () => {
  await sandbox.close()
  await rm(folder, { recursive: true, force: true })
})

/** That the provider got the PDF this many times, opened by both its keys to the same bytes. */
const expectArrived = async (times: number): Promise<void> => {
  const sha256 = createHash('sha256')
    .update(await readFile(PDF))
    .digest('hex')
  const opened = { openedWithA: { sha256 }, openedWithB: { sha256 } }
  expect(sandbox.received()).toMatchObject(Array.from({ length: times }, () => opened))
}

const lastReference = (): string => sandbox.received().at(-1)?.id ?? 'none'

/** The framework has set the element's property, and so its listeners, too: before, it has not come to life. */
const expectAlive = (page: Page): Promise<void> =>
  expect
    .poll(() =>
      page
        .locator('seal-drop')
        .evaluate((element: HTMLElementTagNameMap['seal-drop']) => typeof element.authorize),
    )
    .toBe('function')

const hasTypeCheck = (name: string): boolean => {
  const path = join(import.meta.dirname, name, 'package.json')
  return 'check' in JSON.parse(readFileSync(path, 'utf8')).scripts
}

const names = (await readdir(import.meta.dirname, { withFileTypes: true }))
  .map(entry => entry.name)
  .filter(name => existsSync(join(import.meta.dirname, name, 'package.json')))

for (const name of names)
  test.describe(name, () => {
    let application: Application
    let site: Site
    let stop = async (): Promise<void> => {}

    test.beforeAll(async () => {
      test.setTimeout(TOOLS_MS)
      const startedMs = performance.now()
      try {
        application = await install(name, folder, tarball)
      } catch (cause) {
        if (!(cause instanceof Offline)) throw cause
        console.error(`SKIPPED: ${name} cannot be installed here.\n${cause.message}`)
        test.skip(true, 'npm cannot reach its registry')
      }
      const installedMs = performance.now()
      await npm(application.folder, 'run', 'build')
      const builtMs = performance.now()
      const seconds = (ms: number): string => (ms / 1000).toFixed(1)
      console.log(
        `${name}: installed in ${seconds(installedMs - startedMs)} s, built in ${seconds(builtMs - installedMs)} s`,
      )
      const pages = await publish(application)
      site = await startSite(pages, { didww: sandbox.upstream })
      stop = async () => {
        await site.close()
        await pages.close()
      }
    })
    test.afterAll(async () => {
      await stop()
      if (application) await rm(application.folder, { recursive: true, force: true })
    })

    test('a chosen document arrives, and the form carries its reference', async ({ page }) => {
      const complaints = complaintsOf(page)
      await page.goto(site.url)
      await expectAlive(page)
      await choose(page, PDF)
      await expect(page.getByText(/^Delivered: \S/)).toHaveText(/doc_1_3_pages\.pdf/)
      await expectArrived(1)
      await page.getByRole('button', { name: 'Apply' }).click()
      await expect(page.getByText(`Applied with ${lastReference()}`)).toBeVisible()
      expect(complaints).toEqual([])
    })

    test('taken off the page and shown again, it starts anew', async ({ page }) => {
      const complaints = complaintsOf(page)
      const documents = page.getByLabel('I have documents')
      await page.goto(site.url)
      await expectAlive(page)
      await choose(page, PDF)
      await expect(page.getByText(/^Delivered: \S/)).toBeVisible()
      await documents.uncheck()
      await expect(page.locator('seal-drop')).toHaveCount(0)
      await documents.check()
      await expectAlive(page)
      await expect(page.getByRole('listitem')).toHaveCount(0)
      await choose(page, PDF)
      await expect.poll(() => sandbox.received().length).toBe(2)
      await expect(page.getByRole('listitem').getByText('Delivered')).toBeVisible()
      await page.getByRole('button', { name: 'Apply' }).click()
      await expect(page.getByText(`Applied with ${lastReference()}`, { exact: true })).toBeVisible()
      await expectArrived(2)
      expect(complaints).toEqual([])
    })

    if (hasTypeCheck(name))
      test('its type checker takes what a user writes', async () => {
        test.setTimeout(TOOLS_MS)
        await npm(application.folder, 'run', 'check')
      })
  })
