import { writeFile } from 'node:fs/promises'
import { expect } from 'playwright/test'
import { choose, test } from './element-site.ts'
import { jpegOf, lying } from './jpeg.ts'

/** In pixels: what the shorter side of a thumbnail has on this screen, and the most that the longer one may have. */
const [SHORTER, LONGER] = [52, 208]

const SIZES = [
  ['a strip', 8_000, 60],
  ['a line', 3_000, 1],
  ['a tall strip', 60, 8_000],
  ['a panorama', 4_000, 700],
  ['a photo', 800, 600],
  ['a scan', 100, 60],
  ['an icon', 40, 30],
] as const

test('a thumbnail is no larger than its picture, nor than its box, be it upright or turned', async ({
  open,
  didww,
  page,
}) => {
  const files: { readonly name: string; readonly sides: readonly number[] }[] = []
  for (const [what, width, height] of SIZES) {
    const jpeg = await jpegOf(page, width, height)
    const scale = Math.min(1, SHORTER / Math.min(width, height), LONGER / Math.max(width, height))
    const sides = [width, height].map(side => Math.max(1, Math.round(side * scale)))
    files.push(
      { name: `${what}.jpg`, sides },
      { name: `${what}, turned.jpg`, sides: sides.toReversed() },
    )
    await writeFile(test.info().outputPath(`${what}.jpg`), jpeg)
    await writeFile(test.info().outputPath(`${what}, turned.jpg`), lying(jpeg))
  }
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  await choose(widget, ...files.map(({ name }) => test.info().outputPath(name)))
  for (const { name, sides } of files) {
    const row = widget.getByRole('listitem').filter({ hasText: name })
    await row.scrollIntoViewIfNeeded()
    const canvas = row.locator('[part=thumb] canvas')
    await expect(canvas).toBeVisible()
    const drawn = await canvas.evaluate(({ width, height }: HTMLCanvasElement) => [width, height])
    expect([name, ...drawn]).toEqual([name, ...sides])
  }
})
