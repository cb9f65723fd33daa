import { copyFile } from 'node:fs/promises'
import { expect, type Locator } from 'playwright/test'
import { type CryptshareSandbox, startCryptshare } from '../../src/sandbox/cryptshare/sandbox.ts'
import type { DidwwSandbox } from '../../src/sandbox/didww/sandbox.ts'
import { choose, HEIC, JPG, PDF, PNG, phases, test } from './element-site.ts'

type SealDrop = HTMLElementTagNameMap['seal-drop']

const row = (widget: Locator, name: string): Locator =>
  widget.getByRole('listitem', { name, exact: true })
const button = (widget: Locator, name: string | RegExp): Locator =>
  widget.getByRole('button', { name })
const names = (widget: Locator): Promise<string[]> =>
  widget.evaluate((element: SealDrop) => element.files.map(({ name }) => name))
const entries = (widget: Locator): Promise<string[]> =>
  widget.evaluate((element: SealDrop) =>
    element.form ? new FormData(element.form).getAll('papers').map(String) : [],
  )
/** What the page had DIDWW delete. */
const deleted = (sandbox: DidwwSandbox): string[] =>
  sandbox.requests().flatMap(({ method, path }) => (method === 'DELETE' ? [path] : []))
/** By the mouse, which then goes away: keyboard and pointer, where they are, keep the row. */
const remove = async (widget: Locator, name: string): Promise<void> => {
  await button(widget, `Remove ${name}`).click()
  await widget.page().mouse.move(0, 0)
}

const form = (attributes: string): string =>
  `<form action="/apply" method="post">
  <seal-drop name="papers" multiple ${attributes}></seal-drop><button>Apply</button></form>`

test('a removal can be undone for 10 s: the document is out of the form at once, and comes back to its place', async ({
  open,
  didww,
  page,
  events,
  sandbox,
}) => {
  await page.clock.install()
  const widget = await open(form(didww))
  await choose(widget, PDF, PNG, JPG)
  await expect.poll(() => phases(widget)).toEqual(['done', 'done', 'done'])
  const [before, listed] = [await entries(widget), await names(widget)]
  await button(widget, 'Remove basn3p08.png').press('Enter')
  const gone = row(widget, 'basn3p08.png')
  await expect(gone).toBeFocused()
  await expect(gone).toHaveAccessibleDescription('Removed')
  expect(await entries(widget)).toEqual([before[0], before[2]])
  expect(await names(widget)).toEqual([listed[0], listed[2]])
  await expect(widget.getByText('2 of 2 delivered', { exact: true })).toBeVisible()
  await expect(widget.getByRole('listitem').nth(1)).toContainText('basn3p08.png')

  await page.clock.fastForward(5000)
  await page.keyboard.press('Tab')
  await expect(button(widget, 'Undo: basn3p08.png')).toBeFocused()
  await page.evaluate(() => {
    window.seen = []
  })
  await page.keyboard.press('Enter')
  await expect(gone).toHaveAccessibleDescription(/^Delivered/)
  await expect(gone).toBeFocused()
  expect(await entries(widget)).toEqual(before)
  expect(await names(widget)).toEqual(listed)
  // Nothing arrived a second time, and nobody is told so.
  expect(await events()).toEqual(['sealdrop-state done', 'input', 'change'])
  expect(sandbox.requests().filter(({ kind }) => kind === 'upload')).toHaveLength(3)
  await page.clock.fastForward(20_000)
  expect(await entries(widget)).toEqual(before)
  expect(deleted(sandbox)).toEqual([])
})

test('after 10 s the row is gone; but not under the keyboard of whoever is in it', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  await page.clock.install()
  const widget = await open(form(didww))
  await choose(widget, PDF, PNG)
  await expect.poll(() => phases(widget)).toEqual(['done', 'done'])
  const [first] = await entries(widget)
  await remove(widget, 'doc_1_3_pages.pdf')
  await expect(row(widget, 'doc_1_3_pages.pdf')).toBeVisible()
  await page.clock.fastForward(5000)
  expect(deleted(sandbox)).toEqual([])
  await page.clock.fastForward(5000)
  await expect(row(widget, 'doc_1_3_pages.pdf')).toHaveCount(0)
  await expect(row(widget, 'basn3p08.png')).toBeFocused()
  // What nobody can ask for any more is deleted at the service.
  await expect.poll(() => deleted(sandbox)).toEqual([`/v3/encrypted_files/${first}`])

  await button(widget, 'Remove basn3p08.png').press('Enter')
  await page.clock.fastForward(10_000)
  await expect(row(widget, 'basn3p08.png')).toBeFocused()
  await button(widget, /^Choose/).focus()
  await page.clock.fastForward(10_000)
  await expect(row(widget, 'basn3p08.png')).toHaveCount(0)
  await expect(widget.getByText('Drop your documents here, or')).toBeVisible()
})

