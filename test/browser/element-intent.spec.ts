import { gzipSync } from 'node:zlib'
import { expect, type Locator, type Page, type Response } from 'playwright/test'
import { chooseBy } from './chooser.ts'
import { choose, keepBack, LATE_CODE, PDF, phases, pointAt, test } from './element-site.ts'

type SealDrop = HTMLElementTagNameMap['seal-drop']

const labelled = (attributes: string): string =>
  `<form><label for="papers">Identity documents</label>
  <seal-drop id="papers" name="papers" ${attributes}></seal-drop><button>Apply</button></form>`

/** The scripts that the page asked for so far, by the start of their names. */
const watchScripts = (page: Page): string[] => {
  const asked: string[] = []
  page.on('request', request => {
    const [, name = ''] = /\/dist\/([\w.-]+?)(-[\w-]{8})?\.js$/.exec(request.url()) ?? []
    if (name) asked.push(name)
  })
  return asked
}

const keyRequests = (sandbox: {
  requests(): readonly { readonly method: string; readonly path: string }[]
}): number =>
  sandbox.requests().filter(({ method, path }) => method === 'GET' && path.endsWith('/public_keys'))
    .length

test('a visitor who does not use the element loads 20 KB of script, and nobody is asked for keys', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  const responses: Response[] = []
  page.on('response', response => responses.push(response))
  await page.clock.install()
  const widget = await open(labelled(didww))
  await page.clock.runFor(10_000)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  // A script that asks is no person.
  await widget.evaluate((element: SealDrop) => [
    element.files,
    element.receipts,
    element.value,
    element.validity,
    element.form?.checkValidity(),
  ])
  await page.waitForLoadState('networkidle')
  const scripts = responses.filter(response => response.url().endsWith('.js'))
  const bodies = await Promise.all(scripts.map(script => script.body()))
  const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)
  expect(bytes).toBeGreaterThan(10_000)
  expect(bytes).toBeLessThanOrEqual(20_000)
  expect(sandbox.requests()).toEqual([])
  expect(page.workers()).toEqual([])
  await expect(widget.locator('[part=hint]')).toHaveText('PDF, JPG or PNG, up to 20.9 MB')
  await expect(widget.locator('[part=seal]')).toHaveText('Encrypted in your browser for DIDWW')
})

test('a page may ask its server for the settings first: only what stays wrong is told', async ({
  open,
  page,
  events,
  sandbox,
}) => {
  // Stopped: no time passes but what is said here.
  await page.clock.install({ time: 0 })
  await page.clock.pauseAt(1000)
  const widget = await open('<seal-drop></seal-drop>')
  await page.clock.runFor(900)
  await widget.evaluate((element, endpoint) => {
    element.setAttribute('transport', 'didww')
    element.setAttribute('endpoint', endpoint)
  }, sandbox.endpoint)
  await page.clock.runFor(10_000)
  await expect(widget.locator('[part=hint]')).toHaveText('PDF, JPG or PNG, up to 20.9 MB')
  expect(await events()).toEqual([])
  await widget.evaluate(element => element.removeAttribute('endpoint'))
  await page.clock.runFor(1_100)
  await expect(widget.locator('[part=prompt]')).toContainText('not set up correctly')
  expect(await events()).toEqual(['sealdrop-fail misconfigured'])
})

const dispatchDrag = (place: Locator, type: 'files' | 'text' = 'files'): Promise<void> =>
  place.evaluate((element, what) => {
    const dataTransfer = new DataTransfer()
    if (what === 'text') dataTransfer.setData('text/plain', 'hello')
    else dataTransfer.items.add(new File(['x'], 'a.pdf'))
    const init = { bubbles: true, composed: true, cancelable: true, dataTransfer }
    element.dispatchEvent(new DragEvent('dragenter', init))
  }, type)

const call = (widget: Locator, method: 'start' | 'pause' | 'settled' | 'finish'): Promise<void> =>
  widget.evaluate((element: SealDrop, name) => {
    void element[name]()
  }, method)

