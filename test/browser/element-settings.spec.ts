import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect } from 'playwright/test'
import { choose, LOCKED_PDF, OPEN_PDF, PDF, PNG, phases, pointAt, test } from './element-site.ts'

type SealDrop = HTMLElementTagNameMap['seal-drop']

/** What frameworks write into properties, because the element has them. */
const WRITTEN: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'options as the attribute has them': { options: '{"version":"2026-04-16"}' },
  'origins as the attribute has them': { origins: 'https://a.example https://b.example' },
  'numbers as the attributes have them': { parallel: '2', maxFiles: '2' },
  'choices that are not made': { upload: undefined, fileName: undefined, valueFormat: undefined },
  'limits that are not set': { accept: null, maxSize: null, maxFiles: null, parallel: null },
  'text that is not there': { name: null, label: undefined, hint: null, lang: undefined },
  'empty text for what was taken away': {
    upload: '',
    fileName: '',
    valueFormat: '',
    maxSize: '',
    maxFiles: '',
    parallel: '',
    options: '',
    origins: '',
    seal: '',
    workerUrl: '',
  },
  'nothing at all': {
    options: null,
    origins: null,
    seal: null,
    recipients: null,
    pin: null,
    capture: null,
    workerUrl: null,
    retryPolicy: null,
    timeouts: null,
    required: null,
    disabled: undefined,
  },
}

for (const [name, written] of Object.entries(WRITTEN))
  test(`properties take what frameworks write: ${name}`, async ({ open, didww }) => {
    const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
    // Undefined does not cross into the page as part of an object.
    await widget.evaluate((element, entries) => {
      for (const [key, value] of entries) Reflect.set(element, key, value)
    }, Object.entries(written))
    await choose(widget, PDF, PNG)
    await expect.poll(() => phases(widget)).toEqual(['done', 'done'])
  })

test('nothing is written into its tag but what the page says: server and browser have the same tag', async ({
  open,
  didww,
}) => {
  const widget = await open(`<seal-drop ${didww}></seal-drop>`)
  await expect(widget.locator('[part=button]')).toBeVisible()
  const attributes = () => widget.evaluate(element => element.getAttributeNames().sort())
  expect(await attributes()).toEqual(['endpoint', 'transport'])
  await widget.evaluate(element => Object.assign(element, { name: 'papers', required: true }))
  await expect.poll(attributes).toEqual(['endpoint', 'name', 'required', 'transport'])
})

test('what a property was set to can be read as what it means', async ({ open, didww }) => {
  const widget = await open(`<seal-drop ${didww}></seal-drop>`)
  expect(
    await widget.evaluate(element => {
      const written = { options: '{"a":1}', origins: ' x  y ', maxFiles: '2', upload: null }
      Object.assign(element, written)
      const { options, origins, maxFiles, upload } = element as SealDrop
      return { options, origins, maxFiles, upload }
    }),
  ).toEqual({ options: { a: 1 }, origins: ['x', 'y'], maxFiles: 2, upload: 'auto' })
})

for (const written of [{ options: '{' }, { maxFiles: 'two' }, { upload: 'Submit' }])
  test(`what cannot be read is still said to be wrong: ${JSON.stringify(written)}`, async ({
    open,
    didww,
  }) => {
    const widget = await open(`<seal-drop ${didww}></seal-drop>`)
    await widget.evaluate((element, values) => Object.assign(element, values), written)
    await expect(widget.locator('[part=prompt]')).toContainText('not set up correctly')
  })

test('a number that is none is said to be wrong, whenever it is set', async ({ open, didww }) => {
  const widget = await open(`<seal-drop ${didww}></seal-drop>`)
  await pointAt(widget)
  await widget.evaluate((element: SealDrop) => {
    element.maxFiles = Number('two')
  })
  await expect(widget.locator('[part=prompt]')).toContainText('not set up correctly')
})

test('switched off and on again by its property, files can be chosen at once', async ({
  open,
  didww,
}) => {
  const widget = await open(`<seal-drop ${didww}></seal-drop>`)
  const look = (isDisabled: boolean) =>
    widget.evaluate(async (element: SealDrop, value) => {
      element.disabled = value
      await element.updateComplete
      const { shadowRoot } = element
      return [
        element.matches(':disabled'),
        shadowRoot?.querySelector('#choose')?.matches(':disabled'),
        shadowRoot?.querySelector('#input')?.matches(':disabled'),
        shadowRoot?.querySelector('.off') !== null,
      ]
    }, isDisabled)
  expect(await look(true)).toEqual([true, true, true, true])
  expect(await look(false)).toEqual([false, false, false, false])
})

test('within a disabled fieldset its own property switches nothing on', async ({ open, didww }) => {
  const widget = await open(`<fieldset><seal-drop disabled ${didww}></seal-drop></fieldset>`)
  const choice = widget.locator('#choose')
  await expect(choice).toBeDisabled()
  await widget.evaluate(async (element: SealDrop) => {
    element.closest('fieldset')?.toggleAttribute('disabled', true)
    element.disabled = false
    await element.updateComplete
  })
  await expect(choice).toBeDisabled()
  await widget.evaluate(element => element.closest('fieldset')?.removeAttribute('disabled'))
  await expect(choice).toBeEnabled()
})