test('the row stays for as long as somebody is on Undo, also without a keyboard', async ({
  open,
  didww,
  page,
}) => {
  await page.clock.install()
  const widget = await open(form(didww))
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  await remove(widget, 'doc_1_3_pages.pdf')
  await button(widget, /^Undo/).evaluate((undo: HTMLElement) => undo.focus())
  for (let n = 0; n < 3; n++) await page.clock.fastForward(10_000)
  await expect(button(widget, /^Undo/)).toBeFocused()
})

test('the row stays for as long as the pointer is on it', async ({ open, didww, page }) => {
  await page.clock.install()
  const widget = await open(form(didww))
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  await button(widget, /^Remove/).click()
  for (let n = 0; n < 3; n++) await page.clock.fastForward(10_000)
  await button(widget, /^Undo/).click()
  await expect.poll(() => phases(widget)).toEqual(['done'])
  await remove(widget, 'doc_1_3_pages.pdf')
  await page.clock.fastForward(10_000)
  await expect(widget.getByRole('listitem')).toHaveCount(0)
})

test('what cannot come back offers no undo: its place was taken, or it was chosen again', async ({
  open,
  didww,
}) => {
  const widget = await open(form(`max-files="2" ${didww}`))
  await choose(widget, PDF, PNG)
  await expect.poll(() => phases(widget)).toEqual(['done', 'done'])
  await remove(widget, 'basn3p08.png')
  await expect(button(widget, 'Undo: basn3p08.png')).toBeVisible()
  await choose(widget, JPG)
  await expect(button(widget, /^Undo/)).toHaveCount(0)
  await expect.poll(() => phases(widget)).toEqual(['done', 'done'])
  await remove(widget, 'doc_1_3_pages.pdf')
  await expect(button(widget, 'Undo: doc_1_3_pages.pdf')).toBeVisible()
  await choose(widget, PDF)
  await expect(button(widget, /^Undo/)).toHaveCount(0)
  await expect.poll(() => phases(widget)).toEqual(['done', 'done'])
  expect(await names(widget)).toEqual(['DSCN0010.jpg', 'doc_1_3_pages.pdf'])
})

test('the same bytes are taken once: chosen under another name, they leave nothing to put back', async ({
  open,
  didww,
}) => {
  const widget = await open(form(didww))
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  await remove(widget, 'doc_1_3_pages.pdf')
  await expect(button(widget, /^Undo/)).toBeVisible()
  const other = test.info().outputPath('other.pdf')
  await copyFile(PDF, other)
  await choose(widget, other)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  await expect(button(widget, /^Undo/)).toHaveCount(0)
  expect(await names(widget)).toEqual(['other.pdf'])
})

for (const [what, attributes, delivered] of [
  ['the only file', '', [PDF]],
  ['one of three', 'multiple max-files="3"', [PDF, PNG, JPG]],
] as const)
  test(`what is refused ends no undo: ${what} comes back`, async ({ open, didww, sandbox }) => {
    const widget = await open(
      `<form><seal-drop name="papers" ${attributes} ${didww}></seal-drop></form>`,
    )
    await choose(widget, ...delivered)
    const arrived = delivered.map(() => 'done')
    await expect.poll(() => phases(widget)).toEqual(arrived)
    const before = await entries(widget)
    await remove(widget, 'doc_1_3_pages.pdf')
    await choose(widget, HEIC)
    await expect.poll(() => phases(widget)).toEqual([...arrived.slice(1), 'refused'])
    if (delivered.length > 1) {
      await choose(widget, PNG) // is there already
      await expect.poll(() => phases(widget)).toEqual([...arrived.slice(1), 'refused', 'refused'])
    }
    await button(widget, 'Undo: doc_1_3_pages.pdf').click()
    expect(await entries(widget)).toEqual(before)
    expect(deleted(sandbox)).toEqual([])
  })

test('only what was delivered has an undo, and the form’s reset ends it', async ({
  open,
  didww,
  page,
}) => {
  const widget = await open(form(didww))
  await choose(widget, PDF, HEIC)
  await expect.poll(() => phases(widget)).toEqual(['done', 'refused'])
  await button(widget, /^Dismiss/).click()
  await expect(widget.getByRole('listitem')).toHaveCount(1)
  await remove(widget, 'doc_1_3_pages.pdf')
  await expect(button(widget, /^Undo/)).toBeVisible()
  await page.evaluate(() => document.querySelector('form')?.reset())
  await expect(widget.getByRole('listitem')).toHaveCount(0)
})

