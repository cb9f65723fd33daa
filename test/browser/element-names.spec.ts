import { expect, type Locator } from 'playwright/test'
import { complaints } from '../axe.ts'
import { accessible, announced } from './accessible.ts'
import { chooseBy } from './chooser.ts'
import { choose, JPG, PDF, PNG, phases, test } from './element-site.ts'

const button = (widget: Locator): Locator => widget.locator('#choose')

const described = (attributes: string, didww: string): string => `
  <h2 id="papers-title">Identity documents</h2>
  <p id="papers-help">Passport or identity card, both sides.</p>
  <p id="papers-error" role="alert">The passport has expired.</p>
  <seal-drop id="papers" name="papers" ${attributes} ${didww}></seal-drop>`

/** What the button is described with where the page says nothing. */
const OURS = 'PDF, JPG or PNG, up to 20.9 MB Files are sent as soon as you choose them.'

const ARIA = `aria-labelledby="papers-title" aria-describedby="papers-help"
  aria-errormessage="papers-error" aria-invalid="true"`

test('what ARIA attributes say of the element is said of its button, as it is now', async ({
  open,
  didww,
  page,
}) => {
  const widget = await open(described(ARIA, didww))
  await expect(widget.getByText(/up to 20.9 MB/)).toBeVisible()
  await expect
    .poll(() => accessible(button(widget)))
    .toEqual({
      role: 'button',
      name: 'Choose a file: Identity documents',
      description: `${OURS} Passport or identity card, both sides. The passport has expired.`,
      invalid: 'true',
    })
  // The page changes its words, and touches nothing of the element.
  await page.evaluate(() => {
    for (const [id, text] of Object.entries({
      'papers-title': 'Passport',
      'papers-help': 'A scan.',
    }))
      document.querySelector(`#${id}`)?.replaceChildren(text)
  })
  await expect
    .poll(() => accessible(button(widget)))
    .toMatchObject({
      name: 'Choose a file: Passport',
      description: `${OURS} A scan. The passport has expired.`,
    })
  // An error message counts only for what is invalid.
  await widget.evaluate(element => element.setAttribute('aria-invalid', 'false'))
  await expect
    .poll(() => accessible(button(widget)))
    .toMatchObject({ description: `${OURS} A scan.`, invalid: 'false' })
  // And takes it all back.
  await widget.evaluate(element => {
    for (const name of element.getAttributeNames())
      if (name.startsWith('aria-')) element.removeAttribute(name)
  })
  await expect
    .poll(() => accessible(button(widget)))
    .toEqual({
      role: 'button',
      name: 'Choose a file',
      description: OURS,
      invalid: 'false',
    })
})

test('a browser that ties no elements across a shadow root says the same, copied', async ({
  open,
  didww,
  page,
}) => {
  await page.addInitScript(() => {
    for (const kind of ['LabelledBy', 'DescribedBy', 'ErrorMessage'])
      Reflect.deleteProperty(Element.prototype, `aria${kind}Elements`)
  })
  const widget = await open(described(ARIA, didww))
  await expect(widget.getByText(/up to 20.9 MB/)).toBeVisible()
  await expect
    .poll(() => accessible(button(widget)))
    .toEqual({
      role: 'button',
      name: 'Choose a file: Identity documents',
      description: `${OURS} Passport or identity card, both sides. The passport has expired.`,
      invalid: 'true',
    })
})

test('a name given by aria-label is the button’s, before that of a <label>', async ({
  open,
  didww,
}) => {
  const widget = await open(
    `<label for="papers">Documents</label>
    <seal-drop id="papers" aria-label="Identity documents" ${didww}></seal-drop>`,
  )
  await expect
    .poll(async () => (await accessible(button(widget)))?.name)
    .toBe('Choose a file: Identity documents')
})

test('two lists on a page have two names', async ({ open, didww, page }) => {
  await open(`<label for="a">Passport</label><seal-drop id="a" ${didww}></seal-drop>
    <seal-drop id="b" aria-label="Payslips" ${didww}></seal-drop>
    <seal-drop id="c" label="Lease" ${didww}></seal-drop>
    <seal-drop id="d" ${didww}></seal-drop>`)
  for (const id of ['a', 'b', 'c', 'd']) await choose(page.locator(`#${id}`), PDF)
  await expect(page.getByRole('list')).toHaveCount(4)
  for (const name of ['Files: Passport', 'Files: Payslips', 'Files: Lease', 'Files'])
    await expect(page.getByRole('list', { name, exact: true })).toHaveCount(1)
})

