import { expect, type Locator, type Page } from 'playwright/test'
import { choose, LATE_CODE, largePdf, PDF, phases, test } from './element-site.ts'

type SealDrop = HTMLElementTagNameMap['seal-drop']

declare global {
  interface Window {
    /** Every screen wake lock that was given, in order. */
    locks: WakeLockSentinel[]
  }
}

/** Tries to close the tab as a person does. Resolves with whether the browser asked; if it did, the tab stays. */
const asksBeforeLeaving = async (page: Page): Promise<boolean> => {
  const asked = page.waitForEvent('dialog').then(async dialog => {
    expect(dialog.type()).toBe('beforeunload')
    await dialog.dismiss()
    return true
  })
  const closed = page.waitForEvent('close').then(() => false)
  const answer = Promise.race([asked, closed])
  for (const one of [asked, closed]) one.catch(() => {}) // the other one never comes
  await page.close({ runBeforeUnload: true })
  return answer
}

/** Runs in the page. The tab is shown and hidden in `test/engines/journeys/awake.ts`: a headless Chromium hides none. */
const keepLocks = (): void => {
  window.locks = []
  const request = WakeLock.prototype.request
  WakeLock.prototype.request = async function (type) {
    const lock = await request.call(this, type)
    window.locks.push(lock)
    return lock
  }
}

/** A headless Chromium keeps no screen on unless it is told that it may. */
const letKeepAwake = async (page: Page): Promise<void> => {
  await page.context().grantPermissions(['screen-wake-lock'])
  await page.addInitScript(keepLocks)
}

/** Which of the locks still hold. */
const locks = (page: Page): Promise<string[]> =>
  page.evaluate(() => window.locks.map(({ released }) => (released ? 'released' : 'held')))

const body = (attributes: string): string => `<form><label for="papers">Papers</label>
  <seal-drop id="papers" name="papers" multiple ${attributes}></seal-drop></form>`

const sendHalf = async (
  widget: Locator,
  sandbox: { flip(switches: object): void },
): Promise<void> => {
  sandbox.flip({ stall: { at: 'body', afterBytes: 1000 } })
  await choose(widget, await largePdf())
  await expect(widget.getByText(/^Sending/)).toBeVisible()
}

test('with guard-leave, the browser asks before a page with unfinished files is closed', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  const widget = await open(body(`guard-leave ${didww}`))
  await sendHalf(widget, sandbox)
  expect(await asksBeforeLeaving(page)).toBe(true)
  await widget.getByRole('button', { name: /^Pause lease/ }).click()
  await expect(widget.getByText(/^Paused/)).toBeVisible()
  expect(await asksBeforeLeaving(page)).toBe(true)
})

test('it asks for files that wait for their form, too', async ({ open, didww, page }) => {
  const widget = await open(body(`guard-leave upload="submit" ${didww}`))
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['ready'])
  expect(await asksBeforeLeaving(page)).toBe(true)
})

test('it asks for files that wait for the element’s code, too, until they are dropped', async ({
  open,
  didww,
  page,
}) => {
  await page.route(LATE_CODE, route => route.abort())
  const widget = await open(body(`guard-leave ${didww}`))
  await choose(widget, PDF)
  await expect(widget.locator('.zone-note')).toHaveText(/^The connection was lost/)
  expect(await asksBeforeLeaving(page)).toBe(true)
  await widget.evaluate((element: SealDrop) => element.clear())
  expect(await asksBeforeLeaving(page)).toBe(false)
})

for (const [when, attributes, end] of [
  ['without guard-leave', '', () => {}],
  [
    'when guard-leave was taken away',
    'guard-leave',
    (widget: Locator) =>
      widget.evaluate(async (element: SealDrop) => {
        element.guardLeave = false
        await element.updateComplete
      }),
  ],
  [
    'when all was cancelled',
    'guard-leave',
    (widget: Locator) => widget.evaluate((element: SealDrop) => element.cancel()),
  ],
  [
    'when the list was emptied',
    'guard-leave',
    (widget: Locator) => widget.evaluate((element: SealDrop) => element.clear()),
  ],
  [
    'when the element was taken out of the page',
    'guard-leave',
    (widget: Locator) => widget.evaluate(element => element.remove()),
  ],
] as const)
  test(`nobody is asked ${when}`, async ({ open, didww, page, sandbox }) => {
    const widget = await open(body(`${attributes} ${didww}`))
    await sendHalf(widget, sandbox)
    await end(widget)
    expect(await asksBeforeLeaving(page)).toBe(false)
  })

test('nobody is asked when a form is sent that waited for its files', async ({
  open,
  didww,
  page,
}) => {
  const widget = await open(
    `<form method="post" action="/sent"><seal-drop name="papers" guard-leave upload="submit" ${didww}>
    </seal-drop><button>Send</button></form>`,
  )
  await choose(widget, PDF)
  const asked: string[] = []
  page.on('dialog', dialog => {
    asked.push(dialog.type())
    void dialog.accept()
  })
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
  expect(asked).toEqual([])
})

test('with keep-awake the screen stays on while something is sent, and no longer', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  await letKeepAwake(page)
  const widget = await open(body(`keep-awake ${didww}`))
  expect(await locks(page)).toEqual([])
  await sendHalf(widget, sandbox)
  await expect.poll(() => locks(page)).toEqual(['held'])
  await widget.getByRole('button', { name: /^Pause lease/ }).click()
  await expect.poll(() => locks(page)).toEqual(['released'])
  sandbox.reset()
  await widget.getByRole('button', { name: /^Resume lease/ }).click()
  await expect.poll(() => phases(widget)).toEqual(['done'])
  await expect.poll(() => locks(page)).toEqual(['released', 'released'])
})

test('the screen may go off when the element is taken out of the page', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  await letKeepAwake(page)
  const widget = await open(body(`keep-awake ${didww}`))
  await sendHalf(widget, sandbox)
  await expect.poll(() => locks(page)).toEqual(['held'])
  await widget.evaluate(element => element.remove())
  await expect.poll(() => locks(page)).toEqual(['released'])
})

test('where the screen cannot be kept on, files are sent all the same', async ({
  open,
  didww,
  page,
}) => {
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await page.addInitScript(() => {
    WakeLock.prototype.request = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
  })
  const widget = await open(body(`keep-awake ${didww}`))
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  expect(errors).toEqual([])
})

test('without keep-awake nothing keeps the screen on', async ({ open, didww, page, sandbox }) => {
  await letKeepAwake(page)
  const widget = await open(body(didww))
  await sendHalf(widget, sandbox)
  expect(await locks(page)).toEqual([])
})