/** What ends the 10 seconds, as a page or a person does it. */
const ENDS = {
  'the form’s reset': widget => widget.evaluate((element: SealDrop) => element.form?.reset()),
  'clear()': widget => widget.evaluate((element: SealDrop) => element.clear()),
  'sending the form, where the page stays': widget =>
    widget.page().getByRole('button', { name: 'Apply' }).click(),
  'finish()': widget =>
    widget.evaluate(async (element: SealDrop) => {
      await element.finish()
    }),
  'taking the element out of the page': widget => widget.evaluate(element => element.remove()),
  'other settings': widget =>
    widget.evaluate((element: SealDrop) => {
      for (const { id } of element.files) element.removeFile(id)
      element.maxFiles = 5
    }),
} satisfies Record<string, (widget: Locator) => Promise<void>>
for (const [what, end] of Object.entries(ENDS))
  test(`${what} ends the undo, and the document is taken back then`, async ({
    open,
    didww,
    sandbox,
  }) => {
    const widget = await open(form(didww).replace('<form', '<form target="_blank"'))
    await choose(widget, PDF, PNG)
    await expect.poll(() => phases(widget)).toEqual(['done', 'done'])
    const [first] = await entries(widget)
    await button(widget, 'Remove doc_1_3_pages.pdf').click() // the pointer stays, and keeps the row
    await expect(button(widget, /^Undo/)).toBeVisible()
    await end(widget)
    await expect.poll(() => deleted(sandbox)).toEqual([`/v3/encrypted_files/${first}`])
    await expect(button(widget, /^Undo/)).toHaveCount(0)
  })

test('an element that is moved within the page keeps its undo', async ({
  open,
  didww,
  sandbox,
}) => {
  const widget = await open(form(didww))
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  const before = await entries(widget)
  await button(widget, /^Remove/).click()
  await expect(button(widget, /^Undo/)).toBeVisible()
  await widget.evaluate(element => element.parentElement?.append(element))
  await button(widget, /^Undo/).click()
  expect(await entries(widget)).toEqual(before)
  expect(deleted(sandbox)).toEqual([])
})

test('what an earlier form was sent with stays at the service when it is removed before the next', async ({
  open,
  didww,
  site,
  page,
  sandbox,
}) => {
  const widget = await open(form(didww).replace('<form', '<form target="_blank"'))
  const apply = async (): Promise<void> => {
    const before = site.posts.length
    await page.getByRole('button', { name: 'Apply' }).click()
    await expect.poll(() => site.posts.length).toBe(before + 1)
  }
  await choose(widget, PDF, PNG)
  await expect.poll(() => phases(widget)).toEqual(['done', 'done'])
  await apply()
  await remove(widget, 'doc_1_3_pages.pdf')
  await apply()
  await expect(button(widget, /^Undo/)).toHaveCount(0)
  // Another one is taken back: by then a deletion of the first would have been made, too.
  await choose(widget, JPG)
  await expect.poll(() => phases(widget)).toEqual(['done', 'done'])
  const third = (await entries(widget)).at(-1)
  await remove(widget, 'DSCN0010.jpg')
  await widget.evaluate((element: SealDrop) => element.clear())
  await expect.poll(() => deleted(sandbox)).toEqual([`/v3/encrypted_files/${third}`])
})

/** An element on a Cryptshare server, with two documents that have arrived and wait for their batch. */
const deliverTwo = async (
  open: (body: string) => Promise<Locator>,
  { endpoint, user, clientId, recipients, recipient }: CryptshareSandbox,
): Promise<Locator> => {
  const options = JSON.stringify({ user, clientId, recipients, pollTransfer: { everyMs: 5 } })
  const widget = await open(
    form(
      `transport="cryptshare" endpoint="${endpoint}" recipients="${recipient}" options='${options}'`,
    ),
  )
  await widget.evaluate((element: SealDrop) => {
    element.authorize = undefined
  })
  await choose(widget, PDF, PNG)
  await expect.poll(() => phases(widget)).toEqual(['delivered', 'delivered'])
  return widget
}

test('nothing is taken back at the service while a removal can be undone, and afterwards it is', async ({
  open,
  page,
}) => {
  await page.clock.install()
  const cryptshare = await startCryptshare()
  const states = (): string[] =>
    cryptshare.sessions().flatMap(({ files }) => files.map(({ state }) => state))
  try {
    const widget = await deliverTwo(open, cryptshare)
    await remove(widget, 'doc_1_3_pages.pdf')
    await remove(widget, 'basn3p08.png')
    await button(widget, 'Undo: basn3p08.png').click()
    // The clock also goes on by itself, and so a second of a busy machine counts.
    await page.clock.fastForward(5000)
    expect(states()).toEqual(['UPLOADED', 'UPLOADED'])
    await page.clock.fastForward(5000)
    await expect.poll(states).toEqual(['UPLOADED'])
    await page.getByRole('button', { name: 'Apply' }).click()
    await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
  } finally {
    await cryptshare.close()
  }
})

test('a form that is sent before the 10 s are over goes without what was removed', async ({
  open,
  page,
}) => {
  const cryptshare = await startCryptshare()
  try {
    const widget = await deliverTwo(open, cryptshare)
    await remove(widget, 'doc_1_3_pages.pdf')
    await page.getByRole('button', { name: 'Apply' }).click()
    await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
    const [one, ...others] = cryptshare.sessions()
    expect([one?.isSubmitted, others]).toEqual([true, []])
    expect(one?.files.map(({ state }) => state)).toEqual(['ACTIVE'])
  } finally {
    await cryptshare.close()
  }
})
