import { expect, type Locator } from 'playwright/test'
import {
  choose,
  HEIC,
  keepBack,
  LATE_CODE,
  largePdf,
  PDF,
  PNG,
  phases,
  pointAt,
  test,
} from './element-site.ts'

type SealDrop = HTMLElementTagNameMap['seal-drop']

const all = (widget: Locator, act: 'Pause' | 'Resume'): Locator =>
  widget.getByRole('button', { name: `${act} all` })

test('after "Pause all" and a reset of the form, the next file is sent', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  const widget = await open(
    `<form><seal-drop multiple ${didww}></seal-drop><button type="reset">Reset</button></form>`,
  )
  sandbox.flip({ stall: { at: 'body', afterBytes: 1000 } })
  await choose(widget, await largePdf(), PNG)
  await expect.poll(() => phases(widget)).toContain('sending')
  await all(widget, 'Pause').click()
  await expect(all(widget, 'Resume')).toBeVisible()
  sandbox.flip({ stall: false })
  await page.getByRole('button', { name: 'Reset' }).click()
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
})

test('"Resume all" is there as long as a single file waits for it', async ({
  open,
  didww,
  sandbox,
}) => {
  const widget = await open(`<seal-drop multiple parallel="1" ${didww}></seal-drop>`)
  sandbox.flip({ stall: { at: 'body', afterBytes: 1000 } })
  await choose(widget, await largePdf(), PNG)
  await expect.poll(() => phases(widget)).toEqual(['sending', 'ready'])
  await all(widget, 'Pause').click()
  await widget.getByRole('button', { name: 'Cancel lease.pdf' }).click()
  await expect.poll(() => phases(widget)).toEqual(['cancelled', 'ready'])
  sandbox.flip({ stall: false })
  await all(widget, 'Resume').click()
  await expect.poll(() => phases(widget)).toEqual(['cancelled', 'done'])
  await expect(all(widget, 'Resume')).toHaveCount(0)
})

test('"Resume all" is offered to a manual queue, too, and goes when it was pressed', async ({
  open,
  didww,
}) => {
  const widget = await open(`<seal-drop multiple upload="manual" ${didww}></seal-drop>`)
  await choose(widget, PNG)
  await expect.poll(() => phases(widget)).toEqual(['ready'])
  await expect(all(widget, 'Resume')).toHaveCount(0)
  await widget.evaluate((element: SealDrop) => {
    element.start()
    element.pause()
  })
  await widget.getByRole('button', { name: 'Resume basn3p08.png' }).click()
  await expect.poll(() => phases(widget)).toEqual(['done'])
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done', 'ready'])
  await all(widget, 'Resume').click()
  await expect(all(widget, 'Resume')).toHaveCount(0)
  await expect.poll(() => phases(widget)).toEqual(['done', 'done'])
})

test('"Try again" loads the code of the transport that was lost, and all it knows', async ({
  open,
  didww,
  page,
}) => {
  await page.route('**/didww-*.js', route => route.abort())
  const widget = await open(`<seal-drop ${didww}></seal-drop>`)
  await choose(widget, PDF)
  const again = widget.getByRole('button', { name: /^Try .* again$/ })
  await again.click()
  await expect.poll(() => phases(widget)).toEqual(['failed'])
  await page.unroute('**/didww-*.js')
  await again.click()
  await expect.poll(() => phases(widget)).toEqual(['done'])
  await expect(widget.getByText('PDF, JPG or PNG, up to 20.9 MB')).toBeVisible()
})

test('a file chosen beside one that failed for lost code does not fail with it', async ({
  open,
  didww,
  page,
}) => {
  await page.route('**/didww-*.js', route => route.abort())
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['failed'])
  await page.unroute('**/didww-*.js')
  await choose(widget, PNG)
  await expect.poll(() => phases(widget)).toEqual(['failed', 'done'])
})

