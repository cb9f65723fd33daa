import { writeFile } from 'node:fs/promises'
import { deflateSync } from 'node:zlib'
import { expect, type Locator, type Page } from 'playwright/test'
import { pngAround } from '../drawn-png.ts'
import { traceMainThread } from '../main-thread.ts'
import { choose, phases, pointAt, test } from './element-site.ts'
import { photo, withComment } from './photos.ts'

type SealDrop = HTMLElementTagNameMap['seal-drop']

/** In a run of all tests. */
const PATIENCE = { timeout: 90_000 }

const written = async (name: string, bytes: Uint8Array): Promise<string> => {
  const path = test.info().outputPath(name)
  await writeFile(path, bytes)
  return path
}

const thumbs = (widget: Locator): Locator => widget.locator('[part=thumb] canvas')

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
      if (given[0] instanceof Blob) spent.decoded++
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
