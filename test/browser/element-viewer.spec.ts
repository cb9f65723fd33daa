import { dirname, join } from 'node:path'
import { expect, type Locator, type Page } from 'playwright/test'
import { complaintsInAllColours } from '../axe.ts'
import { choose, JPG, phases, test } from './element-site.ts'

type SealDrop = HTMLElementTagNameMap['seal-drop']

const NAME = 'DSCN0010.jpg'

const opener = (widget: Locator): Locator => widget.getByRole('button', { name: `View ${NAME}` })
const viewer = (widget: Locator): Locator => widget.getByRole('dialog', { name: NAME })
const stage = (widget: Locator): Locator => viewer(widget).getByRole('img', { name: NAME })

const focused = (page: Page): Promise<string | null | undefined> =>
  page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('aria-label'))

test('a picture is looked at in large, zoomed and closed by keyboard, and the focus comes back', async ({
  open,
  didww,
  page,
}) => {
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  await choose(widget, JPG)
  await opener(widget).focus()
  await page.keyboard.press('Enter')
  await expect(viewer(widget)).toBeVisible()
  const canvas = stage(widget).locator('canvas')
  await expect(canvas).toBeVisible()
  expect(await canvas.evaluate((drawn: HTMLCanvasElement) => [drawn.width, drawn.height])).toEqual([
    640, 480,
  ])
  expect(await focused(page)).toBe('Close')

  const widthOf = async (): Promise<number> => (await canvas.boundingBox())?.width ?? 0
  const whole = await widthOf()
  await page.keyboard.press('+')
  await page.keyboard.press('+')
  expect((await widthOf()) / whole).toBeCloseTo(2, 1)
  await page.keyboard.press('-')
  expect((await widthOf()) / whole).toBeCloseTo(1.5, 1)
  await page.keyboard.press('0')
  expect((await widthOf()) / whole).toBeCloseTo(1, 1)

  // By its buttons, and then the picture itself is moved by the arrow keys.
  const zoomIn = viewer(widget).getByRole('button', { name: 'Zoom in' })
  await page.keyboard.press('Shift+Tab')
  expect(await focused(page)).toBe('Zoom in')
  for (let press = 0; press < 8; press++) await page.keyboard.press('Enter')
  await expect(zoomIn).toHaveAttribute('aria-disabled', 'true')
  expect(await focused(page)).toBe('Zoom in')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe(NAME)
  const scrolled = (): Promise<number> => stage(widget).evaluate(part => part.scrollLeft)
  const before = await scrolled()
  await page.keyboard.press('ArrowRight')
  await expect.poll(scrolled).toBeGreaterThan(before)

  await page.keyboard.press('Escape')
  await expect(viewer(widget)).toHaveCount(0)
  await expect.poll(() => focused(page)).toBe(`View ${NAME}`)
})

test('a picture that was stored lying on its side is as large as it is seen', async ({
  open,
  didww,
}) => {
  const path = join(dirname(JPG), 'landscape_6.jpg')
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  await choose(widget, path)
  await widget.getByRole('button', { name: 'View landscape_6.jpg' }).click()
  const canvas = widget.getByRole('dialog').locator('canvas')
  await expect(canvas).toBeVisible()
  // 450 wide and 600 high, and to be turned by a quarter.
  expect(await canvas.evaluate((drawn: HTMLCanvasElement) => [drawn.width, drawn.height])).toEqual([
    600, 450,
  ])
})

test('what shows it in large loads when somebody looks, and its pixels go when the window closes', async ({
  open,
  didww,
  page,
}) => {
  const loaded: string[] = []
  page.on('request', request => loaded.push(new URL(request.url()).pathname))
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  await choose(widget, JPG)
  await expect(opener(widget)).toBeVisible()
  expect(loaded.filter(path => path.includes('viewer'))).toEqual([])
  await opener(widget).click()
  const canvas = await stage(widget).locator('canvas').elementHandle()
  expect(loaded.filter(path => path.includes('viewer'))).toEqual(['/dist/viewer.js'])
  await viewer(widget).getByRole('button', { name: 'Close' }).click()
  await expect(viewer(widget)).toHaveCount(0)
  await expect.poll(() => canvas?.evaluate(drawn => (drawn as HTMLCanvasElement).width)).toBe(0)
})

test('an Enter that is held opens the window, and does not close it again', async ({
  open,
  didww,
  page,
}) => {
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  await choose(widget, JPG)
  await opener(widget).focus()
  await page.keyboard.down('Enter')
  await expect(viewer(widget)).toBeVisible()
  for (let again = 0; again < 3; again++) await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await expect(viewer(widget)).toBeVisible()
})