test('a link in a list of errors puts the focus on the button, however the id is written', async ({
  open,
  didww,
  page,
}) => {
  const widget = await open(`<p><a href="#ihre papiere">Add a passport</a></p>
    ${'<p>A question.</p>'.repeat(40)}
    <seal-drop id="ihre papiere" label="Passport" ${didww}></seal-drop>`)
  const link = page.getByRole('link')
  for (const go of [() => link.click(), () => link.press('Enter')]) {
    await go()
    await expect(button(widget)).toBeFocused()
    await expect(button(widget)).toBeInViewport()
  }
  expect(new URL(page.url()).hash).toBe('#ihre%20papiere')
})

const labelled = (attributes: string): string =>
  `<form><label for="papers">Identity documents</label>
  <seal-drop id="papers" name="papers" ${attributes}></seal-drop></form>`

const LABELS: Readonly<Record<string, (didww: string) => string>> = {
  'its <label>': labelled,
  'the <label> around it': didww =>
    `<label>Identity documents <seal-drop ${didww}></seal-drop></label>`,
  'a <label> in its slot': didww =>
    `<seal-drop id="papers" ${didww}><label slot="label" for="papers">Identity documents</label></seal-drop>`,
  'words in its slot': didww =>
    `<seal-drop ${didww}><span slot="label">Identity documents</span></seal-drop>`,
  'its own label': didww => `<seal-drop label="Identity documents" ${didww}></seal-drop>`,
}
for (const [what, body] of Object.entries({
  ...LABELS,
  'aria-label': (didww: string) =>
    `<seal-drop aria-label="Identity documents" ${didww}></seal-drop>`,
  'aria-labelledby': (didww: string) => described('aria-labelledby="papers-title"', didww),
}))
  test(`a name given by ${what} is told once when the focus comes in`, async ({ open, didww }) => {
    const widget = await open(body(didww))
    await expect(widget.getByText(/up to 20.9 MB/)).toBeVisible()
    const names = async (): Promise<readonly string[]> =>
      (await announced(button(widget))).map(({ role, name }) => `${role}: ${name}`)
    const group = what.startsWith('aria-') ? [] : ['group: Upload']
    await expect.poll(names).toEqual([...group, 'button: Choose a file: Identity documents'])
  })

test('a field without any name is a group, too', async ({ open, didww }) => {
  const widget = await open(`<seal-drop ${didww}></seal-drop>`)
  await expect(widget.getByText(/up to 20.9 MB/)).toBeVisible()
  await expect
    .poll(async () => (await announced(button(widget))).map(({ name }) => name))
    .toEqual(['Upload', 'Choose a file'])
})

for (const [what, body] of Object.entries(LABELS))
  test(`a click on ${what} opens the chooser, once`, async ({ open, didww, page }) => {
    const widget = await open(body(didww))
    let opened = 0
    page.on('filechooser', () => opened++)
    await chooseBy(page, () => page.getByText('Identity documents').click(), PDF)
    await expect.poll(() => phases(widget)).toEqual(['done'])
    await expect(button(widget)).toBeFocused()
    expect(opened).toBe(1)
  })

test('within a <label> around it, the button opens the chooser once, too', async ({
  open,
  didww,
  page,
}) => {
  const widget = await open(`<label>Identity documents <seal-drop ${didww}></seal-drop></label>`)
  let opened = 0
  page.on('filechooser', () => opened++)
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  expect(opened).toBe(1)
})

/** How many clicks of the hidden input a click on the label makes: with a dialog that does not open there is nothing to wait for. */
const clicksOnInput = (widget: Locator): Promise<number> =>
  widget.evaluate(element => {
    let clicks = 0
    element.shadowRoot?.querySelector('#input')?.addEventListener('click', event => {
      event.preventDefault()
      clicks++
    })
    document.querySelector('label')?.click()
    return clicks
  })

for (const attribute of ['disabled', 'readonly'])
  test(`a click on the label of a ${attribute} control opens nothing`, async ({ open, didww }) => {
    const widget = await open(labelled(`${attribute} ${didww}`))
    await expect(widget.getByText(/up to 20.9 MB/)).toBeVisible()
    expect(await clicksOnInput(widget)).toBe(0)
  })

test('a click on the label of a full control opens nothing, and puts the focus there', async ({
  open,
  didww,
}) => {
  const widget = await open(labelled(`multiple max-files="2" ${didww}`))
  await choose(widget, PNG, JPG)
  await expect.poll(() => phases(widget)).toEqual(['done', 'done'])
  expect(await clicksOnInput(widget)).toBe(0)
  await expect(button(widget)).toBeFocused()
})

test('axe finds nothing in an element that is named by ARIA', async ({ open, didww, page }) => {
  const widget = await open(described(ARIA, didww))
  await expect(widget.getByText(/up to 20.9 MB/)).toBeVisible()
  expect(await complaints(page, { ignored: ['region', 'page-has-heading-one'] })).toEqual([])
})
