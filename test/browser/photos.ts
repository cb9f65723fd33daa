import type { Page } from 'playwright/test'

/** A photo as a phone takes it: 12 megapixels that are no plain colour; 3.2 MB, and 5 MB with a quality of 0.89. */
export const photo = async (page: Page, quality = 0.8): Promise<Buffer> => {
  const letters = await page.evaluate(async quality => {
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
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality })
    const bytes = new Uint8Array(await blob.arrayBuffer())
    let text = ''
    for (let at = 0; at < bytes.length; at += 30_000)
      text += String.fromCharCode(...bytes.subarray(at, at + 30_000))
    return text
  }, quality)
  return Buffer.from(letters, 'latin1')
}

/** The same picture in another file: two that are alike are a duplicate. */
export const withComment = (jpeg: Buffer, n: number): Buffer =>
  Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, 3, n]), jpeg.subarray(2)])
