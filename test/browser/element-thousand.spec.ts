import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Locator, type Page } from 'playwright/test'
import { traceMainThread } from '../main-thread.ts'
import { choose, phases, pointAt, test } from './element-site.ts'

type SealDrop = HTMLElementTagNameMap['seal-drop']

/** The names of so many files on the disk, no two alike. */
const documents = async (count: number): Promise<string[]> => {
  const folder = test.info().outputPath('documents')
  await mkdir(folder, { recursive: true })
  const names = Array.from({ length: count }, (_, n) => join(folder, `document-${n}.pdf`))
  const page = '<</Type/Page/MediaBox[0 0 3 3]>>'
  await Promise.all(
    names.map((name, n) => writeFile(name, `%PDF-1.4\n1 0 obj${page}endobj\n%${n}\n%%EOF\n`)),
  )
  return names
}

/** A field of the page's own, whose files it hands over. */
const OWN = '<label>Own <input type="file" id="own" multiple></label>'

const chooseOwn = async (page: Page, count: number): Promise<void> =>
  page.locator('#own').setInputFiles(await documents(count))

/** Hands over the files of the page's own field. */
const handOver = (widget: Locator): Promise<void> =>
  widget.evaluate((element: SealDrop) => {
    const own = document.querySelector<HTMLInputElement>('#own')
    element.add(own?.files ?? [])
  })

const rows = (widget: Locator): Locator => widget.locator('[part=file]')

/** How long a thousand files may take to come in and be checked: about half a minute in a run of all tests. */
const PATIENCE = { timeout: 120_000 }

const phasesLeft = async (widget: Locator): Promise<string[]> => [...new Set(await phases(widget))]

test('the page answers while a thousand files come in, are shown and checked', async ({
  open,
  didww,
  page,
}) => {
  test.slow()
  const widget = await open(`${OWN}<seal-drop multiple upload="manual" ${didww}></seal-drop>`)
  await pointAt(widget)
  await chooseOwn(page, 1_000)
  const { longestWorkMs } = await traceMainThread(page, async () => {
    await handOver(widget)
    await expect(rows(widget)).toHaveCount(1_000, PATIENCE)
    await expect.poll(() => phasesLeft(widget), PATIENCE).toEqual(['ready'])
  })
  expect(longestWorkMs).toBeLessThan(50)
  // The last row is far out of sight, and is there all the same: for the browser's own search, and for a screen reader.
  type Finder = Window & { find(text: string): boolean }
  expect(await page.evaluate(() => (window as unknown as Finder).find('document-999'))).toBe(true)
  await expect(widget.getByRole('listitem', { name: 'document-999.pdf' })).toHaveCount(1)
})

test('of a long list each row is there whole for a screen reader, also out of sight', async ({
  open,
  didww,
  page,
}) => {
  const widget = await open(`${OWN}<seal-drop multiple upload="manual" ${didww}></seal-drop>`)
  await pointAt(widget)
  await chooseOwn(page, 220)
  await handOver(widget)
  await widget.evaluate(async (element: SealDrop) => void (await element.settled()))
  await expect(rows(widget)).toHaveCount(220)
  const client = await page.context().newCDPSession(page)
  const { nodes } = await client.send('Accessibility.getFullAXTree')
  const buttons = nodes.filter(({ name }) => /^Cancel document-\d+\.pdf$/.test(name?.value ?? ''))
  expect(buttons).toHaveLength(220)
})

test('on a wide screen a long list has no holes between its parts', async ({
  open,
  didww,
  page,
}) => {
  await page.setViewportSize({ width: 1_920, height: 800 })
  const widget = await open(`${OWN}<seal-drop multiple upload="manual" ${didww}></seal-drop>`)
  await pointAt(widget)
  await chooseOwn(page, 80)
  await handOver(widget)
  await expect(rows(widget)).toHaveCount(80)
  const tops = await rows(widget).evaluateAll(all =>
    all.map(row => row.getBoundingClientRect().top),
  )
  const inLines = [...new Set(tops)].map(top => tops.filter(one => one === top).length)
  expect(inLines).toEqual(Array(20).fill(4))
})

