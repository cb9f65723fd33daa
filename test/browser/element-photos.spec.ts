import { writeFile } from 'node:fs/promises'
import { deflateSync } from 'node:zlib'
import { expect, type Locator, type Page } from 'playwright/test'
import { pngAround } from '../drawn-png.ts'
import { traceMainThread } from '../main-thread.ts'
import { choose, phases, pointAt, test } from './element-site.ts'

type SealDrop = HTMLElementTagNameMap['seal-drop']

/** In a run of all tests. */
const PATIENCE = { timeout: 90_000 }

const written = async (name: string, bytes: Uint8Array): Promise<string> => {
  const path = test.info().outputPath(name)
  await writeFile(path, bytes)
  return path
}

const thumbs = (widget: Locator): Locator => widget.locator('[part=thumb] canvas')

/** A photo as a phone takes it: 12 megapixels that are no plain colour, 4 MB or so. */
const photo = async (page: Page): Promise<Buffer> => {
  const letters = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(4_000, 3_000)
    const context = canvas.getContext('2d')
    const tile = new ImageData(500, 500)
    // Any numbers will do, as long as they are the same each time.
    for (let at = 0, seed = 1; at < tile.data.length; at++) {
      seed = (seed * 48_271) % 2_147_483_647
      tile.data[at] = at % 4 === 3 ? 255 : 100 + (seed % 60) + ((at / 2_000) % 90)
    }
    for (let x = 0; x < 4_000; x += 500)
      for (let y = 0; y < 3_000; y += 500) context?.putImageData(tile, x, y)
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 })
    const bytes = new Uint8Array(await blob.arrayBuffer())
    let text = ''
    for (let at = 0; at < bytes.length; at += 30_000)
      text += String.fromCharCode(...bytes.subarray(at, at + 30_000))
    return text
  })
  return Buffer.from(letters, 'latin1')
}

/** The same picture in another file: two that are alike are a duplicate. */
const withComment = (jpeg: Buffer, n: number): Buffer =>
  Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, 3, n]), jpeg.subarray(2)])

test('the pictures of twenty photos of 12 megapixels hold up the page for no task over 50 ms', async ({
  open,
  didww,
  page,
}) => {
  test.slow()
  // High enough for all of them to be seen at once.
  await page.setViewportSize({ width: 600, height: 2_400 })
  const widget = await open(
    `<seal-drop multiple upload="manual" previews="off" ${didww}></seal-drop>`,
  )
  const jpeg = await photo(page)
  expect(jpeg.length).toBeGreaterThan(2_000_000)
  const photos = Array.from({ length: 20 }, (_, n) =>
    written(`photo-${n}.jpg`, withComment(jpeg, n)),
  )
  await choose(widget, ...(await Promise.all(photos)))
  await expect.poll(() => phases(widget), PATIENCE).toEqual(Array(20).fill('ready'))
  const { longestWorkMs } = await traceMainThread(page, async () => {
    await widget.evaluate((element: SealDrop) => {
      element.previews = 'on'
    })
    await expect(thumbs(widget)).toHaveCount(20, PATIENCE)
  })
  expect(longestWorkMs).toBeLessThan(50)
})

/** One bit for each of 30,000 x 30,000 pixels, all black: 100 KB that any decoder takes, and makes 3.6 GB of. */
const vastPng = (): Buffer =>
  pngAround(30_000, 30_000, deflateSync(Buffer.alloc(30_000 * 3_751)), 'bits')

/** A frame header of 30,000 x 30,000 pixels, behind 3 MiB of what cameras put before it. */
const vastJpeg = (jpeg: Buffer): Buffer => {
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]))
  const vast = Buffer.from(jpeg)
  vast.writeUInt16BE(30_000, frame + 5)
  vast.writeUInt16BE(30_000, frame + 7)
  const segment = Buffer.alloc(65_537, 1)
  segment.set([0xff, 0xef, 0xff, 0xff])
  return Buffer.concat([vast.subarray(0, 2), ...Array(48).fill(segment), vast.subarray(2)])
}

declare global {
  interface Window {
    /** How many pictures were decoded, and how many bytes of files the page itself read. */
    spent?: { decoded: number; bytes: number }
  }
}

const countSpent = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const spent = { decoded: 0, bytes: 0 }
    window.spent = spent
    const { createImageBitmap } = window
    window.createImageBitmap = (...given: unknown[]) => {
      spent.decoded++
      return Reflect.apply(createImageBitmap, window, given)
    }
    const { arrayBuffer } = Blob.prototype
    Blob.prototype.arrayBuffer = function () {
      spent.bytes += this.size
      return arrayBuffer.call(this)
    }
  })

test('pictures of 30,000 by 30,000 pixels are not decoded, cost the page no 5 MiB and no 50 ms, and are sent', async ({
  open,
  didww,
  page,
}) => {
  test.slow()
  await countSpent(page)
  const widget = await open(`<seal-drop multiple upload="manual" ${didww}></seal-drop>`)
  const jpeg = await photo(page)
  const paths = [await written('vast.png', vastPng()), await written('vast.jpg', vastJpeg(jpeg))]
  // One that is decoded, so that it is known when the two before it have had their turn.
  paths.push(await written('photo.jpg', jpeg))
  await pointAt(widget)
  await page.evaluate(() => Object.assign(window.spent ?? {}, { decoded: 0, bytes: 0 }))
  const { longestWorkMs } = await traceMainThread(page, async () => {
    await choose(widget, ...paths)
    await expect(thumbs(widget)).toHaveCount(1, PATIENCE)
    await expect.poll(() => phases(widget)).toEqual(['ready', 'ready', 'ready'])
  })
  const spent = await page.evaluate(() => window.spent)
  expect(spent?.decoded).toBe(1)
  expect(spent?.bytes).toBeLessThan(5 * 1_048_576)
  expect(longestWorkMs).toBeLessThan(50)
  await widget.evaluate((element: SealDrop) => element.start())
  await expect.poll(() => phases(widget), PATIENCE).toEqual(['done', 'done', 'done'])
})
