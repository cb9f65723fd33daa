import { expect, type Locator, type Page } from 'playwright/test'
import { choose, PDF, phases, pointAt, test } from './element-site.ts'

type Kind = 'files' | 'text' | 'folder'

/** Drags over a place and lets go, as the browser would tell the page. Returns whether the page kept the browser from opening it. */
const dropOn = (place: Locator, kind: Kind): Promise<boolean> =>
  place.evaluate((element, what) => {
    const dataTransfer = new DataTransfer()
    if (what === 'text') dataTransfer.setData('text/plain', 'hello')
    else
      dataTransfer.items.add(new File(['<html></html>'], what === 'folder' ? 'scans' : 'page.pdf'))
    if (what === 'folder')
      Object.defineProperty(DataTransferItem.prototype, 'webkitGetAsEntry', {
        configurable: true,
        value: () => ({ isDirectory: true }),
      })
    const init = { bubbles: true, composed: true, cancelable: true, dataTransfer }
    element.dispatchEvent(new DragEvent('dragenter', init))
    element.dispatchEvent(new DragEvent('dragover', init))
    const drop = new DragEvent('drop', init)
    element.dispatchEvent(drop)
    return drop.defaultPrevented
  }, kind)

test('files are dropped on the zone, on the list, and by pasting', async ({ open, didww }) => {
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  await expect(widget.getByText(/up to/)).toBeVisible()
  expect(await dropOn(widget.locator('[part=zone]'), 'files')).toBe(true)
  await expect.poll(() => phases(widget)).toEqual(['refused'])
  await expect(widget.getByRole('listitem')).toContainText(
    'This is a web page. Save it as PDF and add it again.',
  )
  expect(await dropOn(widget.getByRole('listitem'), 'files')).toBe(true)
  await expect.poll(() => phases(widget)).toEqual(['refused', 'refused'])
  await widget.locator('#choose').evaluate(button => {
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File(['%PDF-'], 'image.pdf'))
    button.dispatchEvent(
      new ClipboardEvent('paste', { bubbles: true, composed: true, clipboardData }),
    )
  })
  await expect.poll(async () => (await phases(widget)).length).toBe(3)
})

test('the zone answers a drag, and forgets it when the drag leaves', async ({ open, didww }) => {
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  await expect(widget.getByText(/up to/)).toBeVisible()
  const tell = (type: string): Promise<boolean> =>
    widget.locator('[part=zone]').evaluate((zone, event) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(['x'], 'a.pdf'))
      zone.dispatchEvent(
        new DragEvent(event, { bubbles: true, composed: true, cancelable: true, dataTransfer }),
      )
      return (zone.getRootNode() as ShadowRoot).host.matches(':state(dragging)')
    }, type)
  await tell('dragenter')
  await tell('dragover')
  await expect(widget.getByText('Let go to add 1 file')).toBeVisible()
  await expect
    .poll(() => widget.evaluate(element => element.matches(':state(dragging)')))
    .toBe(true)
  await tell('dragleave')
  await expect(widget.getByText('Drop your documents here, or')).toBeVisible()
})

/** Holds so many files over the element. */
const holdOver = (widget: Locator, count: number): Promise<void> =>
  widget.evaluate((element, files) => {
    const dataTransfer = new DataTransfer()
    for (let n = 0; n < files; n++) dataTransfer.items.add(new File(['x'], `${n}.pdf`))
    const init = { bubbles: true, composed: true, cancelable: true, dataTransfer }
    element.dispatchEvent(new DragEvent('dragenter', init))
    element.dispatchEvent(new DragEvent('dragover', init))
  }, count)

for (const [attributes, before, after] of [
  ['', 'Let go to add 1 file', 'Let go to replace the file'],
  ['multiple max-files="3"', 'Let go to add 3 files', 'Let go to add 2 files'],
  ['multiple', 'Let go to add 4 files', 'Let go to add 4 files'],
] as const)
  test(`to let go of files promises no more than comes of it: ${attributes || 'one file'}`, async ({
    open,
    didww,
  }) => {
    const widget = await open(`<seal-drop ${attributes} ${didww}></seal-drop>`)
    await pointAt(widget)
    await holdOver(widget, 4)
    await expect(widget.getByText(before, { exact: true })).toBeVisible()
    await widget.dispatchEvent('dragleave')
    await choose(widget, PDF)
    await expect.poll(() => phases(widget)).toEqual(['done'])
    await holdOver(widget, 4)
    await expect(widget.getByText(after, { exact: true })).toBeVisible()
  })

test('a file dropped beside the zone does not replace the page; other drags are left alone', async ({
  open,
  didww,
  page,
}) => {
  const widget = await open(
    `<p id="beside">Beside</p><input id="native" type="file"><seal-drop ${didww}></seal-drop>`,
  )
  await expect(widget.getByText(/up to/)).toBeVisible()
  expect(await dropOn(page.locator('#beside'), 'files')).toBe(true)
  expect(await dropOn(page.locator('#beside'), 'text')).toBe(false)
  expect(await dropOn(page.locator('#native'), 'files')).toBe(false)
  expect(await dropOn(widget.locator('[part=zone]'), 'text')).toBe(false)
  expect(await phases(widget)).toEqual([])
  await widget.evaluate(element => element.remove())
  expect(await dropOn(page.locator('#beside'), 'files')).toBe(false)
})

test('a folder is not taken, and that is said', async ({ open, didww }) => {
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  await expect(widget.getByText(/up to/)).toBeVisible()
  expect(await dropOn(widget.locator('[part=zone]'), 'folder')).toBe(true)
  await expect(widget.locator('.zone-note')).toHaveText(
    'Folders cannot be added. Open the folder and add the files in it.',
  )
  expect(await phases(widget)).toEqual([])
})

