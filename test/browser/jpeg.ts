import type { Page } from 'playwright/test'
import { TURNED } from '../turned.ts'

/** Stored on its side: its reader is to turn it to the right by a quarter. */
export const lying = (jpeg: Buffer): Buffer =>
  Buffer.concat([jpeg.subarray(0, 2), TURNED, jpeg.subarray(2)])

/** As a browser writes it; `png` where it is to show something. */
export const jpegOf = async (
  page: Page,
  width: number,
  height: number,
  png?: Buffer,
): Promise<Buffer> => {
  const letters = await page.evaluate(
    async ([across, down, text]) => {
      const canvas = new OffscreenCanvas(across, down)
      const context = canvas.getContext('2d')
      const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0))
      if (text) context?.drawImage(await createImageBitmap(new Blob([bytes])), 0, 0)
      else context?.fillRect(0, 0, across, down)
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 })
      return String.fromCharCode(...new Uint8Array(await blob.arrayBuffer()))
    },
    [width, height, png?.toString('base64') ?? ''] as const,
  )
  return Buffer.from(letters, 'latin1')
}
