import { readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Locator } from 'playwright/test'
import { drawnPng, pngAround } from '../drawn-png.ts'
import { choose, JPG, PDF, phases, test } from './element-site.ts'
import { jpegOf, lying } from './jpeg.ts'

type SealDrop = HTMLElementTagNameMap['seal-drop']

const sample = (name: string): string => join(import.meta.dirname, '..', 'samples', name)

const RED = [220, 30, 40] as const
const GREEN = [20, 160, 60] as const
const BLUE = [30, 60, 200] as const
const WHITE = [250, 250, 250] as const

/** Four quarters, each of another colour. */
const quarters = (side: number): Buffer =>
  drawnPng(side, side, (x, y) => {
    const isRight = x >= side / 2
    if (y < side / 2) return isRight ? GREEN : RED
    return isRight ? WHITE : BLUE
  })

const written = async (name: string, bytes: Uint8Array): Promise<string> => {
  const path = test.info().outputPath(name)
  await writeFile(path, bytes)
  return path
}

const thumb = (widget: Locator, name: string): Locator =>
  widget.getByRole('listitem', { name }).locator('[part=thumb]')

/** The colour at a place of the thumbnail; both from 0 to 1. */
const colourAt = (canvas: Locator, x: number, y: number): Promise<readonly number[]> =>
  canvas.evaluate(
    (element: HTMLCanvasElement, [across, down]) => {
      const context = element.getContext('2d')
      const at = [Math.floor(across * element.width), Math.floor(down * element.height)] as const
      return [...(context?.getImageData(...at, 1, 1).data ?? [])].slice(0, 3)
    },
    [x, y] as const,
  )

const expectNear = (colour: readonly number[], wanted: readonly number[]): void => {
  for (const [n, channel] of wanted.entries())
    expect(Math.abs((colour[n] ?? -1000) - channel)).toBeLessThan(12)
}

test('a picture is shown in small beside its name, in its colours; a PDF is a page with its type', async ({
  open,
  didww,
}) => {
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  await choose(widget, await written('passport.png', quarters(300)), PDF)
  const canvas = thumb(widget, 'passport.png').locator('canvas')
  await expect(canvas).toBeVisible()
  expectNear(await colourAt(canvas, 0.25, 0.25), RED)
  expectNear(await colourAt(canvas, 0.75, 0.25), GREEN)
  expectNear(await colourAt(canvas, 0.25, 0.75), BLUE)
  expectNear(await colourAt(canvas, 0.75, 0.75), WHITE)
  await expect(thumb(widget, 'doc_1_3_pages.pdf')).toHaveText('PDF')
})

test('what shows no picture of itself has a sign for its kind above its type', async ({
  open,
  didww,
}) => {
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  const paths = await Promise.all([
    written('movie.mp4', Buffer.from('....ftypisom')),
    written('papers.zip', Buffer.from('PK\x03\x04')),
    written('setup.exe', Buffer.from('MZ')),
  ])
  await choose(widget, ...paths)
  const sign = (name: string): Locator => thumb(widget, name).locator('path')
  await expect(thumb(widget, 'movie.mp4')).toHaveText('MP4')
  const shapes = [await sign('movie.mp4').getAttribute('d')]
  await expect(thumb(widget, 'papers.zip')).toHaveText('ZIP')
  shapes.push(await sign('papers.zip').getAttribute('d'))
  expect(new Set(shapes).size).toBe(2)
  // Nobody knows a sign for it.
  await expect(thumb(widget, 'setup.exe')).toHaveText('EXE')
  await expect(sign('setup.exe')).toHaveCount(0)
})

test('a photo that a phone stored lying on its side is shown upright', async ({
  open,
  didww,
  page,
}) => {
  const path = await written('photo.jpg', lying(await jpegOf(page, 600, 600, quarters(600))))
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  await choose(widget, path)
  const canvas = thumb(widget, 'photo.jpg').locator('canvas')
  await expect(canvas).toBeVisible()
  // Turned to the right by a quarter: what was at the bottom left is at the top left.
  expectNear(await colourAt(canvas, 0.25, 0.25), BLUE)
  expectNear(await colourAt(canvas, 0.75, 0.25), RED)
  expectNear(await colourAt(canvas, 0.25, 0.75), WHITE)
  expectNear(await colourAt(canvas, 0.75, 0.75), GREEN)
})

test('a panorama without an end marker is shown: its maker’s trailer says that it is whole', async ({
  open,
  didww,
}) => {
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  await choose(widget, sample('jpg/samsung-panorama-no-eoi.jpg'))
  await expect(thumb(widget, 'samsung').locator('canvas')).toBeVisible()
})

