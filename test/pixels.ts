import type { Locator } from 'playwright/test'

export type Rgb = readonly [number, number, number]

/** The colours of a line of pixels through the middle of what is drawn there, from left to right. */
export const middleRow = async (locator: Locator): Promise<readonly Rgb[]> => {
  const picture = await locator.screenshot({ animations: 'disabled' })
  return locator.page().evaluate(
    async bytes => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]))
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
      canvas?.drawImage(bitmap, 0, 0)
      const row = canvas?.getImageData(0, Math.floor(bitmap.height / 2), bitmap.width, 1).data ?? []
      return Array.from({ length: bitmap.width }, (_, x): [number, number, number] => [
        row[x * 4] ?? 0,
        row[x * 4 + 1] ?? 0,
        row[x * 4 + 2] ?? 0,
      ])
    },
    [...picture],
  )
}

const luminance = (colour: Rgb): number => {
  const [red = 0, green = 0, blue = 0] = colour.map(channel => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Of two colours, from 1 to 21 (WCAG 2.2). */
export const contrast = (one: Rgb, other: Rgb): number => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** The text of an element, and what it stands on. */
export const textColours = (locator: Locator): Promise<{ text: Rgb; ground: Rgb }> =>
  locator.evaluate(element => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    const paint = (colours: readonly string[]): [number, number, number] => {
      if (!canvas) throw new Error('There is no canvas.')
      for (const colour of colours) {
        canvas.fillStyle = colour
        canvas.fillRect(0, 0, 1, 1)
      }
      const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data
      return [red, green, blue]
    }
    const grounds: string[] = []
    let at: Element | undefined = element
    while (at) {
      grounds.unshift(getComputedStyle(at).backgroundColor)
      const root: Node = at.getRootNode()
      at = at.parentElement ?? (root instanceof ShadowRoot ? root.host : undefined)
    }
    return { text: paint([...grounds, getComputedStyle(element).color]), ground: paint(grounds) }
  })
