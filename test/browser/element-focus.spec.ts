import { expect, type Locator, type Page } from 'playwright/test'
import { contrast, type Rgb } from '../pixels.ts'
import { choose, HEIC, largePdf, PDF, PNG, phases, test } from './element-site.ts'

/** What has the focus, the colour of the line around it where that can be seen, and that of the ground under the line. */
interface Focused {
  readonly name: string
  readonly line: Rgb | undefined
  readonly ground: Rgb
}

/** Undefined once the focus is no longer within the element. */
const focused = (widget: Locator): Promise<Focused | undefined> =>
  widget.evaluate(element => {
    const { activeElement: at } = element.shadowRoot ?? document
    if (!at) return undefined
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    const paint = (...colours: readonly string[]): [number, number, number] => {
      if (!canvas) throw new Error('There is no canvas.')
      for (const colour of colours) {
        canvas.fillStyle = colour
        canvas.fillRect(0, 0, 1, 1)
      }
      const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data
      return [red, green, blue]
    }
    const grounds: string[] = []
    // The line is drawn beside it, so on what is around it.
    let around = at.parentElement ?? element
    while (around) {
      grounds.unshift(getComputedStyle(around).backgroundColor)
      const root: Node = around.getRootNode()
      const next = around.parentElement ?? (root instanceof ShadowRoot ? root.host : undefined)
      if (!(next instanceof HTMLElement)) break
      around = next
    }
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(at)
    const isSeen = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    return {
      name: at.getAttribute('aria-label') ?? at.textContent?.trim() ?? '',
      line: isSeen ? paint(...grounds, outlineColor) : undefined,
      ground: paint(...grounds),
    }
  })

/** By Tab, from the first to the last that it reaches. */
const walk = async (page: Page, widget: Locator): Promise<readonly Focused[]> => {
  const seen: Focused[] = []
  await widget.getByRole('button', { name: /^Choose/ }).focus()
  await page.keyboard.press('Shift+Tab')
  for (let n = 0; n < 30; n++) {
    await page.keyboard.press('Tab')
    const now = await focused(widget)
    if (now) seen.push(now)
    else if (seen.length > 0) return seen
  }
  throw new Error('The focus never left the element.')
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`the focus can be seen wherever it goes: ${colorScheme}`, async ({
    open,
    didww,
    page,
    sandbox,
  }) => {
    const widget = await open(
      `<button>Before</button><seal-drop multiple ${didww}></seal-drop><button>After</button>`,
    )
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await choose(widget, PDF, HEIC)
    await expect.poll(() => phases(widget)).toEqual(['done', 'refused'])
    sandbox.flip({ stall: { at: 'body', afterBytes: 1000 } })
    await choose(widget, await largePdf())
    await expect(widget.getByText(/^Sending/)).toBeVisible()
    const places = await walk(page, widget)
    expect(places.map(({ name }) => name.replace(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/^Choose files/),
      'Remove doc_1_3_pages.pdf',
      'Dismiss IMG_5195.HEIC',
      'Pause lease.pdf',
      'Cancel lease.pdf',
      'Pause all',
      expect.stringMatching(/^Only encrypted data/),
    ])
    for (const { name, line, ground } of places)
      expect(line && contrast(line, ground), name).toBeGreaterThanOrEqual(3)
  })

test('under a header that stays, with the scroll-padding that the page gives, nothing that has the focus is hidden', async ({
  open,
  didww,
  page,
}) => {
  const widget = await open(
    `<header>Application</header><p></p><seal-drop multiple ${didww}></seal-drop><p></p>`,
  )
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      `header { position: sticky; top: 0; height: 100px; background: Canvas; z-index: 1 }
      html { scroll-padding-top: 100px } main > p { height: 900px }`,
    )
    document.adoptedStyleSheets.push(sheet)
  })
  await page.setViewportSize({ width: 600, height: 400 })
  await choose(widget, PDF, PNG, HEIC)
  await expect(widget.getByText('2 of 2 delivered', { exact: true })).toBeVisible()
  const top = (): Promise<number> =>
    widget.evaluate(
      element => element.shadowRoot?.activeElement?.getBoundingClientRect().top ?? Number.NaN,
    )
  await widget.locator('summary').focus()
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  for (let n = 0; n < 4; n++) {
    await page.keyboard.press('Shift+Tab')
    expect(await top()).toBeGreaterThanOrEqual(100)
  }
  // A row that gets the focus because its button went away, too.
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  await widget.evaluate((element: HTMLElementTagNameMap['seal-drop']) => {
    const remove = element.shadowRoot?.querySelector<HTMLElement>('[aria-label^="Remove doc"]')
    remove?.focus({ preventScroll: true })
    remove?.click()
  })
  await expect(widget.getByRole('listitem', { name: 'doc_1_3_pages.pdf' })).toBeFocused()
  expect(await top()).toBeGreaterThanOrEqual(100)
})