test('previews="off" draws no picture, and takes away what was drawn', async ({ open, didww }) => {
  const widget = await open(`<seal-drop multiple previews="off" ${didww}></seal-drop>`)
  await choose(widget, JPG)
  await expect.poll(() => phases(widget)).toEqual(['done'])
  await expect(thumb(widget, 'DSCN0010.jpg')).toHaveText('JPG')
  await widget.evaluate((element: SealDrop) => {
    element.previews = 'on'
  })
  await expect(thumb(widget, 'DSCN0010.jpg').locator('canvas')).toBeVisible()
  await widget.evaluate((element: SealDrop) => {
    element.previews = 'off'
  })
  await expect(thumb(widget, 'DSCN0010.jpg')).toHaveText('JPG')
})

test('a removed picture gives back its pixels, and only what is seen is decoded', async ({
  open,
  didww,
  page,
}) => {
  await page.addInitScript(() => {
    const counted = Object.assign(window, { decoded: 0 })
    const { createImageBitmap } = window
    window.createImageBitmap = (...given: unknown[]) => {
      counted.decoded++
      return Reflect.apply(createImageBitmap, window, given)
    }
  })
  const decoded = (): Promise<number> =>
    page.evaluate(() => (window as Window & { decoded?: number }).decoded ?? 0)
  await page.setViewportSize({ width: 600, height: 500 })
  const widget = await open(`<seal-drop multiple upload="manual" ${didww}></seal-drop>`)
  const pictures = Array.from({ length: 60 }, (_, n) =>
    written(`picture-${n}.png`, quarters(64 + 2 * n)),
  )
  await choose(widget, ...(await Promise.all(pictures)))
  const first = thumb(widget, 'picture-0.png').locator('canvas')
  await expect(first).toBeVisible()
  await widget.evaluate(async (element: SealDrop) => void (await element.settled()))
  expect(await decoded()).toBeLessThan(20)

  const held = await first.elementHandle()
  await widget.evaluate((element: SealDrop) => {
    const [file] = element.files
    if (file) element.removeFile(file.id)
  })
  await expect.poll(() => held?.evaluate(canvas => (canvas as HTMLCanvasElement).width)).toBe(0)

  await thumb(widget, 'picture-59.png').scrollIntoViewIfNeeded()
  await expect(thumb(widget, 'picture-59.png').locator('canvas')).toBeVisible()
})

test('of a picture of 30,000 by 30,000 pixels nothing but its header is read', async ({
  open,
  didww,
  page,
}) => {
  await page.addInitScript(() => {
    window.createImageBitmap = () => Promise.reject(new Error('It was decoded.'))
  })
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  await choose(widget, await written('huge.png', pngAround(30_000, 30_000, Buffer.alloc(1_000, 7))))
  await expect.poll(() => phases(widget)).toEqual(['done'])
  await expect(thumb(widget, 'huge.png')).toHaveText('PNG')
})

test('a picture that the browser cannot show gets a remark, is sent all the same, and that is said', async ({
  open,
  didww,
}) => {
  const widget = await open(`<seal-drop multiple ${didww}></seal-drop>`)
  // Its chunks are whole, and what is in them is no pixel data.
  await choose(widget, await written('scan.png', pngAround(64, 64, Buffer.alloc(500, 7))))
  await expect.poll(() => phases(widget)).toEqual(['done'])
  const remark = 'Your browser cannot show this picture. Check that it opens.'
  await expect(widget.getByRole('listitem', { name: 'scan.png' })).toContainText(remark)
  await expect(widget.getByRole('status')).toContainText(`scan.png: ${remark}`)
  await expect(thumb(widget, 'scan.png')).toHaveText('PNG')
})

test('no sample that the browser shows is said not to be shown', async ({ open, didww, page }) => {
  const names = ['jpg', 'png'].flatMap(kind =>
    readdirSync(sample(kind)).map(name => [kind, name] as const),
  )
  await page.setViewportSize({ width: 600, height: 2_400 })
  const files = await Promise.all(
    names.map(async ([kind, name]) => [
      name,
      `data:image/${kind};base64,${(await readFile(sample(`${kind}/${name}`))).toString('base64')}`,
    ]),
  )
  const hidden = await page.evaluate(async all => {
    const failed: string[] = []
    for (const [name = '', url = ''] of all) {
      const image = new Image()
      image.src = url
      await image.decode().catch(() => failed.push(name))
    }
    return failed
  }, files)
  const widget = await open(`<seal-drop multiple upload="manual" ${didww}></seal-drop>`)
  await choose(widget, ...names.map(([kind, name]) => sample(`${kind}/${name}`)))
  await widget.evaluate(async (element: SealDrop) => void (await element.settled()))
  await expect(widget.locator('.look').first()).toBeVisible()
  const accepted = await widget.evaluate((element: SealDrop) =>
    element.files.flatMap(({ name, remarks, state }) =>
      state.phase === 'ready' ? [{ name, isShown: !remarks.includes('not-shown') }] : [],
    ),
  )
  const shown = accepted.filter(({ isShown }) => isShown)
  await expect(widget.locator('.look')).toHaveCount(shown.length)
  await expect(widget.getByText('Your browser cannot show this picture.')).toHaveCount(
    accepted.length - shown.length,
  )
  expect(shown.filter(({ name }) => hidden.includes(name))).toEqual([])
})
