import { expect, type Locator, type Page } from 'playwright/test'
import { contrast, middleRow, type Rgb, textColours } from '../pixels.ts'
import { choose, HEIC, largePdf, PDF, PNG, phases, pointAt, test } from './element-site.ts'

type SealDrop = HTMLElementTagNameMap['seal-drop']

const SCHEMES = ['light', 'dark'] as const

const isClose = (one: Rgb, other: Rgb): boolean => contrast(one, other) < 1.3

/** Neighbours that clearly differ. */
const edges = (row: readonly Rgb[]): number =>
  row.filter((colour, x) => x > 0 && !isClose(colour, row[x - 1] ?? colour)).length

const bar = (widget: Locator): Locator => widget.locator('[part=bar]').first()

const stopHalfway = async (
  widget: Locator,
  sandbox: { flip(switches: object): void },
): Promise<void> => {
  sandbox.flip({ stall: { at: 'body', afterBytes: 1000 } })
  await choose(widget, await largePdf())
  await expect(widget.getByText(/^Sending/)).toBeVisible()
}

for (const colorScheme of SCHEMES)
  test(`with more contrast, what cannot be used can still be read: ${colorScheme}`, async ({
    open,
    didww,
    page,
  }) => {
    const widget = await open(`<seal-drop multiple max-files="1" readonly ${didww}></seal-drop>`)
    for (const more of ['no-preference', 'more'] as const) {
      await page.emulateMedia({ colorScheme, contrast: more, reducedMotion: 'reduce' })
      for (const part of ['button', 'prompt']) {
        const { text, ground } = await textColours(widget.locator(`[part=${part}]`))
        expect(contrast(text, ground), `${part}, ${more}`).toBeGreaterThanOrEqual(4.5)
      }
    }
  })

for (const colorScheme of SCHEMES)
  for (const more of ['no-preference', 'more'] as const)
    test(`a bar shows how far it is, and whether it stands still: ${colorScheme}, contrast ${more}`, async ({
      open,
      didww,
      page,
      sandbox,
    }) => {
      const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
      await page.emulateMedia({ colorScheme, contrast: more, reducedMotion: 'reduce' })
      await stopHalfway(widget, sandbox)
      const moving = await middleRow(bar(widget))
      const [fill, track] = [moving[4], moving.at(-5)]
      if (!fill || !track) throw new Error('There is no bar.')
      expect(contrast(fill, track)).toBeGreaterThanOrEqual(3)
      expect(edges(moving.slice(3, -3))).toBe(1)

      await widget.getByRole('button', { name: /^Pause lease/ }).click()
      await expect(widget.getByText(/^Paused/)).toBeVisible()
      expect(edges((await middleRow(bar(widget))).slice(3, -3))).toBeGreaterThan(5)
    })

test('a bar that waits for its next try does not look done', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  sandbox.flip({ status: { code: 503, retryAfter: 60 } })
  await choose(widget, PDF)
  await expect(widget.getByText(/trying again in/)).toBeVisible()
  expect(edges((await middleRow(bar(widget))).slice(3, -3))).toBeGreaterThan(5)
})

test('in forced colours, what cannot be used looks so, and bars are drawn', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  await stopHalfway(widget, sandbox)
  const row = await middleRow(bar(widget))
  const [fill, track] = [row[4], row.at(-5)]
  if (!fill || !track) throw new Error('There is no bar.')
  expect(contrast(fill, track)).toBeGreaterThanOrEqual(3)
  await widget.evaluate((element: SealDrop) => {
    element.readOnly = true
    return element.updateComplete
  })
  const colours = await widget.evaluate(element => {
    const probe = document.body.appendChild(document.createElement('i'))
    probe.style.color = 'GrayText'
    const button = element.shadowRoot?.querySelector('#choose') ?? element
    const { color, borderTopColor } = getComputedStyle(button)
    return { color, borderTopColor, grey: getComputedStyle(probe).color }
  })
  expect(colours).toMatchObject({ color: colours.grey, borderTopColor: colours.grey })
})

for (const attribute of ['readonly', 'disabled'])
  test(`nobody is told to drop anything where nothing is taken: ${attribute}`, async ({
    open,
    didww,
  }) => {
    const widget = await open(`<seal-drop multiple ${attribute} ${didww}></seal-drop>`)
    await expect(widget.getByText('Nothing can be added now.')).toBeVisible()
    await expect(widget.getByText(/drop/i)).toHaveCount(0)
    await widget.evaluate((element: SealDrop, name) => element.removeAttribute(name), attribute)
    await expect(widget.getByText('Drop your documents here, or')).toBeVisible()
  })

