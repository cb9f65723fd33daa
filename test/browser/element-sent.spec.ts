import { expect, type Locator } from 'playwright/test'
import { choose, JPG, PDF, PNG, phases, pointAt, test } from './element-site.ts'

type Element = HTMLElementTagNameMap['seal-drop']

const form = (inner: string, attributes = ''): string =>
  `<form action="/apply" method="post" ${attributes}>
    <label for="papers">Identity documents</label>
    ${inner}
    <button>Apply</button>
  </form>`

const entriesOf = (widget: Locator): Promise<string> =>
  widget.evaluate((element: Element) => element.value)

const rows = (widget: Locator): Locator =>
  widget.locator('[part=name]', { hasText: /A document sent at/ })

/** Waits until all code is there, and finds no file. */
const expectEmpty = async (widget: Locator): Promise<void> => {
  await pointAt(widget)
  expect(await phases(widget)).toEqual([])
}

/** What the tab holds for a page that is loaded again. */
const kept = (widget: Locator): Promise<string | null> =>
  widget.page().evaluate(() => sessionStorage.getItem('sealdrop:sent'))

const deliver = async (widget: Locator, ...files: string[]): Promise<string> => {
  await choose(widget, ...files)
  await expect.poll(() => phases(widget)).toEqual(files.map(() => 'done'))
  return entriesOf(widget)
}

test('what was delivered is still in the form after the page was loaded again', async ({
  open,
  didww,
  page,
  site,
}) => {
  const widget = await open(
    form(`<seal-drop id="papers" name="papers" multiple required ${didww}></seal-drop>`),
  )
  const value = await deliver(widget, PDF, PNG)
  await page.reload()
  await expect(rows(widget)).toHaveCount(2)
  await expect(widget.getByText('2 of 2 delivered')).toBeVisible()
  expect(await entriesOf(widget)).toBe(value)
  // Once more: what was restored is kept as what was delivered here.
  await page.reload()
  await expect(rows(widget)).toHaveCount(2)
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
  expect(site.posts.at(-1)?.getAll('papers')).toEqual(value.split('\n'))
})

test('nothing that tells of the document is kept: no name, type, hash or key', async ({
  open,
  didww,
}) => {
  const widget = await open(form(`<seal-drop id="papers" name="papers" ${didww}></seal-drop>`))
  await deliver(widget, PDF)
  const [receipt] = await widget.evaluate((element: Element) => [...element.receipts])
  const text = (await kept(widget)) ?? ''
  expect(text).toContain(receipt?.reference)
  for (const secret of [receipt?.name, receipt?.type, receipt?.sha256, 'pdf', 'didww.', '/page-'])
    expect(text.toLowerCase()).not.toContain(secret)
})

test('somebody who goes back finds it, and a form that was sent carries nothing again', async ({
  open,
  didww,
  page,
}) => {
  const widget = await open(form(`<seal-drop id="papers" name="papers" ${didww}></seal-drop>`))
  const value = await deliver(widget, PDF)
  await page.goto('about:blank')
  await page.goBack()
  await expect(rows(widget)).toBeVisible()
  expect(await entriesOf(widget)).toBe(value)
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
  await page.goBack()
  await expectEmpty(widget)
  expect(await kept(widget)).toBeNull()
  await page.reload()
  await expectEmpty(widget)
})

test('somebody who goes back finds all of them, also what arrived last', async ({
  open,
  didww,
  page,
}) => {
  const widget = await open(
    form(`<seal-drop id="papers" name="papers" multiple ${didww}></seal-drop>`),
  )
  const value = await deliver(widget, PDF, PNG, JPG)
  await page.goto('about:blank')
  await page.goBack()
  await expect(rows(widget)).toHaveCount(3)
  expect(await entriesOf(widget)).toBe(value)
  const papers = await page.evaluate(() => {
    const sent = document.querySelector('form')
    return new FormData(sent ?? undefined).getAll('papers').join('\n')
  })
  expect(papers).toBe(value)
})

test('it is gone when the form was reset, or a link led to the page anew', async ({
  open,
  didww,
  page,
}) => {
  const widget = await open(form(`<seal-drop id="papers" name="papers" ${didww}></seal-drop>`))
  await deliver(widget, PDF)
  const url = page.url()
  expect(await kept(widget)).not.toBeNull()
  await page.evaluate(() => document.querySelector('form')?.reset())
  expect(await kept(widget)).toBeNull()
  await deliver(widget, PDF)
  await page.goto(url)
  await expect.poll(() => kept(widget)).toBeNull()
  await expectEmpty(widget)
})

test('a page that sends the form itself says so with clear(), and nothing comes back', async ({
  open,
  didww,
  page,
}) => {
  const widget = await open(form(`<seal-drop id="papers" name="papers" ${didww}></seal-drop>`))
  await deliver(widget, PDF)
  await page.evaluate(() =>
    document.addEventListener('submit', event => {
      event.preventDefault()
      document.querySelector('seal-drop')?.clear()
    }),
  )
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect.poll(() => kept(widget)).toBeNull()
  await page.reload()
  await expectEmpty(widget)
})

test('requestSubmit() and submit() send it, too', async ({ open, didww, page }) => {
  for (const method of ['requestSubmit', 'submit'] as const) {
    const widget = await open(form(`<seal-drop id="papers" name="papers" ${didww}></seal-drop>`))
    await deliver(widget, PDF)
    await page.evaluate(method => document.querySelector('form')?.[method](), method)
    await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
    await page.goBack()
    await expectEmpty(widget)
    expect(await kept(widget)).toBeNull()
    await page.reload()
    await expectEmpty(widget)
  }
})

