import { expect } from 'playwright/test'
import { choose, HEIC, JPG, PDF, PNG, phases, test } from './element-site.ts'

const form = (inner: string, attributes = ''): string =>
  `<form action="/apply" method="post" ${attributes}>
    <label for="papers">Identity documents</label>
    ${inner}
    <button name="how" value="now">Apply</button>
  </form>`

test('the references of delivered files are posted under the name', async ({
  open,
  didww,
  page,
  site,
  sandbox,
}) => {
  const widget = await open(
    form(`<seal-drop id="papers" name="papers" multiple required ${didww}></seal-drop>`),
  )
  await choose(widget, PDF, PNG)
  await expect(widget.getByText('2 of 2 delivered', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
  const post = site.posts.at(-1)
  expect(post?.getAll('papers').sort()).toEqual(
    sandbox
      .received()
      .map(({ id }) => id)
      .sort(),
  )
  expect(post?.get('how')).toBe('now')
})

test('a receipt can be posted instead of a reference', async ({ open, didww, page, site }) => {
  const widget = await open(
    form(`<seal-drop id="papers" name="papers" value-format="receipt" ${didww}></seal-drop>`),
  )
  await choose(widget, PDF)
  await expect(widget.getByText(/^Delivered/)).toBeVisible()
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
  const receipt = JSON.parse(site.posts.at(-1)?.get('papers') ?? '')
  expect(receipt).toMatchObject({
    transport: 'didww',
    name: 'doc_1_3_pages.pdf',
    type: 'application/pdf',
  })
  expect(receipt.sha256).toMatch(/^[0-9a-f]{64}$/)
})

test('a ticket that the relay did not give makes the control invalid', async ({ open, didww }) => {
  const widget = await open(
    form(`<seal-drop id="papers" name="papers" value-format="ticket" ${didww}></seal-drop>`),
  )
  await choose(widget, PDF)
  await expect(widget.getByText(/^Delivered/)).toBeVisible()
  expect(
    await widget.evaluate((element: HTMLElementTagNameMap['seal-drop']) => [
      element.value,
      element.validity?.customError,
    ]),
  ).toEqual(['', true])
})

test('required holds the form back until a file is delivered, and says so at the control', async ({
  open,
  didww,
  page,
  site,
  sandbox,
  events,
}) => {
  const before = site.posts.length
  const widget = await open(
    form(`<seal-drop id="papers" name="papers" required ${didww}></seal-drop>`),
  )
  const validity = () =>
    widget.evaluate((element: HTMLElementTagNameMap['seal-drop']) => ({
      missing: element.validity?.valueMissing,
      custom: element.validity?.customError,
    }))
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(widget.getByText('Please add a document.')).toBeVisible()
  await expect(widget.getByRole('button', { name: /choose/i })).toBeFocused()
  await expect.poll(validity).toEqual({ missing: true, custom: false })

  sandbox.flip({ stall: { at: 'answer' } })
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['confirming'])
  await expect.poll(validity).toEqual({ missing: true, custom: true })
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(widget.getByText('Please wait until your document is delivered.')).toBeVisible()

  sandbox.flip({ stall: false })
  await expect.poll(() => phases(widget)).toEqual(['done'])
  await expect.poll(validity).toEqual({ missing: false, custom: false })
  expect(await events()).not.toContain('submit')
  expect(site.posts.length).toBe(before)
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
})

test('whoever asks the form when the value changes hears that it can be sent', async ({
  open,
  didww,
}) => {
  const widget = await open(`<form><seal-drop name="papers" required ${didww}></seal-drop></form>`)
  const answers = await widget.evaluateHandle((element: HTMLElementTagNameMap['seal-drop']) => {
    const answers: unknown[] = []
    for (const type of ['input', 'change'])
      element.addEventListener(type, () => {
        if (element.value) answers.push(type, element.form?.matches(':valid'))
      })
    return answers
  })
  await choose(widget, PDF)
  await expect.poll(() => answers.jsonValue()).toEqual(['input', true, 'change', true])
})

test('a failed file holds the form back until it is removed', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  const widget = await open(
    form(`<seal-drop id="papers" name="papers" multiple ${didww}></seal-drop>`),
  )
  sandbox.flip({ status: { code: 403, times: 1 } })
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['failed'])
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(
    widget.getByText('doc_1_3_pages.pdf was not delivered. Try it again or remove it.'),
  ).toBeVisible()
  await widget.getByRole('button', { name: 'Remove doc_1_3_pages.pdf' }).click()
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
})

test('a refused file stands for nothing', async ({ open, didww, page, site }) => {
  const widget = await open(form(`<seal-drop id="papers" name="papers" ${didww}></seal-drop>`))
  await choose(widget, HEIC)
  await expect(widget.getByRole('listitem')).toContainText(
    'This is an iPhone HEIC photo. Export it as JPG and add it again.',
  )
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
  expect(site.posts.at(-1)?.has('papers')).toBe(false)
})

test('reset takes everything off, also what is on its way', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  const widget = await open(
    form(
      `<seal-drop id="papers" name="papers" multiple ${didww}></seal-drop><button type="reset">Start over</button>`,
    ),
  )
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  sandbox.flip({ stall: { at: 'answer' } })
  await choose(widget, PNG)
  await expect.poll(() => phases(widget)).toEqual(['done', 'confirming'])
  await page.getByRole('button', { name: 'Start over' }).click()
  await expect.poll(() => phases(widget)).toEqual([])
  expect(
    await page.evaluate(() => [
      ...new FormData(document.querySelector('form') ?? undefined).keys(),
    ]),
  ).toEqual([])
})

