import { expect, type Locator, type Page } from 'playwright/test'
import { choose, HEIC, JPG, largePdf, PDF, PNG, phases, test } from './element-site.ts'

type SealDrop = HTMLElementTagNameMap['seal-drop']

const row = (widget: Locator, name: string): Locator =>
  widget.getByRole('listitem', { name, exact: true })
const button = (widget: Locator, name: string | RegExp): Locator =>
  widget.getByRole('button', { name })

/** The phases; how far a file got does not matter. */
const underWay = async (widget: Locator): Promise<string[]> => {
  const early = ['waiting', 'checking', 'sealing', 'sending', 'confirming']
  return (await phases(widget)).map(phase => (early.includes(phase) ? 'under way' : phase))
}

/** Holds Enter until it has repeated so often, and the page has drawn what came of each. */
const holdEnter = async (page: Page, times: number): Promise<void> => {
  for (let n = 0; n < times; n++) {
    await page.keyboard.down('Enter') // the second and later ones are repeats
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
  await page.keyboard.up('Enter')
}

test('an Enter that is held cancels one file, and its row has the focus then', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  sandbox.flip({ stall: { at: 'answer' } })
  await choose(widget, PDF, JPG, PNG)
  await button(widget, 'Cancel doc_1_3_pages.pdf').focus()
  await holdEnter(page, 12)
  await expect(row(widget, 'doc_1_3_pages.pdf')).toBeFocused()
  expect(await underWay(widget)).toEqual(['cancelled', 'under way', 'under way'])
  // A press of its own takes it off, and nothing but it.
  await page.keyboard.press('Tab')
  await expect(button(widget, 'Remove doc_1_3_pages.pdf')).toBeFocused()
  await holdEnter(page, 12)
  await expect(row(widget, 'DSCN0010.jpg')).toBeFocused()
  expect(await underWay(widget)).toEqual(['under way', 'under way'])
})

test('an Enter that is held takes off one file, and does not open the chooser', async ({
  open,
  didww,
  page,
}) => {
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  await choose(widget, HEIC)
  await expect.poll(() => phases(widget)).toEqual(['refused'])
  let choosers = 0
  page.on('filechooser', () => choosers++)
  await button(widget, /^Dismiss/).focus()
  await holdEnter(page, 12)
  await expect(button(widget, /^Choose/)).toBeFocused()
  expect(choosers).toBe(0)
})

test('a held Enter does to what the page slotted in what it does elsewhere', async ({
  open,
  didww,
  page,
}) => {
  const widget = await open(
    `<seal-drop ${didww}><button type="button" slot="footer">Count</button></seal-drop>`,
  )
  await widget.hover()
  await choose(widget, PDF)
  const own = page.getByRole('button', { name: 'Count' })
  const count = await own.evaluateHandle(element => {
    const clicks = { count: 0 }
    element.addEventListener('click', () => clicks.count++)
    return clicks
  })
  await own.focus()
  await holdEnter(page, 3)
  expect(await count.jsonValue()).toEqual({ count: 3 })
})

test('a file that arrives while its Pause has the focus stays: its row has the focus', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  const widget = await open(`<seal-drop name="papers" ${didww}></seal-drop>`)
  sandbox.flip({ stall: { at: 'body', afterBytes: 1000 } })
  await choose(widget, await largePdf())
  await button(widget, 'Pause lease.pdf').focus()
  await page.keyboard.down('Space')
  sandbox.flip({ stall: false })
  await expect.poll(() => phases(widget)).toEqual(['done'])
  await expect(row(widget, 'lease.pdf')).toBeFocused()
  await page.keyboard.up('Space')
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  expect(await phases(widget)).toEqual(['done'])
  expect(await widget.evaluate((element: SealDrop) => element.value)).not.toBe('')
})

test('a pointer that is pressed on Cancel does not remove what arrives before it is let go', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  const widget = await open(`<seal-drop ${didww}></seal-drop>`)
  sandbox.flip({ stall: { at: 'answer' } })
  await choose(widget, PDF)
  await button(widget, /^Cancel/).hover()
  await page.mouse.down()
  sandbox.flip({ stall: false })
  await expect(button(widget, /^Remove/)).toBeVisible()
  await page.mouse.up()
  expect(await phases(widget)).toEqual(['done'])
})

test('when a batch ends, "Pause all" leaves the focus to the line it stood in', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  sandbox.flip({ stall: { at: 'body', afterBytes: 1000 } })
  await choose(widget, await largePdf(), PNG)
  await button(widget, 'Pause all').focus()
  sandbox.flip({ stall: false })
  await expect.poll(() => phases(widget)).toEqual(['done', 'done'])
  await expect(widget.getByRole('group', { name: '2 of 2 delivered' })).toBeFocused()
  // The next one is what comes after it, and not the top of the page.
  await page.keyboard.press('Shift+Tab')
  await expect(button(widget, 'Remove basn3p08.png')).toBeFocused()
})

test('the buttons of a row are described by where it stands, or by what went wrong', async ({
  open,
  didww,
  sandbox,
}) => {
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  sandbox.flip({ stall: { at: 'body', afterBytes: 1000 } })
  await choose(widget, await largePdf())
  const pause = button(widget, 'Pause lease.pdf')
  // Without the percentage: a screen reader would say each one aloud while the button has the focus.
  await expect(pause).toHaveAccessibleDescription('Sending, encrypted')
  await expect(row(widget, 'lease.pdf')).toHaveAccessibleDescription('Sending, encrypted')
  await expect(pause).toHaveAttribute('title', 'Pause')
  await pause.click()
  await expect(button(widget, 'Resume lease.pdf')).toHaveAccessibleDescription(/^Paused at \d+%$/)
  sandbox.flip({ stall: false, status: { code: 403 } })
  await choose(widget, PDF)
  const again = button(widget, 'Try doc_1_3_pages.pdf again')
  await expect(again).toHaveAccessibleDescription(
    'The server does not allow this upload. Please tell the owner of this site.',
  )
  sandbox.flip({ status: { code: 503, retryAfter: 60 } })
  await again.click()
  await expect(row(widget, 'doc_1_3_pages.pdf')).toContainText(/trying again in \d+/)
  await expect(button(widget, 'Cancel doc_1_3_pages.pdf')).toHaveAccessibleDescription(
    'The server has a problem · trying again',
  )
})
