import { expect, type Locator, type Page } from 'playwright/test'
import { courier, release } from './courier.ts'
import { choose, HEIC, JPG, PDF, PNG, phases, test } from './element-site.ts'

type SealDrop = HTMLElementTagNameMap['seal-drop']

const form = (inner: string, attributes = ''): string =>
  `<form action="/apply" method="post" ${attributes}>${inner}
    <button>Apply</button><button type="reset">Start over</button>
  </form>`
const PAPERS = '<seal-drop name="papers" required multiple></seal-drop>'

const apply = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Apply', exact: true }).click()
const message = (widget: Locator): Locator => widget.locator('#invalid')
const zone = (widget: Locator): Locator => widget.locator('[part=zone]')
const isUserInvalid = (widget: Locator): Promise<boolean> =>
  widget.evaluate(element => element.matches(':state(user-invalid)'))

test.describe('what is wrong stays shown while it is wrong', () => {
  test('and says how it is now: another file is added, one of two arrives, both did', async ({
    open,
    page,
  }) => {
    const widget = await open(form(PAPERS))
    await courier(widget, 'send')
    await apply(page)
    await expect(message(widget)).toHaveText('Please add a document.')
    await choose(widget, PDF)
    await expect(message(widget)).toHaveText('Please wait until your document is delivered.')
    await expect(zone(widget)).toHaveClass(/\binvalid\b/)
    await choose(widget, PNG)
    await expect.poll(() => phases(widget)).toEqual(['sending', 'sending'])
    await expect(message(widget)).toHaveText('Please wait until your documents are delivered.')
    await expect(zone(widget)).toHaveClass(/\binvalid\b/)
    await release(widget)
    await expect.poll(() => phases(widget)).toEqual(['done', 'done'])
    await expect(message(widget)).toBeHidden()
    await expect(zone(widget)).not.toHaveClass(/\binvalid\b/)
  })

  test('also where another file arrives, or is refused, beside the one that failed', async ({
    open,
    didww,
    page,
    sandbox,
  }) => {
    const widget = await open(form(`<seal-drop name="papers" multiple ${didww}></seal-drop>`))
    sandbox.flip({ status: { code: 403, times: 1 } })
    await choose(widget, PDF)
    await expect.poll(() => phases(widget)).toEqual(['failed'])
    await apply(page)
    const why = 'doc_1_3_pages.pdf was not delivered. Try it again or remove it.'
    await expect(message(widget)).toHaveText(why)
    await choose(widget, JPG, HEIC)
    await expect.poll(() => phases(widget)).toEqual(['failed', 'done', 'refused'])
    await expect(message(widget)).toHaveText(why)
    await widget.getByRole('button', { name: 'Remove doc_1_3_pages.pdf' }).click()
    await expect(message(widget)).toBeHidden()
  })

  test('also what to do about a file that is paused', async ({ open, page }) => {
    const widget = await open(form(PAPERS))
    await courier(widget, 'send')
    await choose(widget, PDF, PNG)
    await expect.poll(() => phases(widget)).toEqual(['sending', 'sending'])
    await widget.getByRole('button', { name: /^Pause doc/ }).click()
    await apply(page)
    await expect(message(widget)).toHaveText(
      'doc_1_3_pages.pdf is paused. Resume or cancel it, then send the form again.',
    )
    await widget.getByRole('button', { name: 'Pause all' }).click()
    await expect(message(widget)).toHaveText(
      '2 files are paused. Resume or cancel them, then send the form again.',
    )
    await widget.getByRole('button', { name: 'Resume all' }).click()
    await expect(message(widget)).toHaveText('Please wait until your documents are delivered.')
    await release(widget)
    await expect(message(widget)).toBeHidden()
  })

  test('in the page’s own words, as soon as these are others', async ({ open, didww }) => {
    const widget = await open(form(`<seal-drop name="papers" required ${didww}></seal-drop>`))
    const set = (text: string): Promise<void> =>
      widget.evaluate((element: SealDrop, text) => element.setCustomValidity(text), text)
    await set('Not today.')
    await expect(message(widget)).toBeHidden()
    await widget.evaluate((element: SealDrop) => element.reportValidity())
    await expect(message(widget)).toHaveText('Not today.')
    await set('Not tomorrow.')
    await expect(message(widget)).toHaveText('Not tomorrow.')
    await set('')
    await expect(message(widget)).toHaveText('Please add a document.')
    await set('Never.')
    await expect(message(widget)).toHaveText('Never.')
  })

  test('until the form is reset', async ({ open, didww, page }) => {
    const widget = await open(form(`<seal-drop name="papers" required ${didww}></seal-drop>`))
    await apply(page)
    await expect(message(widget)).toHaveText('Please add a document.')
    await page.getByRole('button', { name: 'Start over' }).click()
    await expect(message(widget)).toBeHidden()
  })

  test('but not while the field is switched off', async ({ open, didww, page }) => {
    const widget = await open(form(`<seal-drop name="papers" required ${didww}></seal-drop>`))
    await apply(page)
    await expect(message(widget)).toBeVisible()
    const setDisabled = (isDisabled: boolean): Promise<void> =>
      widget.evaluate((element, disabled) => void Object.assign(element, { disabled }), isDisabled)
    await setDisabled(true)
    await expect(message(widget)).toBeHidden()
    await expect.poll(() => isUserInvalid(widget)).toBe(false)
    await setDisabled(false)
    await expect(message(widget)).toBeVisible()
  })

  test('upload="submit": a file chosen after all takes the missing one off, at once', async ({
    open,
    page,
  }) => {
    const widget = await open(
      form('<seal-drop name="papers" upload="submit" required></seal-drop>', 'novalidate'),
    )
    await courier(widget, 'send')
    await choose(widget, PDF)
    await apply(page)
    await expect.poll(() => phases(widget)).toEqual(['sending'])
    await widget.getByRole('button', { name: /^Cancel/ }).click()
    await expect(message(widget)).toHaveText('Please add a document.')
    await choose(widget, PNG)
    await expect(message(widget)).toBeHidden()
  })
})