test('a disabled fieldset switches everything off, and on again', async ({ open, didww, page }) => {
  const widget = await open(
    form(
      `<fieldset><seal-drop id="papers" name="papers" multiple required ${didww}></seal-drop></fieldset>`,
    ),
  )
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  const set = (isDisabled: boolean) =>
    page.evaluate(value => {
      const fieldset = document.querySelector('fieldset')
      if (fieldset) fieldset.disabled = value
      return [...new FormData(document.querySelector('form') ?? undefined).keys()]
    }, isDisabled)
  expect(await set(true)).toEqual([])
  await expect(widget.locator('#choose')).toBeDisabled()
  await expect
    .poll(() => widget.evaluate(element => element.matches(':state(disabled)')))
    .toBe(true)
  expect(await set(false)).toEqual(['papers'])
  await expect(widget.locator('#choose')).toBeEnabled()
})

for (const attribute of ['disabled', 'readonly'])
  test(`what the open chooser gives after the field became ${attribute} is not taken`, async ({
    open,
    didww,
    page,
    sandbox,
  }) => {
    const widget = await open(form(`<seal-drop name="papers" multiple ${didww}></seal-drop>`))
    const opened = page.waitForEvent('filechooser')
    await widget.getByRole('button', { name: /^Choose/ }).click()
    const chooser = await opened
    const set = (isOn: boolean): Promise<unknown> =>
      widget.evaluate(
        async (element: HTMLElementTagNameMap['seal-drop'], [name, isOn]) => {
          element.toggleAttribute(name, isOn)
          await element.updateComplete
        },
        [attribute, isOn] as const,
      )
    await set(true)
    await chooser.setFiles([PDF])
    await set(false)
    await choose(widget, PNG)
    await expect.poll(() => phases(widget)).toEqual(['done'])
    expect(sandbox.received()).toHaveLength(1)
  })

test('a custom message counts like on any control', async ({ open, didww }) => {
  const widget = await open(form(`<seal-drop id="papers" name="papers" ${didww}></seal-drop>`))
  expect(
    await widget.evaluate((element: HTMLElementTagNameMap['seal-drop']) => {
      element.setCustomValidity('Not today.')
      const told = [element.checkValidity(), element.validationMessage]
      element.setCustomValidity('')
      return [
        ...told,
        element.checkValidity(),
        element.form?.action.endsWith('/apply'),
        element.labels?.length,
      ]
    }),
  ).toEqual([false, 'Not today.', true, true, 1])
})

for (const novalidate of ['', 'novalidate'])
  test(`upload="submit" ${novalidate}: two widgets deliver first, and the form goes out once, by the same button`, async ({
    open,
    didww,
    page,
    site,
    sandbox,
  }) => {
    const before = site.posts.length
    const widget = await open(
      form(
        `<seal-drop id="papers" name="papers" required upload="submit" multiple ${didww}></seal-drop>
        <seal-drop id="more" name="more" upload="submit" ${didww} label="More"></seal-drop>`,
        novalidate,
      ),
    )
    const more = page.locator('#more')
    await choose(widget, PDF, PNG)
    await choose(more, JPG)
    await expect(widget.getByText('Checked · goes out with the form')).toHaveCount(2)
    await expect.poll(() => phases(more)).toEqual(['ready'])
    expect(sandbox.received()).toEqual([])
    await page.evaluate(() =>
      document.querySelector('form')?.addEventListener('submit', event => {
        // Kept on the page, to count what the site sees.
        sessionStorage.setItem('submits', String(Number(sessionStorage.getItem('submits')) + 1))
        sessionStorage.setItem('by', event.submitter?.getAttribute('value') ?? '')
      }),
    )
    await page.getByRole('button', { name: 'Apply' }).click()
    await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
    expect(
      await page.evaluate(() => [sessionStorage.getItem('submits'), sessionStorage.getItem('by')]),
    ).toEqual(['1', 'now'])
    expect(site.posts.length).toBe(before + 1)
    const post = site.posts.at(-1)
    expect(post?.getAll('papers')).toHaveLength(2)
    expect(post?.getAll('more')).toHaveLength(1)
    expect(post?.get('how')).toBe('now')
    expect(sandbox.received()).toHaveLength(3)
  })

test('upload="submit": what cannot be delivered keeps the form here, and the next try sends it', async ({
  open,
  didww,
  page,
  site,
  sandbox,
}) => {
  const before = site.posts.length
  const widget = await open(
    form(
      `<seal-drop id="papers" name="papers" required upload="submit" ${didww}></seal-drop>`,
      'novalidate',
    ),
  )
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['ready'])
  sandbox.flip({ status: { code: 403, times: 1 } })
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(
    widget.getByText('doc_1_3_pages.pdf was not delivered. Try it again or remove it.'),
  ).toBeVisible()
  expect(site.posts.length).toBe(before)
  await widget.getByRole('button', { name: 'Try doc_1_3_pages.pdf again' }).click()
  await expect.poll(() => phases(widget)).toEqual(['done'])
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
  expect(site.posts.length).toBe(before + 1)
})

test('a second click while files are on their way does not send the form twice', async ({
  open,
  didww,
  page,
  site,
  sandbox,
}) => {
  const before = site.posts.length
  const widget = await open(
    form(`<seal-drop id="papers" name="papers" required upload="submit" ${didww}></seal-drop>`),
  )
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['ready'])
  sandbox.flip({ stall: { at: 'answer' } })
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect.poll(() => phases(widget)).toEqual(['confirming'])
  await page.getByRole('button', { name: 'Apply' }).click()
  sandbox.flip({ stall: false })
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
  expect(site.posts.length).toBe(before + 1)
})
