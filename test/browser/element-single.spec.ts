import { readFile } from 'node:fs/promises'
import { expect, type Locator } from 'playwright/test'
import type { DidwwSandbox } from '../../src/sandbox/didww/sandbox.ts'
import { choose, HEIC, JPG, largePdf, PDF, PNG, phases, test } from './element-site.ts'

type SealDrop = HTMLElementTagNameMap['seal-drop']

const value = (widget: Locator): Promise<string> =>
  widget.evaluate((element: SealDrop) => element.value)

/** The ids that the service was asked to delete. */
const deleted = (sandbox: Pick<DidwwSandbox, 'requests'>): string[] =>
  sandbox
    .requests()
    .filter(({ method }) => method === 'DELETE')
    .map(({ path }) => path.split('/').at(-1) ?? '')

/** Drops it so many times at once. */
const drop = async (widget: Locator, path: string, times: number): Promise<void> => {
  const bytes = [...(await readFile(path))]
  await widget.evaluate(
    (element, [content, count]) => {
      const dataTransfer = new DataTransfer()
      for (let n = 1; n <= count; n++)
        dataTransfer.items.add(new File([new Uint8Array(content)], `${n}.png`))
      element.dispatchEvent(
        new DragEvent('drop', { bubbles: true, composed: true, cancelable: true, dataTransfer }),
      )
    },
    [bytes, times] as const,
  )
}

test('another choice takes the place of the file before, in the form and at the service', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  const widget = await open(`<form><seal-drop name="paper" ${didww}></seal-drop></form>`)
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  const first = await value(widget)
  await expect(widget.getByText('Drop another here to replace it')).toBeVisible()
  await page.evaluate(() => (window.seen = []))
  await choose(widget, PNG)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  await expect(widget.getByRole('listitem')).toContainText('basn3p08.png')
  const second = await value(widget)
  expect(second).not.toBe(first)
  await expect.poll(() => deleted(sandbox)).toEqual([first])
  const heard = await page.evaluate(() => window.seen)
  expect(heard.filter(type => type === 'sealdrop-receipt')).toHaveLength(1)
  expect(heard.at(-1)).toBe('sealdrop-settled')
})

test('what is refused replaces nothing', async ({ open, didww, sandbox }) => {
  const widget = await open(`<seal-drop required ${didww}></seal-drop>`)
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  const first = await value(widget)
  await choose(widget, HEIC)
  await expect.poll(() => phases(widget)).toEqual(['done', 'refused'])
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done', 'refused', 'refused'])
  expect(await value(widget)).toBe(first)
  expect(deleted(sandbox)).toEqual([])
})

test('a file that is under way goes on until the other one is accepted, and is cancelled then', async ({
  open,
  didww,
  sandbox,
}) => {
  const widget = await open(`<seal-drop ${didww}></seal-drop>`)
  sandbox.flip({ stall: { at: 'body', afterBytes: 1000 } })
  await choose(widget, await largePdf())
  await expect.poll(() => phases(widget)).toEqual(['sending'])
  await choose(widget, HEIC)
  await expect.poll(() => phases(widget)).toEqual(['sending', 'refused'])
  await choose(widget, JPG)
  await expect(widget.getByRole('listitem')).toHaveCount(2)
  await expect
    .poll(async () => (await phases(widget)).join())
    .toMatch(/^refused,(sealing|sending|confirming)$/)
  sandbox.flip({ stall: false })
  await expect.poll(() => phases(widget)).toEqual(['refused', 'done'])
  expect(sandbox.received()).toHaveLength(1)
})

test('of two that come together the first is taken, and none replaces the other', async ({
  open,
  didww,
}) => {
  const widget = await open(`<seal-drop ${didww}></seal-drop>`)
  await drop(widget, PNG, 2)
  await expect.poll(() => phases(widget)).toEqual(['done', 'refused'])
  await expect(widget.getByRole('listitem').nth(1)).toContainText('Only one file can be added.')
  await expect(widget.getByRole('listitem').first()).toContainText('1.png')
})

