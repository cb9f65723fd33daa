import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import type { Playground } from '../../demo/serve.ts'
import type { Walked } from './count.ts'
import { type CountedPage, openCounted } from './counted-page.ts'

declare global {
  interface Window {
    /** How many files came into each phase since the count began. */
    phasesSeen: Record<string, number>
  }
}

const samples = join(import.meta.dirname, '..', 'samples')
export const PDF: string = join(samples, 'pdf', 'doc_1_3_pages.pdf')
const PNG = join(samples, 'png', 'basn2c16.png')

/** One way of a document through the page. */
interface UploadWalk {
  readonly name: string
  readonly provider: string
  /** What happens before the count begins. */
  readonly before?: (page: Page, playground: Playground) => Promise<void>
  readonly go: (page: Page) => Promise<void>
}

const choose = (page: Page, ...paths: string[]): Promise<void> =>
  page.locator('seal-drop input[type=file]').setInputFiles(paths)

/** Asks the element nothing, so that no function is counted that only the question entered. */
const reached = async (page: Page, phase: string, files = 1): Promise<void> => {
  await page.waitForFunction(([phase, files]) => (window.phasesSeen[phase] ?? 0) >= files, [
    phase,
    files,
  ] as const)
}

/** The last state is drawn. */
export const drawn = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  )

/** The worker and all code are there already, as they are for the second file of a visitor. */
const sendOneBefore =
  (phase: string) =>
  async (page: Page): Promise<void> => {
    await choose(page, PNG)
    await reached(page, phase)
    await page.locator('seal-drop').evaluate(element => {
      ;(element as HTMLElementTagNameMap['seal-drop']).clear()
    })
  }

const apply = async (page: Page): Promise<void> => {
  await page.getByLabel('Full name').fill('Erika Mustermann')
  const sent = page.waitForRequest('**/apply')
  await page.getByRole('button', { name: 'Apply' }).click()
  await sent
}

export const uploadWalks: readonly UploadWalk[] = [
  {
    name: 'one file, http and age',
    provider: 'http',
    before: sendOneBefore('done'),
    async go(page) {
      await choose(page, PDF)
      await reached(page, 'done')
    },
  },
  {
    name: 'a lost answer, Privasfer',
    provider: 'privasfer',
    async before(page, { providers }) {
      await sendOneBefore('done')(page)
      const url = providers.find(({ name }) => name === 'privasfer')?.url
      const body = JSON.stringify({ dropAnswer: { times: 1, connection: 'fresh' } })
      await fetch(`${url}/_sandbox/switches`, { method: 'POST', body })
    },
    async go(page) {
      await choose(page, PDF)
      await reached(page, 'done')
    },
  },
  {
    name: 'upload=submit, http',
    provider: 'http',
    // Setting it is part of the walk, and with it the making of a session.
    async go(page) {
      await page.locator('seal-drop').evaluate(element => element.setAttribute('upload', 'submit'))
      await choose(page, PDF)
      await reached(page, 'ready')
      await apply(page)
      await reached(page, 'done')
    },
  },
  {
    name: 'a batch of two, Cryptshare',
    provider: 'cryptshare',
    before: sendOneBefore('delivered'),
    async go(page) {
      await choose(page, PDF, PNG)
      await reached(page, 'delivered', 2)
      await apply(page)
      await reached(page, 'done', 2)
    },
  },
]

const beginCount = async (counted: CountedPage): Promise<void> => {
  await drawn(counted.page)
  await counted.page.waitForLoadState('networkidle')
  await counted.page.evaluate(() => {
    window.phasesSeen = {}
  })
  await counted.reset()
}

/** Goes one way in a page of its own, on the unbundled playground: there every module has a URL of its own. */
export const walkUpload = async (
  browser: Browser,
  playground: Playground,
  { provider, before, go }: UploadWalk,
): Promise<{ readonly page: Walked; readonly worker: Walked }> => {
  const counted = await openCounted(browser, `${playground.url}?provider=${provider}&way=direct`)
  const { page } = counted
  try {
    await page.evaluate(() => {
      window.phasesSeen = {}
      document.addEventListener('sealdrop-state', ({ state: { phase } }) => {
        window.phasesSeen[phase] = (window.phasesSeen[phase] ?? 0) + 1
      })
    })
    // The page stays where it is when the form is sent.
    await page.route('**/apply', route => route.fulfill({ status: 204 }))
    await before?.(page, playground)
    await beginCount(counted)
    await go(page)
    await drawn(page)
    return await counted.walked()
  } finally {
    await counted.close()
  }
}