/** What a person, or the page for them, does before a file is there. */
const SIGNS: Readonly<Record<string, (widget: Locator, page: Page) => Promise<unknown>>> = {
  'the pointer comes over it': widget => widget.hover(),
  'the focus comes in': (_, page) => page.keyboard.press('Tab'),
  'the pointer comes over its label': (_, page) => page.getByText('Identity documents').hover(),
  'a script clicks its label': (_, page) =>
    page.locator('label').evaluate((label: HTMLElement) => label.click()),
  'files are dragged over it': widget => dispatchDrag(widget.locator('[part=zone]')),
  'something is pasted': widget =>
    widget.evaluate(element =>
      element.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, composed: true })),
    ),
  'its form is sent without it': (_, page) => page.getByRole('button', { name: 'Apply' }).click(),
  'its form is kept because of it': async (widget, page) => {
    await widget.evaluate((element: SealDrop) => {
      element.required = true
    })
    await page.getByRole('button', { name: 'Apply' }).click()
  },
  'a script adds a file': widget =>
    widget.evaluate((element: SealDrop) => element.add([new File([], 'nothing.pdf')])),
  'a script starts it': widget => call(widget, 'start'),
  'a script pauses it': widget => call(widget, 'pause'),
  'a script waits for it': widget => call(widget, 'settled'),
  'a script finishes it': widget => call(widget, 'finish'),
}

for (const [sign, act] of Object.entries(SIGNS))
  test(`the rest loads, and the worker starts, when ${sign}`, async ({
    open,
    didww,
    page,
    sandbox,
  }) => {
    const asked = watchScripts(page)
    const widget = await open(labelled(didww))
    await widget.evaluate((element: SealDrop) => {
      element.form?.addEventListener('submit', event => event.preventDefault())
    })
    expect(asked).not.toContain('uploads')
    await act(widget, page)
    await expect.poll(() => asked).toContain('uploads')
    await expect.poll(() => keyRequests(sandbox)).toBe(1)
    await expect.poll(() => page.workers().length).toBe(1)
    await expect(widget.locator('summary')).toContainText('for DIDWW')
  })

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true })
  test('the rest loads when a finger comes down', async ({ open, didww, page }) => {
    const asked = watchScripts(page)
    const widget = await open(labelled(didww))
    await widget.locator('[part=hint]').tap()
    await expect.poll(() => asked).toContain('uploads')
  })
})

test('files that are dragged over the page load the code, but ask nobody for keys', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  const asked = watchScripts(page)
  const widget = await open(labelled(didww))
  await dispatchDrag(page.locator('body'), 'text')
  await page.waitForLoadState('networkidle')
  expect(asked).not.toContain('uploads')
  const loaded = page.waitForResponse(LATE_CODE)
  await dispatchDrag(page.locator('body'))
  await (await loaded).finished()
  await page.waitForLoadState('networkidle')
  expect(keyRequests(sandbox)).toBe(0)
  await dispatchDrag(widget)
  await expect.poll(() => keyRequests(sandbox)).toBe(1)
  expect(asked.filter(name => name === 'uploads')).toHaveLength(1)
})

test('of twenty elements, the one that is used alone asks for keys', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  const asked = watchScripts(page)
  await open(
    Array.from({ length: 20 }, (_, n) => `<seal-drop label="No ${n}" ${didww}></seal-drop>`).join(
      '',
    ),
  )
  const used = page.locator('seal-drop').nth(7)
  await choose(used, PDF)
  await expect.poll(() => phases(used)).toEqual(['done'])
  expect(keyRequests(sandbox)).toBe(1)
  expect(asked.filter(name => name === 'uploads')).toHaveLength(1)
  await expect(page.locator('summary')).toHaveCount(1)
  await pointAt(page.locator('seal-drop').nth(8))
  await expect(page.locator('summary')).toHaveCount(2)
  expect(asked.filter(name => name === 'uploads')).toHaveLength(1)
})

test('the first click opens a chooser that filters, and what it gives is kept until the code is there', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  const letThrough = await keepBack(page, LATE_CODE)
  const widget = await open(`<seal-drop accept=".pdf,image/png" ${didww}></seal-drop>`)
  let accept: string | null = null
  page.once('filechooser', async dialog => {
    accept = await dialog.element().getAttribute('accept')
  })
  await choose(widget, PDF)
  await expect.poll(() => accept).toBe('.pdf,application/pdf,.png,image/png')
  expect(await widget.evaluate((element: SealDrop) => element.validationMessage)).toBe(
    'Please wait until your document is delivered.',
  )
  expect(await phases(widget)).toEqual([])
  letThrough()
  await expect.poll(() => phases(widget)).toEqual(['done'])
  expect(sandbox.received()).toHaveLength(1)
})