test.describe(':state(user-invalid) is when a native field is :user-invalid', () => {
  const native = (page: Page): Promise<boolean> =>
    page.locator('#native').evaluate(element => element.matches(':user-invalid'))
  const both = async (widget: Locator): Promise<readonly boolean[]> => [
    await native(widget.page()),
    await isUserInvalid(widget),
  ]
  const BOTH = '<input type="file" id="native" required>'

  for (const novalidate of ['', 'novalidate'])
    test(`not before anybody did something; then from a try to send on, until a reset ${novalidate}`, async ({
      open,
      didww,
      page,
    }) => {
      const widget = await open(
        form(`<seal-drop name="papers" required ${didww}></seal-drop>${BOTH}`, novalidate),
      )
      await page.evaluate(() =>
        document.addEventListener('submit', event => event.preventDefault()),
      )
      expect(await both(widget)).toEqual([false, false])
      await apply(page)
      expect(await both(widget)).toEqual([true, true])
      await page.getByRole('button', { name: 'Start over' }).click()
      await expect.poll(() => both(widget)).toEqual([false, false])
    })

  test('not by a script that only asks, even at a press', async ({ open, didww, page }) => {
    const widget = await open(
      `<form><seal-drop name="papers" required ${didww}></seal-drop>${BOTH}</form><button>Ask</button>`,
    )
    await page.evaluate(() =>
      document.querySelector('body > main > button')?.addEventListener('click', () => {
        for (const field of document.querySelectorAll<HTMLInputElement>('form > *'))
          Object.assign(window, { answer: field.checkValidity() })
      }),
    )
    await page.getByRole('button', { name: 'Ask' }).click()
    expect(await page.evaluate(() => Reflect.get(window, 'answer'))).toBe(false)
    expect(await both(widget)).toEqual([false, false])
    await expect(message(widget)).toBeHidden()
  })

  test('not by a script that has it reported, which says what is wrong', async ({
    open,
    didww,
  }) => {
    const widget = await open(
      form(`<seal-drop name="papers" required ${didww}></seal-drop>${BOTH}`),
    )
    await widget.evaluate((element: SealDrop) => element.reportValidity())
    await widget
      .page()
      .locator('#native')
      .evaluate((element: HTMLInputElement) => element.reportValidity())
    expect(await both(widget)).toEqual([false, false])
    await expect(message(widget)).toHaveText('Please add a document.')
  })

  test('not by a script that asks the form while somebody types', async ({ open, didww, page }) => {
    const widget = await open(
      form(
        `<input aria-label="Reason"><seal-drop name="papers" required ${didww}></seal-drop>${BOTH}`,
      ),
    )
    await page.evaluate(() => {
      const [form] = document.forms
      for (const type of ['input', 'change'])
        form?.addEventListener(type, () => Object.assign(window, { answer: form.checkValidity() }))
    })
    await page.getByLabel('Reason').fill('')
    await page.keyboard.type('a')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => Reflect.get(window, 'answer'))).toBe(false)
    expect(await both(widget)).toEqual([false, false])
    await expect(message(widget)).toBeHidden()
  })

  test('not by a script that has the form reported, which says what is wrong', async ({
    open,
    didww,
    page,
  }) => {
    const widget = await open(
      form(`<seal-drop name="papers" required ${didww}></seal-drop>${BOTH}`),
    )
    await page.evaluate(() => document.forms[0]?.reportValidity())
    await expect(message(widget)).toHaveText('Please add a document.')
    expect(await both(widget)).toEqual([false, false])
  })

  test('from a script on that tries to send the form, long after the last press', async ({
    open,
    didww,
    page,
  }) => {
    const widget = await open(
      form(`<seal-drop name="papers" required ${didww}></seal-drop>${BOTH}`),
    )
    const session = await page.context().newCDPSession(page)
    // Whatever else this runner evaluates counts as a press.
    await session.send('Runtime.evaluate', {
      userGesture: false,
      awaitPromise: true,
      expression: `new Promise(resolve => {
        const look = () => navigator.userActivation.isActive
          ? setTimeout(look, 50)
          : resolve(document.forms[0].requestSubmit())
        look()
      })`,
    })
    await expect(message(widget)).toHaveText('Please add a document.')
    expect(await both(widget)).toEqual([true, true])
  })

  test('from a choice on, but not while what was chosen is on its way', async ({ open, page }) => {
    const text = '<input id="native" required>'
    const widget = await open(form(`${PAPERS}${text}`))
    await courier(widget, 'send')
    await choose(widget, PDF)
    await page.locator('#native').fill('x')
    await expect.poll(() => phases(widget)).toEqual(['sending'])
    expect(await both(widget)).toEqual([false, false])
    await release(widget)
    await expect.poll(() => phases(widget)).toEqual(['done'])
    expect(await both(widget)).toEqual([false, false])
    await widget.getByRole('button', { name: /^Remove/ }).click()
    await page.locator('#native').fill('')
    await page.locator('#native').blur()
    expect(await both(widget)).toEqual([true, true])
    // A style is one thing, a message another: nobody tried to send anything.
    await expect(message(widget)).toBeHidden()
  })

  test('with a file that failed', async ({ open, didww, sandbox }) => {
    const widget = await open(form(`<seal-drop name="papers" ${didww}></seal-drop>`))
    sandbox.flip({ status: { code: 403, times: 1 } })
    await choose(widget, PDF)
    await expect.poll(() => phases(widget)).toEqual(['failed'])
    expect(await isUserInvalid(widget)).toBe(true)
    await widget.getByRole('button', { name: /^Try/ }).click()
    await expect.poll(() => phases(widget)).toEqual(['done'])
    expect(await isUserInvalid(widget)).toBe(false)
  })
})