test('lost code is loaded when the net is back, as the file was told when it was added', async ({
  open,
  didww,
  page,
}) => {
  await page.route('**/didww-*.js', route => route.abort())
  const widget = await open(`<seal-drop ${didww}></seal-drop>`)
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['failed'])
  await widget.evaluate((element: SealDrop) => {
    element.endpoint = 'http://not-this-one.example/'
  })
  await page.unroute('**/didww-*.js')
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await expect(widget.getByText('PDF, JPG or PNG, up to 20.9 MB')).toBeVisible()
  await widget.evaluate((element: SealDrop) => element.retry())
  await expect.poll(() => phases(widget)).toEqual(['done'])
})

test('a worker of another origin is a fault of the page, before anything is chosen', async ({
  open,
  didww,
  events,
}) => {
  const widget = await open(
    `<seal-drop worker-url="https://evil.example/worker.js" ${didww}></seal-drop>`,
  )
  await widget.hover()
  await expect(widget.locator('[part=prompt]')).toContainText('not set up correctly')
  await expect(widget.locator('#choose')).toHaveAttribute('aria-disabled', 'true')
  await expect.poll(events).toContain('sealdrop-fail misconfigured')
  expect(await widget.evaluate((element: SealDrop) => element.validity?.customError)).toBe(true)
})

test('a file that is removed fires input, and change if the value changed: each once', async ({
  open,
  didww,
  events,
  page,
}) => {
  const widget = await open(`<seal-drop name="papers" multiple ${didww}></seal-drop>`)
  await choose(widget, PDF, HEIC)
  await expect.poll(() => phases(widget)).toEqual(['done', 'refused'])
  const told = async (remove: RegExp): Promise<string[]> => {
    await page.evaluate(() => {
      window.seen = []
    })
    await widget.getByRole('button', { name: remove }).click()
    return (await events()).filter(type => type === 'input' || type === 'change')
  }
  expect(await told(/^Dismiss/)).toEqual(['input'])
  expect(await told(/^Remove/)).toEqual(['input', 'change'])
})

/** Keeps pictures out of the element. */
const keepPicturesOut = (widget: Locator): Promise<void> =>
  widget.evaluate((element: SealDrop) =>
    element.addEventListener('sealdrop-add', event => {
      if (event.file.name.endsWith('.png')) event.preventDefault()
    }),
  )

for (const when of ['is there', 'comes late'])
  test(`input is fired when a chosen file has entered, and for none that the page keeps out; the code ${when}`, async ({
    open,
    didww,
    events,
    page,
  }) => {
    const letThrough = await keepBack(page, LATE_CODE)
    if (when === 'is there') letThrough()
    const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
    if (when === 'is there') await pointAt(widget)
    await keepPicturesOut(widget)
    const heard = async (): Promise<string[]> =>
      (await events()).filter(type => /^(sealdrop-add|input|change)$/.test(type))
    await choose(widget, PNG)
    await choose(widget, PDF)
    letThrough()
    await expect.poll(() => phases(widget)).toEqual(['done'])
    // Kept out, entered, delivered.
    expect(await heard()).toEqual(['sealdrop-add', 'sealdrop-add', 'input', 'input', 'change'])
  })

test('files that the page itself adds fire no input, even where the code comes late', async ({
  open,
  didww,
  events,
  page,
}) => {
  const letThrough = await keepBack(page, LATE_CODE)
  const widget = await open(`<seal-drop ${didww}></seal-drop>`)
  await widget.evaluate((element: SealDrop) => element.add([new File([], 'nothing.pdf')]))
  letThrough()
  await expect.poll(() => phases(widget)).toEqual(['refused'])
  expect(await events()).not.toContain('input')
})

test('a page that pauses what only waits shows "Resume all" at once', async ({ open, didww }) => {
  const widget = await open(`<seal-drop multiple upload="manual" ${didww}></seal-drop>`)
  await choose(widget, PNG)
  await expect.poll(() => phases(widget)).toEqual(['ready'])
  await widget.evaluate((element: SealDrop) => element.pause())
  await expect(all(widget, 'Resume')).toBeVisible()
  await widget.evaluate((element: SealDrop) => element.resume())
  await expect(all(widget, 'Resume')).toHaveCount(0)
})
