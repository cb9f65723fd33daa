import { expect, type Locator } from 'playwright/test'
import { choose, largePdf, PDF, PNG, phases, test } from './element-site.ts'

type SealDrop = HTMLElementTagNameMap['seal-drop']

const row = (widget: Locator, at = 0): Locator => widget.locator('.file').nth(at)
const status = (widget: Locator): Locator => row(widget).locator('[part=status]')
const said = (widget: Locator): Promise<string[]> => widget.locator('#said > p').allTextContents()

test('bytes that a browser has taken are drawn as in flight, and after ten seconds the server is checking', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  await page.clock.install()
  sandbox.flip({ stall: { at: 'answer' } })
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  await choose(widget, await largePdf())
  await expect
    .poll(() => widget.evaluate((element: SealDrop) => element.files[0]?.state))
    .toMatchObject({
      phase: 'sending',
      mayHaveArrived: true,
    })
  await expect(widget.getByRole('button', { name: /^Pause/ })).toHaveCount(0)
  await expect(status(widget)).toHaveText(/^Sending, encrypted · \d+%$/)
  await page.clock.fastForward(10_000)
  await expect(status(widget)).toHaveText(/^Sending, encrypted · the server is checking · \d+%$/)
  expect(Number((await widget.getByRole('progressbar').getAttribute('value')) ?? 0)).toBeLessThan(
    0.95,
  )
  const late = 'The server is still checking lease.pdf.'
  await expect.poll(() => said(widget)).toContain(late)
  await page.clock.fastForward(10_000)
  sandbox.flip({ stall: false })
  await expect.poll(() => phases(widget)).toEqual(['done'])
  expect(await said(widget)).not.toContain(late)
  await expect(status(widget)).toHaveText(/^Delivered/)
})

test('an answer that takes long after all can have arrived is the server checking, too', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  await page.clock.install()
  sandbox.flip({ stall: { at: 'answer' } })
  const widget = await open(`<seal-drop ${didww}></seal-drop>`)
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['confirming'])
  await expect(status(widget)).toHaveText('Sent · waiting for the answer')
  await page.clock.fastForward(10_000)
  await expect(status(widget)).toHaveText('Sent · the server is checking')
})

test('a file whose answer was lost may have arrived: it is sent again when the person says so, and not before', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  sandbox.flip({ garble: { as: 'html', times: 1 } })
  const widget = await open(
    `<form><seal-drop name="papers" multiple ${didww}></seal-drop><button>Apply</button></form>`,
  )
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['failed'])
  await expect(status(widget)).toContainText('may have arrived')
  await expect(widget.getByText(/failed|not delivered/)).toHaveCount(0)
  expect((await said(widget)).join()).not.toMatch(/failed/)
  const message = await widget.evaluate((element: SealDrop) => element.validationMessage)
  expect(message).toMatch(/may have arrived.*Send it again/)
  await choose(widget, PNG)
  await expect.poll(() => phases(widget)).toEqual(['failed', 'done'])
  await expect(widget.locator('[part=summary]')).toContainText(
    '1 of 2 delivered · 1 may have arrived',
  )
  await page.getByRole('button', { name: 'Apply' }).click()
  expect(await phases(widget)).toEqual(['failed', 'done'])
  const again = widget.getByRole('button', { name: /^Send .* again$/ })
  await expect(widget.getByRole('button', { name: /^Try/ })).toHaveCount(0)
  await again.focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => phases(widget)).toEqual(['done', 'done'])
})

test('a file that is cancelled too late says that it may have arrived', async ({
  open,
  didww,
  sandbox,
  events,
}) => {
  sandbox.flip({ stall: { at: 'answer' } })
  const widget = await open(`<seal-drop ${didww}></seal-drop>`)
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['confirming'])
  await widget.getByRole('button', { name: /^Cancel/ }).click()
  await expect(status(widget)).toHaveText('Cancelled. It may have arrived.')
  expect((await events()).filter(type => type === 'sealdrop-state cancelled')).toHaveLength(1)
  await widget.getByRole('button', { name: /^Remove/ }).click()
  await expect.poll(() => phases(widget)).toEqual([])
})

test('a double click does what its first click says, and nothing to what comes under the pointer', async ({
  open,
  didww,
  sandbox,
}) => {
  sandbox.flip({ stall: { at: 'answer' } })
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  await choose(widget, PDF, PNG)
  await expect.poll(() => phases(widget)).toEqual(['confirming', 'confirming'])
  await row(widget)
    .getByRole('button', { name: /^Cancel/ })
    .dblclick({ delay: 30 })
  await expect.poll(() => phases(widget)).toEqual(['cancelled', 'confirming'])
  await row(widget)
    .getByRole('button', { name: /^Remove/ })
    .dblclick({ delay: 30 })
  await expect.poll(() => phases(widget)).toEqual(['confirming'])
})

test('without a network files wait, and go on by themselves when it is back', async ({
  open,
  didww,
  page,
  context,
  sandbox,
}) => {
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  await choose(widget, PNG)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  // The page's own code for headers has no network, either.
  await widget.evaluate(
    (element: SealDrop, [url, apiKey]) => {
      element.retryPolicy = { limit: 0 }
      element.clear()
      element.authorize = async () => {
        await fetch(url ?? '')
        return { 'Api-Key': apiKey ?? '' }
      }
    },
    [`${page.url()}`, sandbox.apiKey],
  )
  await context.setOffline(true)
  await choose(widget, PDF)
  await expect(status(widget)).toHaveText('You are offline · goes on when the connection is back')
  await expect.poll(() => phases(widget)).toEqual(['retrying'])
  await context.setOffline(false)
  await expect.poll(() => phases(widget)).toEqual(['done'])
})
