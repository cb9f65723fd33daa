import type { Locator } from 'playwright/test'
import decodeQR from 'qr/decode.js'

/** What a camera reads from the QR code that is drawn there. Throws where it finds none. */
export const codeOn = async (locator: Locator): Promise<string> => {
  const picture = await locator.screenshot({ animations: 'disabled' })
  const { width, height, data } = await locator.page().evaluate(
    async bytes => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]))
      const { width, height } = bitmap
      const canvas = new OffscreenCanvas(width, height).getContext('2d')
      canvas?.drawImage(bitmap, 0, 0)
      return { width, height, data: [...(canvas?.getImageData(0, 0, width, height).data ?? [])] }
    },
    [...picture],
  )
  return decodeQR({ width, height, data: Uint8Array.from(data) }, { timeLimit: 10_000 })
}
