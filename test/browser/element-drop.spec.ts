import { expect, type Locator } from 'playwright/test'
import { phases, test } from './element-site.ts'

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