test('what a form was sent with stays at the service', async ({ open, didww, sandbox, site }) => {
  const widget = await open(
    `<form method="post" target="_blank"><seal-drop name="paper" ${didww}></seal-drop><button>Apply</button></form>`,
  )
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  const first = await value(widget)
  const before = site.posts.length
  await widget.page().getByRole('button', { name: 'Apply' }).click()
  await expect.poll(() => site.posts.length).toBe(before + 1)
  await choose(widget, PNG)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  const second = await value(widget)
  // A third is taken back: by then a deletion of the first would have been made, too.
  await choose(widget, JPG)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  await expect.poll(() => deleted(sandbox)).toEqual([second])
  expect(second).not.toBe(first)
})

test('of several it is said how many there may be, and then how many more, before any is refused', async ({
  open,
  didww,
}) => {
  const widget = await open(`<seal-drop multiple max-files="3" ${didww}></seal-drop>`)
  const hint = widget.locator('[part=hint]')
  await expect(hint).toHaveText(/up to 20.9 MB each, 3 files at most/)
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  await expect(hint).toHaveText(/^\s*PDF, JPG or PNG, up to 20.9 MB each · 2 more files\s*$/)
  await choose(widget, PNG)
  await expect(hint).toHaveText(/each · 1 more file\s*$/)
  await choose(widget, JPG)
  await expect(
    widget.getByText('The limit of 3 files is reached. Remove one to choose another.'),
  ).toBeVisible()
})

test('while files are listed, the words go on promising what the limits allowed when they were added', async ({
  open,
  didww,
}) => {
  const widget = await open(`<seal-drop multiple max-files="2" ${didww}></seal-drop>`)
  const hint = widget.locator('[part=hint]')
  const isMultiple = (): Promise<boolean> =>
    widget.locator('#input').evaluate((input: HTMLInputElement) => input.multiple)
  const set = (multiple: boolean, maxFiles?: number): Promise<void> =>
    widget.evaluate(
      async (element: HTMLElementTagNameMap['seal-drop'], limits) => {
        Object.assign(element, limits)
        await element.updateComplete
      },
      { multiple, maxFiles },
    )
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  await set(false)
  await expect(hint).toHaveText(/each · 1 more file\s*$/)
  await expect(widget.getByRole('button', { name: 'Choose files' })).toBeVisible()
  expect(await isMultiple()).toBe(true)
  await set(true, 4)
  await expect(hint).toHaveText(/each · 1 more file\s*$/)
  await choose(widget, PNG)
  await expect.poll(() => phases(widget)).toEqual(['done', 'done'])
  await expect(
    widget.getByText('The limit of 2 files is reached. Remove one to choose another.'),
  ).toBeVisible()

  await widget.evaluate((element: HTMLElementTagNameMap['seal-drop']) => element.clear())
  await set(false, undefined)
  await expect(widget.getByRole('button', { name: 'Choose a file' })).toBeVisible()
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  await set(true)
  await expect(widget.getByRole('button', { name: 'Choose another file' })).toBeVisible()
  await expect(widget.getByText('Drop another here to replace it')).toBeVisible()
  expect(await isMultiple()).toBe(false)
})

test('in a page that is read from the right, the limits above a list begin there, too', async ({
  open,
  didww,
}) => {
  const widget = await open(`<div dir="rtl"><seal-drop multiple ${didww}></seal-drop></div>`)
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  await widget.evaluate(element => element.setAttribute('lang', 'ar'))
  await expect(widget.getByText(/^تم التسليم/)).toBeVisible()
  const toItsRight = await widget.locator('[part=hint]').evaluate(hint => {
    const words = document.createRange()
    words.selectNodeContents(hint.querySelector('slot') ?? hint)
    return hint.getBoundingClientRect().right - words.getBoundingClientRect().right
  })
  expect(toItsRight).toBeLessThan(2)
})

test('the limits can be read while files are listed', async ({ open, didww, page }) => {
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  await choose(widget, PDF)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  const hint = widget.locator('[part=hint]')
  await expect(hint).toHaveText(/PDF, JPG or PNG, up to 20.9 MB each/)
  for (const width of [1000, 308]) {
    await page.setViewportSize({ width, height: 800 })
    const shown = await hint.evaluate(element => {
      const { width, height } = element.getBoundingClientRect()
      return { isCut: getComputedStyle(element).clipPath !== 'none', width, height }
    })
    expect(shown.isCut).toBe(false)
    expect(shown.width).toBeGreaterThan(150)
  }
})