test('a language set by its property is spoken with the next drawing, and so is its end', async ({
  open,
  didww,
}) => {
  const widget = await open(`<seal-drop ${didww}></seal-drop>`)
  const speak = (language: string) =>
    widget.evaluate(async (element: SealDrop, lang) => {
      element.lang = lang
      await element.updateComplete
      return element.shadowRoot?.querySelector('.root')?.getAttribute('lang')
    }, language)
  expect(await speak('en-GB')).toBe('en-GB')
  expect(await speak('')).toBe('en')
})

test('the validity is that of this very moment', async ({ open, didww }) => {
  const widget = await open(`<form><seal-drop name="papers" ${didww}></seal-drop></form>`)
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  expect(
    await widget.evaluate((element: SealDrop) => {
      const form = element.closest('form')
      element.clear()
      element.maxFiles = 3
      element.add([new File(['x'], 'late.pdf')])
      const added = [form?.matches(':valid'), element.checkValidity(), element.validationMessage]
      element.clear()
      const cleared = [form?.matches(':valid'), element.validationMessage]
      element.required = true
      return [added, cleared, element.validationMessage]
    }),
  ).toEqual([
    [false, false, 'Please wait until your document is delivered.'],
    [true, ''],
    'Please add a document.',
  ])
})

test('a file that is added after a property was set to what it was comes in', async ({
  open,
  didww,
}) => {
  const widget = await open(`<seal-drop name="papers" ${didww}></seal-drop>`)
  await pointAt(widget)
  await widget.evaluate(async (element: SealDrop) => {
    await element.updateComplete
    Object.assign(element, { maxSize: element.maxSize })
    element.add([new File([], 'nothing.pdf')])
  })
  await expect.poll(() => phases(widget)).toEqual(['refused'])
})

test('a call after a property was set to what it was is done', async ({ open, didww }) => {
  const widget = await open(`<seal-drop upload="manual" ${didww}></seal-drop>`)
  await choose(widget, PNG)
  await expect.poll(() => phases(widget)).toEqual(['ready'])
  await widget.evaluate(async (element: SealDrop) => {
    await element.updateComplete
    Object.assign(element, { maxSize: element.maxSize })
    element.start()
  })
  await expect.poll(() => phases(widget)).toEqual(['done'])
})

test('what a page asks for before there is a page to work in is done when there is', async ({
  open,
  didww,
  page,
}) => {
  const widget = await open(`<p><seal-drop id="there" ${didww}></seal-drop></p>`)
  await widget.evaluate(async (there: SealDrop) => {
    const { transport, endpoint, authorize } = there
    const early = Object.assign(document.createElement('seal-drop'), {
      id: 'early',
      label: 'Early',
      upload: 'manual',
      transport,
      endpoint,
      authorize,
    })
    const picture = new OffscreenCanvas(4, 4)
    picture.getContext('2d')
    early.add([new File([await picture.convertToBlob()], 'early.png')])
    early.start()
    await Promise.resolve()
    there.after(early)
  })
  await expect.poll(() => phases(page.locator('#early'))).toEqual(['done'])
})

test('refuse-protected refuses a PDF that asks for a password, and no other', async ({
  open,
  didww,
}) => {
  const widget = await open(`<seal-drop multiple refuse-protected ${didww}></seal-drop>`)
  await choose(widget, LOCKED_PDF, OPEN_PDF)
  await expect.poll(() => phases(widget)).toEqual(['refused', 'done'])
  await expect(widget.getByRole('listitem').first()).toContainText(
    'This PDF asks for a password. Add a copy that opens without one.',
  )
  await expect(widget.getByRole('listitem').last()).toContainText(
    'It seems to open without a password.',
  )

  // Switched off again, it says so and lets it through.
  await widget.evaluate((element: SealDrop) => {
    element.clear()
    element.removeAttribute('refuse-protected')
  })
  await choose(widget, LOCKED_PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  await expect(widget.getByRole('listitem').last()).toContainText(
    'This PDF asks for a password. Tell it to the recipient',
  )
})

const PHOTO = new URL('../samples/jpg/DSCN0010.jpg', import.meta.url).pathname

test('strip-location sends a photo without its place, and where it is not set the place is said', async ({
  open,
  didww,
}) => {
  const buffer = await readFile(PHOTO)
  const digest = createHash('sha256').update(buffer).digest('hex')
  const widget = await open(`<seal-drop multiple strip-location ${didww}></seal-drop>`)
  const receipt = () => widget.evaluate((element: SealDrop) => element.receipts[0])
  const row = widget.getByRole('listitem').last()
  await choose(widget, PHOTO)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  await expect(row).toContainText('This photo is sent without its location')
  const stripped = await receipt()
  expect(stripped?.remarks).toEqual(['location-removed'])
  expect(stripped?.size).toBeLessThan(buffer.length)
  expect(stripped?.sha256).not.toBe(digest)

  await widget.evaluate((element: SealDrop) => {
    element.clear()
    element.stripLocation = false
  })
  await choose(widget, PHOTO)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  await expect(row).toContainText('This photo says where it was taken.')
  expect((await receipt())?.sha256).toBe(digest)
})
