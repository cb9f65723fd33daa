import { writeFile } from 'node:fs/promises'
import { test as base, chromium, expect, type Locator, type Page } from 'playwright/test'
import { browserPath } from '../browser-path.ts'
import { PDF, PNG, paddedPdf } from '../documents.ts'
import { type LineSite, startFast, startLineSite, type Told } from '../line-site.ts'
import { choose } from './element-site.ts'

const test = base.extend<{ site: LineSite }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its first argument.
  site: async ({}, use) => {
    const site = await startLineSite()
    await use(site)
    await site.close()
  },
})

/** The page's clock runs so many times faster, and so do the servers. */
const TIMES = 10
/** 20 kB/s by the page's clock. */
const SLOW = 20_000 * TIMES

const widgetWith = (more = ''): string =>
  `<seal-drop multiple upload="manual" transport="http" endpoint="/api/files" seal="none: a test of the line" ${more}></seal-drop>`
const patient = (answerMs: number): string =>
  widgetWith(`options='{"timeouts":{"answer":${answerMs}}}'`)

const documentOf = async (bytes: number, name = 'lease.pdf'): Promise<string> => {
  const path = test.info().outputPath(name)
  await writeFile(path, await paddedPdf(bytes))
  return path
}

const inPhases = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('seal-drop')].flatMap(({ files }) =>
      files.map(({ state }) => ('error' in state ? state.error.code : state.phase)),
    ),
  )

/** Runs in the page. */
const neverAgain = (element: HTMLElementTagNameMap['seal-drop']): void => {
  element.retryPolicy = { limit: 0 }
}

/** Adds the files, and waits until nothing is left but to send them. */
const ready = async (widget: Locator, ...paths: string[]): Promise<void> => {
  await choose(widget, ...paths)
  await expect(async () => {
    const phases = await widget.evaluate((element: HTMLElementTagNameMap['seal-drop']) =>
      element.files.map(({ state }) => state.phase),
    )
    expect(phases).toEqual(paths.map(() => 'ready'))
  }).toPass()
}

/** Sends by the fast clock, and gives what the page told until nothing moved any more. */
const sendFast = async (page: Page): Promise<readonly Told[]> => {
  await page.evaluate(startFast, TIMES)
  await page.evaluate(() =>
    Promise.allSettled(
      [...document.querySelectorAll('seal-drop')].map(element => element.settled()),
    ),
  )
  return page.evaluate(() => window.told)
}

test('a slow line is given its time: the first upload of a page goes out once, and is not drawn as done before it is', async ({
  page,
  site,
}) => {
  site.set({ bytesPerSecond: SLOW })
  await page.goto(site.page(widgetWith()))
  await ready(page.locator('seal-drop'), await documentOf(2_000_000))
  const told = await sendFast(page)
  expect(await inPhases(page)).toEqual(['done'])
  expect(site.requests).toEqual(['POST /api/files'])
  expect(site.stored).toHaveLength(1)
  // It takes 100 s.
  const early = told.filter(({ at }) => at < 90)
  expect(early.length).toBeGreaterThan(0)
  expect(early.filter(({ phase }) => phase !== 'sealing' && phase !== 'sending')).toEqual([])
  expect(Math.max(...early.map(({ part = 0 }) => part))).toBeLessThan(0.95)
})

test('an answer is waited for as long as the site says', async ({ page, site }) => {
  site.set({ thinkMs: 75_000 / TIMES })
  await page.goto(site.page(patient(100_000)))
  await ready(page.locator('seal-drop'), PDF)
  await sendFast(page)
  expect(await inPhases(page)).toEqual(['done'])
  expect(site.requests).toHaveLength(1)
})

test('nine uploads at once over six connections: four go out, the others wait, and none is taken for stalled', async ({
  page,
  site,
}) => {
  site.set({ thinkMs: 35_000 / TIMES })
  await page.goto(site.page(widgetWith().repeat(3)))
  const names = [1, 2, 3].map(index => documentOf(index, `${index}.pdf`))
  const paths = await Promise.all(names)
  for (const index of [0, 1, 2]) await ready(page.locator('seal-drop').nth(index), ...paths)
  await sendFast(page)
  expect(await inPhases(page)).toEqual(Array(9).fill('done'))
  expect(site.stored).toHaveLength(9)
  expect(site.requests).toHaveLength(9)
  expect(site.mostAtOnce).toBe(4)
})

test('a service worker that hands everything on: an answer after 40 s arrives, and one copy is there', async ({
  page,
  site,
}) => {
  site.set({ thinkMs: 40_000 / TIMES })
  await page.goto(site.page(widgetWith()))
  await page.evaluate(async () => {
    const controlled = new Promise(resolve =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    )
    await navigator.serviceWorker.register('/sw.js')
    await controlled
  })
  await ready(page.locator('seal-drop'), await documentOf(300_000))
  await sendFast(page)
  expect(await inPhases(page)).toEqual(['done'])
  expect(site.requests).toEqual(['POST /api/files'])
  expect(site.stored).toHaveLength(1)
})

test('a browser that asks for a password itself tells the page nothing: the upload ends with its time for an answer', async ({
  site,
}) => {
  site.set({ asksForPassword: true })
  // A headless shell has no window to ask in.
  const browser = await chromium.launch(await browserPath())
  try {
    const page = await browser.newPage()
    await page.goto(site.page(patient(20_000)))
    await page.locator('seal-drop').evaluate(neverAgain)
    await ready(page.locator('seal-drop'), PNG)
    const told = await sendFast(page)
    expect(await inPhases(page)).toEqual(['timeout'])
    expect(told.find(({ phase }) => phase === 'failed')?.at).toBeGreaterThan(19)
  } finally {
    await browser.close()
  }
})

test.describe('a session at the site that is over, so that the upload is redirected to its login', () => {
  const cases = [
    { redirect: 'page', asked: ['POST /api/files'] },
    { redirect: 'other origin', asked: ['POST /api/files', 'HEAD /api/files', 'HEAD /api/files'] },
  ] as const
  for (const { redirect, asked } of cases)
    test(`on the same origin or another: ${redirect}`, async ({ page, site }) => {
      site.set({ redirect })
      await page.goto(site.page(widgetWith()))
      await ready(page.locator('seal-drop'), PNG)
      await sendFast(page)
      expect(await inPhases(page)).toEqual(['unauthorized'])
      expect(site.requests).toEqual(asked)
      expect(site.stored).toEqual([])
    })

  for (const isForPostOnly of [false, true])
    test(`is told from a connection that was cut (a server that redirects all but POST: ${isForPostOnly})`, async ({
      page,
      site,
    }) => {
      site.set({ isCut: true, isForPostOnly })
      await page.goto(site.page(widgetWith()))
      await page.locator('seal-drop').evaluate(neverAgain)
      await ready(page.locator('seal-drop'), PNG)
      await sendFast(page)
      expect(await inPhases(page)).toEqual(['network'])
      const probes = site.requests.filter(asked => asked.startsWith('HEAD'))
      expect(probes).toHaveLength(isForPostOnly ? 2 : 1)
    })
})