test('the line about the encryption shows that it opens, and is no smaller than a target has to be', async ({
  open,
  didww,
}) => {
  const widget = await open(`<seal-drop ${didww}></seal-drop>`)
  await pointAt(widget)
  const line = widget.locator('summary')
  await expect(line).toBeVisible()
  expect((await line.boundingBox())?.height).toBeGreaterThanOrEqual(24)
  const sign = (): Promise<{ width: string; turn: string }> =>
    line.evaluate(element => {
      const { inlineSize, rotate } = getComputedStyle(element, '::after')
      return { width: inlineSize, turn: rotate }
    })
  const closed = await sign()
  expect(Number.parseFloat(closed.width)).toBeGreaterThan(4)
  await line.click()
  expect((await sign()).turn).not.toBe(closed.turn)
})

/** Runs in the page: what is drawn outside its own box, or outside the element's. */
const overflows = (element: Element): string[] => {
  const outer = element.getBoundingClientRect()
  return [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.root *') ?? [])]
    .filter(part => part.checkVisibility() && getComputedStyle(part).clipPath === 'none')
    .filter(part => {
      const { left, right, width } = part.getBoundingClientRect()
      const isOut = width > 0 && (left < outer.left - 4 || right > outer.right + 4)
      const isTight =
        part.matches('.thumb, button, .zone') && part.scrollWidth > part.clientWidth + 1
      return isOut || isTight
    })
    .map(part => part.outerHTML.slice(0, 80))
}

const doubleText = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.documentElement.style.fontSize = '32px'
  })

test('letters twice as large stay where they belong', async ({ open, didww, page, sandbox }) => {
  const widget = await open(`<seal-drop multiple label="Papers" ${didww}></seal-drop>`)
  await doubleText(page)
  sandbox.flip({ stall: { at: 'answer' } })
  await choose(widget, HEIC, PDF)
  await expect.poll(() => phases(widget)).toEqual(['refused', 'confirming'])
  for (const width of [1000, 640, 308]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await widget.evaluate(overflows), `${width}`).toEqual([])
  }
})

/** As WCAG 1.4.12 has a reader widen all text. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }`

test('a reader’s own spacing of lines, words and letters cuts nothing off', async ({
  open,
  didww,
  page,
  sandbox,
}) => {
  const widget = await open(`<seal-drop multiple label="Papers" ${didww}></seal-drop>`)
  await widget.evaluate((element, css) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets.push(sheet)
    element.shadowRoot?.adoptedStyleSheets.push(sheet)
  }, SPACED)
  for (const width of [1000, 308]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await widget.evaluate(overflows), `empty, ${width}`).toEqual([])
  }
  sandbox.flip({ stall: { at: 'answer' } })
  await choose(widget, HEIC, PDF, PNG)
  await expect.poll(() => phases(widget)).toEqual(['refused', 'confirming', 'confirming'])
  for (const width of [1000, 640, 308]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await widget.evaluate(overflows), `${width}`).toEqual([])
  }
})

for (const forcedColors of ['none', 'active'] as const)
  test(`a button with a border touches no words: read-only, forced colours ${forcedColors}`, async ({
    open,
    didww,
    page,
  }) => {
    const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
    await choose(widget, PDF)
    await expect.poll(() => phases(widget)).toEqual(['done'])
    await page.emulateMedia({ forcedColors, reducedMotion: 'reduce' })
    await widget.evaluate((element: SealDrop) => {
      element.readOnly = true
      return element.updateComplete
    })
    const box = async (part: string) => {
      const found = await widget.locator(`[part=${part}]`).boundingBox()
      if (!found) throw new Error(`There is no ${part}.`)
      return found
    }
    const [prompt, button, hint] = [await box('prompt'), await box('button'), await box('hint')]
    expect(button.x - prompt.x - prompt.width).toBeGreaterThanOrEqual(4)
    expect(hint.y - button.y - button.height).toBeGreaterThanOrEqual(3.5)
  })

test('the line about the batch keeps its distance from the last file', async ({ open, didww }) => {
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  await choose(widget, PDF, PNG)
  await expect(widget.getByText('2 of 2 delivered', { exact: true })).toBeVisible()
  const distance = async (): Promise<number> => {
    const last = await widget.getByRole('listitem').last().boundingBox()
    const summary = await widget.locator('[part=summary]').boundingBox()
    return (summary?.y ?? 0) - (last?.y ?? 0) - (last?.height ?? 0)
  }
  await expect.poll(distance).toBeGreaterThanOrEqual(4)
})