test('a file that is dropped before the code is there is delivered', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  const letThrough = await keepBack(page, LATE_CODE)
  const widget = await open(`<seal-drop ${didww}></seal-drop>`)
  await widget.locator('[part=zone]').evaluate(async zone => {
    const picture = new OffscreenCanvas(4, 4)
    picture.getContext('2d')
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([await picture.convertToBlob()], 'drawn.png'))
    const init = { bubbles: true, composed: true, cancelable: true, dataTransfer }
    for (const type of ['dragenter', 'dragover', 'drop'])
      zone.dispatchEvent(new DragEvent(type, init))
  })
  letThrough()
  await expect.poll(() => phases(widget)).toEqual(['done'])
  expect(sandbox.received()).toHaveLength(1)
})

test('a keyboard is as fast: from the first key to a delivered file without the code', async ({
  open,
  didww,
  page,
}) => {
  const letThrough = await keepBack(page, LATE_CODE)
  const widget = await open(labelled(didww))
  await page.keyboard.press('Tab')
  await expect(widget.getByRole('button', { name: /^Choose/ })).toBeFocused()
  await chooseBy(page, () => page.keyboard.press('Enter'), PDF)
  letThrough()
  await expect.poll(() => phases(widget)).toEqual(['done'])
})

test('an empty form that needs a document is kept without the code', async ({
  open,
  didww,
  page,
  events,
}) => {
  await page.route(LATE_CODE, route => route.abort())
  const widget = await open(labelled(`required ${didww}`))
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(widget.locator('#invalid')).toHaveText('Please add a document.')
  expect(await events()).not.toContain('submit')
  // Nobody has given it anything that could be lost.
  await expect(widget.locator('.zone-note')).toBeHidden()
})

test('the net comes back: an element that nobody wanted stays as it is', async ({
  open,
  didww,
  page,
}) => {
  const asked = watchScripts(page)
  await page.route(LATE_CODE, route => route.abort())
  await open(
    `<seal-drop id="wanted" ${didww}></seal-drop><seal-drop id="other" ${didww}></seal-drop>`,
  )
  const failed = page.waitForEvent('requestfailed')
  await page.locator('#wanted').hover()
  await failed
  await page.unroute(LATE_CODE)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await expect(page.locator('#wanted summary')).toBeVisible()
  expect(asked.filter(name => name === 'uploads')).toHaveLength(2)
  await expect(page.locator('#other summary')).toHaveCount(0)
})

for (const width of [260, 700])
  test(`nothing moves when the rest comes: ${width} px`, async ({ open, didww, page }) => {
    const letThrough = await keepBack(page, LATE_CODE)
    await open(`<div id="frame">${labelled(`multiple ${didww}`)}<p id="after">After</p></div>`)
    await page
      .locator('#frame')
      .evaluate((frame, px) => frame.style.setProperty('width', `${px}px`), width)
    const widget = page.locator('seal-drop')
    const look = async (): Promise<unknown> => ({
      places: await Promise.all(
        ['[part=prompt]', '[part=hint]', '#choose', '[part=seal]'].map(part =>
          widget.locator(part).boundingBox(),
        ),
      ),
      after: await page.locator('#after').boundingBox(),
      hint: await widget.locator('[part=hint]').textContent(),
      accept: await widget.locator('#input').getAttribute('accept'),
    })
    const before = await look()
    await widget.hover()
    letThrough()
    await expect(widget.locator('summary code')).toBeVisible()
    expect(await look()).toEqual(before)
  })

test('a worker that cannot start is told with the first sign, before a file is chosen; the console hears it once', async ({
  page,
  site,
  sandbox,
  didww,
}) => {
  const reported: string[] = []
  page.on('pageerror', error => reported.push(error.message))
  const head = `<meta http-equiv="Content-Security-Policy" content="worker-src 'none'">
    <script type="module" src="/dist/sealdrop.js"></script>`
  await page.goto(`http://127.0.0.1:${site.port}${site.page(labelled(didww), head)}`)
  const widget = page.locator('seal-drop')
  const failures = await widget.evaluateHandle((element: SealDrop, apiKey) => {
    element.authorize = () => ({ 'Api-Key': apiKey })
    const told: (string | undefined)[][] = []
    element.addEventListener('sealdrop-fail', ({ id, error }) => told.push([id, error.code]))
    return told
  }, sandbox.apiKey)
  await expect(widget.locator('#choose')).not.toHaveAttribute('aria-disabled', 'true')
  await widget.hover()
  await expect(widget.locator('[part=prompt]')).toHaveText(
    'This upload is not set up correctly. Please tell the owner of this site.',
  )
  await expect(widget.locator('#choose')).toHaveAttribute('aria-disabled', 'true')
  await page.mouse.move(0, 0)
  await widget.hover()
  await expect.poll(() => failures.jsonValue()).toEqual([[undefined, 'misconfigured']])
  expect(reported).toHaveLength(1)
})