test('a thousand documents are dropped, and the page does not wait to hear of each whether it is a folder', async ({
  open,
  didww,
  page,
}) => {
  test.slow()
  await page.addInitScript(() => {
    const { webkitGetAsEntry } = DataTransferItem.prototype
    const counted = Object.assign(window, { folderQuestions: 0 })
    // It waits for another process each time.
    DataTransferItem.prototype.webkitGetAsEntry = function () {
      counted.folderQuestions++
      return webkitGetAsEntry.call(this)
    }
  })
  const widget = await open(`<seal-drop multiple upload="manual" ${didww}></seal-drop>`)
  await pointAt(widget)
  const { x = 0, y = 0 } = (await widget.boundingBox()) ?? {}
  const data = { items: [], files: await documents(1_000), dragOperationsMask: 1 }
  const client = await page.context().newCDPSession(page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await client.send('Input.dispatchDragEvent', { type, x: x + 20, y: y + 20, data })
  await expect.poll(() => phases(widget), PATIENCE).toHaveLength(1_000)
  expect(
    await page.evaluate(() => (window as Window & { folderQuestions?: number }).folderQuestions),
  ).toBe(0)
})

test('what is asked of all files is asked of those, too, that are still coming in', async ({
  open,
  didww,
  page,
}) => {
  const widget = await open(`${OWN}<seal-drop multiple upload="manual" ${didww}></seal-drop>`)
  await pointAt(widget)
  await chooseOwn(page, 120)
  await widget.evaluate((element: SealDrop) => {
    const own = document.querySelector<HTMLInputElement>('#own')
    element.add(own?.files ?? [])
    element.cancel()
  })
  expect(await phases(widget)).toEqual(Array(120).fill('cancelled'))
  await widget.evaluate((element: SealDrop) => {
    const own = document.querySelector<HTMLInputElement>('#own')
    element.add(own?.files ?? [])
    element.clear()
  })
  expect(await phases(widget)).toEqual([])
  await handOver(widget)
  await widget.evaluate(async (element: SealDrop) => void (await element.settled()))
  expect(await phases(widget)).toEqual(Array(120).fill('ready'))
})

test('a choice of many fires `input` once, when all of them are there; and an element that is gone takes in no more', async ({
  open,
  didww,
  page,
  events,
}) => {
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  const widget = await open(`${OWN}<seal-drop multiple upload="manual" ${didww}></seal-drop>`)
  await choose(widget, ...(await documents(120)))
  await expect.poll(() => phasesLeft(widget)).toEqual(['ready'])
  const all = await events()
  expect(all.filter(name => name === 'input')).toHaveLength(1)
  expect(all.indexOf('input')).toBeGreaterThan(all.lastIndexOf('sealdrop-add'))

  await page.locator('#own').setInputFiles(await documents(120))
  const files = await widget.evaluate(async (element: SealDrop) => {
    element.add(document.querySelector<HTMLInputElement>('#own')?.files ?? [])
    const { parentElement } = element
    element.remove()
    await new Promise(resolve => setTimeout(resolve))
    parentElement?.append(element)
    await element.settled()
    return element.files.length
  })
  expect(files).toBe(0)
  expect((await events()).filter(name => name === 'sealdrop-add')).toHaveLength(120 + 20)
  expect(errors).toEqual([])
})

test('files that are still coming in count: the form waits for them, and nothing has settled yet', async ({
  open,
  didww,
  page,
  events,
}) => {
  const widget = await open(
    `${OWN}<form><seal-drop multiple upload="manual" max-files="2" ${didww}></seal-drop></form>`,
  )
  await pointAt(widget)
  await chooseOwn(page, 120)
  const told = await widget.evaluate((element: SealDrop) => {
    const own = document.querySelector<HTMLInputElement>('#own')
    element.add(own?.files ?? [])
    return element.validationMessage
  })
  expect(told).toBe('Please wait until your documents are delivered.')
  await expect(rows(widget)).toHaveCount(120)
  await expect.poll(() => phasesLeft(widget)).toEqual(['ready', 'refused'])
  await expect.poll(events).toContain('sealdrop-settled')
  const all = await events()
  expect(all.filter(name => name === 'sealdrop-settled')).toHaveLength(1)
  expect(all.lastIndexOf('sealdrop-reject too-many')).toBeLessThan(all.indexOf('sealdrop-settled'))
})

test('what arrives together is kept together, and none of it is lost with a reload', async ({
  open,
  didww,
  page,
}) => {
  await page.addInitScript(() => {
    const { setItem } = Storage.prototype
    const { setFormValue } = ElementInternals.prototype
    const states = new Set<unknown>()
    const counted = Object.assign(window, { writes: 0, states })
    Storage.prototype.setItem = function (name, text) {
      if (this === sessionStorage) counted.writes++
      setItem.call(this, name, text)
    }
    // A copy of all of it goes to the browser each time.
    ElementInternals.prototype.setFormValue = function (value, state) {
      if (state) states.add(state)
      setFormValue.call(this, value, state)
    }
  })
  const widget = await open(
    `${OWN}<form><seal-drop name="papers" multiple ${didww}></seal-drop></form>`,
  )
  await pointAt(widget)
  await chooseOwn(page, 40)
  const { writes, states, ms } = await widget.evaluate(async (element: SealDrop) => {
    const own = document.querySelector<HTMLInputElement>('#own')
    element.add(own?.files ?? [])
    const start = performance.now()
    await element.settled()
    const { writes, states } = window as unknown as { writes: number; states: Set<unknown> }
    return { writes, states: states.size, ms: performance.now() - start }
  })
  const value = await widget.evaluate((element: SealDrop) => element.value)
  await page.reload()
  expect(writes).toBeLessThanOrEqual(2 + ms / 250)
  expect(states).toBeLessThanOrEqual(2 + ms / 250)
  await expect(rows(widget)).toHaveCount(40)
  expect(await widget.evaluate((element: SealDrop) => element.value)).toBe(value)
})