for (const attribute of ['disabled', 'readonly'])
  test(`a ${attribute} control takes nothing from a person`, async ({ open, didww }) => {
    const widget = await open(`<seal-drop ${attribute} ${didww}></seal-drop>`)
    await expect(widget.getByText(/up to/)).toBeVisible()
    expect(await dropOn(widget.locator('[part=zone]'), 'files')).toBe(true)
    expect(await phases(widget)).toEqual([])
  })

test('of two elements, the one that files are dropped on takes them', async ({
  open,
  didww,
  page,
}) => {
  await open(
    `<seal-drop id="a" label="A" ${didww}></seal-drop><seal-drop id="b" label="B" ${didww}></seal-drop>`,
  )
  await expect(page.locator('#b').getByText(/up to/)).toBeVisible()
  await dropOn(page.locator('#b').locator('[part=zone]'), 'files')
  await expect.poll(() => phases(page.locator('#b'))).toEqual(['refused'])
  expect(await phases(page.locator('#a'))).toEqual([])
})

/** Drags a file from the desktop to a place, as the browser itself does it: what the page refuses is never dropped. */
const dropFile = async (page: Page, place: Locator): Promise<void> => {
  const client = await page.context().newCDPSession(page)
  const { x = 0, y = 0, width = 0, height = 0 } = (await place.boundingBox()) ?? {}
  const data = { items: [], files: [PDF], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await client.send('Input.dispatchDragEvent', {
      type,
      x: x + width / 2,
      y: y + height / 2,
      data,
    })
  await client.detach()
}

declare global {
  interface Window {
    /** The names of the files that the page's own drop zone got. */
    got: string[]
  }
}

/** Runs in the page: its own zone takes what is dropped anywhere. */
const listen = (place: 'window' | 'document' | 'body'): void => {
  window.got = []
  const zone = place === 'window' ? window : place === 'document' ? document : document.body
  zone.addEventListener('dragover', event => event.preventDefault())
  zone.addEventListener('drop', event => {
    event.preventDefault()
    for (const { name } of (event as DragEvent).dataTransfer?.files ?? []) window.got.push(name)
  })
}

for (const [place, when] of [
  ['window', 'before'],
  ['window', 'after'],
  ['document', 'before'],
  ['document', 'after'],
  ['body', 'after'],
] as const)
  test(`the page’s own drop zone at ${place} gets its files, where it listens ${when} the element`, async ({
    open,
    didww,
    page,
  }) => {
    if (when === 'before') await page.addInitScript(listen, place)
    const widget = await open(`<p id="beside">Beside</p><seal-drop ${didww}></seal-drop>`)
    await expect(widget.getByText(/up to/)).toBeVisible()
    if (when === 'after') await page.evaluate(listen, place)
    await dropFile(page, page.locator('#beside'))
    await expect.poll(() => page.evaluate(() => window.got)).toEqual(['doc_1_3_pages.pdf'])
    expect(await phases(widget)).toEqual([])
  })

test('a file that is dropped where nobody takes it opens nothing', async ({
  open,
  didww,
  page,
}) => {
  const widget = await open(`<p id="beside">Beside</p><seal-drop ${didww}></seal-drop>`)
  await expect(widget.getByText(/up to/)).toBeVisible()
  const url = page.url()
  await dropFile(page, page.locator('#beside'))
  // The next drop is taken: by then the browser would have gone where the first one led.
  await dropFile(page, widget.locator('[part=zone]'))
  await expect.poll(() => phases(widget)).toEqual(['done'])
  expect(page.url()).toBe(url)
})

const FIELDS: Readonly<Record<string, string>> = {
  'a text area': '<textarea slot="footer" aria-label="Remark"></textarea>',
  'a text field': '<input slot="footer" aria-label="Remark">',
}
for (const [what, field] of Object.entries(FIELDS))
  test(`text that is copied with its picture goes into ${what} in a slot, and becomes no file`, async ({
    open,
    didww,
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const widget = await open(`<seal-drop ${didww}>${field}</seal-drop>`)
    await expect(widget.getByText(/up to/)).toBeVisible()
    const remark = page.getByRole('textbox', { name: 'Remark' })
    await remark.click()
    await page.evaluate(async () => {
      const picture = new OffscreenCanvas(4, 4)
      picture.getContext('2d')
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/plain': new Blob(['Row 7'], { type: 'text/plain' }),
          'image/png': picture.convertToBlob(),
        }),
      ])
    })
    await remark.press('ControlOrMeta+V')
    await expect(remark).toHaveValue('Row 7')
    expect(await phases(widget)).toEqual([])
    await widget.locator('#choose').focus()
    await page.keyboard.press('ControlOrMeta+V')
    await expect.poll(() => phases(widget)).toEqual(['done'])
  })

for (const [what, field] of [
  ['editable text', '<div slot="footer" role="textbox" aria-label="Remark" contenteditable></div>'],
  ['a text field of another library', '<other-field slot="footer" tabindex="0"></other-field>'],
] as const)
  test(`what is pasted into ${what} in a slot is left to it`, async ({ open, didww }) => {
    const widget = await open(`<seal-drop ${didww}>${field}</seal-drop>`)
    await expect(widget.getByText(/up to/)).toBeVisible()
    const isKept = await widget.locator('[slot=footer]').evaluate(place => {
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File(['x'], 'image.png'))
      const init = { bubbles: true, composed: true, cancelable: true, clipboardData }
      return place.dispatchEvent(new ClipboardEvent('paste', init))
    })
    expect(isKept).toBe(true)
    expect(await phases(widget)).toEqual([])
  })