test('two fields of one page get their own documents back, and no other', async ({
  open,
  didww,
  page,
}) => {
  await open(
    form(
      `<seal-drop id="papers" name="papers" ${didww}></seal-drop>
      <seal-drop name="papers" ${didww}></seal-drop><seal-drop name="photo" ${didww}></seal-drop>`,
    ),
  )
  const values = []
  for (const [index, file] of [PDF, PNG, JPG].entries())
    values.push(await deliver(page.locator('seal-drop').nth(index), file))
  await page.reload()
  const found = () =>
    page.evaluate(() => [...document.querySelectorAll('seal-drop')].map(({ value }) => value))
  await expect.poll(found).toEqual(values)
})

test('who restored a document takes it off, and it stays off', async ({ open, didww, page }) => {
  const widget = await open(form(`<seal-drop id="papers" name="papers" ${didww}></seal-drop>`))
  await deliver(widget, PDF)
  await page.reload()
  await widget.getByRole('button', { name: /^Remove A document sent at/ }).click()
  await expect(widget.locator('[part=status]')).toHaveText('Removed')
  expect([await entriesOf(widget), await kept(widget)]).toEqual(['', null])
  await page.reload()
  await expectEmpty(widget)
})

test('it is kept neither with shelf="off", nor where a reference may tell the name, nor as a receipt', async ({
  open,
  didww,
}) => {
  for (const how of ['shelf="off"', 'file-name="original"', 'value-format="receipt"']) {
    const widget = await open(
      form(`<seal-drop id="papers" name="papers" ${how} ${didww}></seal-drop>`),
    )
    await deliver(widget, PDF)
    expect(await kept(widget), how).toBeNull()
    await widget.page().goto('about:blank')
    await widget.page().goBack()
    await expectEmpty(widget)
  }
})

test('somebody else who signs in finds nothing, and what was there is deleted', async ({
  open,
  didww,
  page,
}) => {
  const mine = `<seal-drop id="papers" name="papers" shelf-scope="ann" ${didww}></seal-drop>`
  const widget = await open(form(mine))
  await deliver(widget, PDF)
  expect(await kept(widget)).not.toContain('ann')
  await page.reload()
  await expect(rows(widget)).toHaveCount(1)
  await page.route(page.url(), async route => {
    const response = await route.fetch()
    const body = (await response.text()).replace('shelf-scope="ann"', 'shelf-scope="bob"')
    await route.fulfill({ response, body })
  })
  await page.reload()
  await expect.poll(() => kept(widget)).toBeNull()
  await expectEmpty(widget)
})

test('a sign-out in one tab is one in all: no reload of another brings anything back', async ({
  open,
  didww,
  page,
  context,
}) => {
  const widget = await open(form(`<seal-drop id="papers" name="papers" ${didww}></seal-drop>`))
  await deliver(widget, PDF)
  await expect.poll(() => kept(widget)).not.toBeNull()
  const other = await context.newPage()
  await other.goto(page.url())
  await other.locator('seal-drop').evaluate((element: Element) => element.clearShelf())
  await expect.poll(() => kept(widget)).toBeNull()
  expect(await other.evaluate(() => Object.keys(localStorage))).toEqual([])
  await page.reload()
  await expectEmpty(widget)
})

test('what has expired, and what is no record of ours, comes back as nothing', async ({
  open,
  didww,
  page,
}) => {
  const widget = await open(form(`<seal-drop id="papers" name="papers" ${didww}></seal-drop>`))
  await deliver(widget, PDF)
  const text = (await kept(widget)) ?? ''
  const [record] = JSON.parse(text)
  const [receipt] = record.receipts
  const withReceipt = (change: object) => [{ ...record, receipts: [{ ...receipt, ...change }] }]
  const hostile: readonly unknown[] = [
    withReceipt({ expiresAt: new Date(Date.now() - 1000).toISOString() }),
    withReceipt({ sentAt: new Date(Date.now() - 25 * 3_600_000).toISOString() }),
    withReceipt({ reference: 7 }),
    withReceipt({ sealed: { ...receipt.sealed, scheme: 'none' } }),
    withReceipt({ sealed: null }),
    [{ ...record, version: 2 }],
    [null, 7, 'x', [], {}],
    {},
    'x',
  ]
  for (const found of hostile) {
    await page.evaluate(
      text => sessionStorage.setItem('sealdrop:sent', text),
      found === 'x' ? found : JSON.stringify(found),
    )
    await page.reload()
    await expect.poll(() => kept(widget), JSON.stringify(found)).toBeNull()
    await expectEmpty(widget)
  }
  // Another element's stays where it is, and is nothing of this one's.
  const others = JSON.stringify([{ ...record, owner: record.scope }])
  await page.evaluate(text => sessionStorage.setItem('sealdrop:sent', text), others)
  await page.reload()
  await expectEmpty(widget)
  expect(await kept(widget)).toBe(others)
  // The very record that was kept does come back: what was refused is what was changed.
  await page.evaluate(text => sessionStorage.setItem('sealdrop:sent', text), text)
  await page.reload()
  await expect(rows(widget)).toHaveCount(1)
})