test('the window closes with its file', async ({ open, didww }) => {
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  await choose(widget, JPG)
  await opener(widget).click()
  await expect(stage(widget).locator('canvas')).toBeVisible()
  await widget.evaluate((element: SealDrop) => element.clear())
  await expect(viewer(widget)).toHaveCount(0)
})

test('the window closes where the element is moved within the page, and the upload goes on', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop><div id="there"></div>`)
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  sandbox.flip({ stall: { at: 'answer' } })
  await choose(widget, JPG)
  await expect.poll(() => phases(widget)).toEqual(['confirming'])
  for (const move of ['append', 'moveBefore']) {
    await opener(widget).click()
    await expect(stage(widget).locator('canvas')).toBeVisible()
    await widget.evaluate((element, way) => {
      const there = document.querySelector('#there') as Element & {
        moveBefore?(node: Element, child: null): void
      }
      if (way === 'moveBefore' && there.moveBefore) there.moveBefore(element, null)
      else there.append(element)
    }, move)
    await expect(widget.locator('dialog')).toHaveCount(0)
    await expect.poll(() => focused(page)).toBe(`View ${NAME}`)
  }
  sandbox.flip({ stall: false })
  await expect.poll(() => phases(widget)).toEqual(['done'])
  expect(errors).toEqual([])
})

test('the window goes with the element, and the page can be used', async ({
  open,
  didww,
  page,
}) => {
  const widget = await open(
    `<button type="button">Next step</button><div><seal-drop multiple ${didww}></seal-drop></div>`,
  )
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  await choose(widget, JPG)
  await opener(widget).click()
  await expect(stage(widget).locator('canvas')).toBeVisible()
  const closed = widget.evaluate(
    element =>
      new Promise<void>(resolve => {
        const dialog = element.shadowRoot?.querySelector('dialog')
        dialog?.addEventListener('close', () => resolve())
        Object.assign(window, { element })
        element.remove()
        // As an application does that goes to its next step.
        document.querySelector('button')?.focus()
      }),
  )
  await closed
  await page.getByRole('button', { name: 'Next step' }).click()
  await expect(page.getByRole('button', { name: 'Next step' })).toBeFocused()
  await page.evaluate(() =>
    document.body.append((window as unknown as { element: Element }).element),
  )
  await choose(widget, JPG)
  await expect(opener(widget)).toBeVisible()
  await expect(widget.locator('dialog')).toHaveCount(0)
  expect(errors).toEqual([])
})

test('the window does not stay over a page that has hidden what is around the element', async ({
  open,
  didww,
  page,
}) => {
  const widget = await open(
    `<button type="button">Next step</button><div id="step"><seal-drop multiple ${didww}></seal-drop></div>`,
  )
  await choose(widget, JPG)
  await opener(widget).click()
  await expect(stage(widget).locator('canvas')).toBeVisible()
  await page.evaluate(() => {
    const step = document.querySelector<HTMLElement>('#step')
    if (step) step.hidden = true
  })
  await page.getByRole('button', { name: 'Next step' }).click()
  await expect(widget.locator('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Next step' })).toBeFocused()
})

test('where the code for that cannot be loaded it says so, and the file goes on', async ({
  open,
  didww,
  page,
}) => {
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  await choose(widget, JPG)
  await expect(opener(widget)).toBeVisible()
  await page.route('**/viewer.js', route => route.abort())
  await opener(widget).click()
  await expect(widget.getByText('The connection was lost. Please try again.').first()).toBeVisible()
  await expect(viewer(widget)).toHaveCount(0)
  await expect.poll(() => phases(widget)).toEqual(['done'])
})

test('the one file of a classic script loads it from beside itself', async ({
  open,
  didww,
  site,
  page,
}) => {
  const body = `<seal-drop multiple ${didww}></seal-drop>`
  const path = site.page(body, '<script src="/dist/sealdrop.iife.js"></script>')
  await open(body)
  await page.goto(`http://127.0.0.1:${site.port}${path}`)
  const widget = page.locator('seal-drop')
  await choose(widget, JPG)
  await opener(widget).click()
  await expect(stage(widget).locator('canvas')).toBeVisible()
})

test('the window has no fault that a tool finds, also where it is narrow', async ({
  open,
  didww,
  page,
}) => {
  await page.setViewportSize({ width: 260, height: 500 })
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  await choose(widget, JPG)
  await opener(widget).click()
  await expect(stage(widget).locator('canvas')).toBeVisible()
  expect(await complaintsInAllColours(page)).toEqual([])
  const sticksOut = await viewer(widget).evaluate(
    dialog =>
      [...dialog.querySelectorAll('button')].filter(part => {
        const { left, right, width, height } = part.getBoundingClientRect()
        return left < 0 || right > innerWidth || Math.min(width, height) < 24
      }).length,
  )
  expect(sticksOut).toBe(0)
})
