import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright'

export interface Compared {
  /** Paths of pictures, as they are below the folders. */
  readonly changed: readonly string[]
  readonly added: readonly string[]
  readonly missing: readonly string[]
}

const picturesIn = async (folder: string): Promise<ReadonlySet<string>> => {
  const paths = await readdir(folder, { recursive: true })
  return new Set(paths.filter(path => path.endsWith('.png')).sort())
}

/** A browser draws round corners a little otherwise each time: the largest difference of a colour, 0 to 255, that is none. */
const NOISE = 2

/** Before, now, and between them in red what is not the same; nothing where all pixels are. Runs in the page. */
const drawDifference = async ([noise, ...pair]: readonly [noise: number, ...string[]]): Promise<
  string | undefined
> => {
  const bitmaps = await Promise.all(
    pair.map(text =>
      createImageBitmap(new Blob([Uint8Array.from(atob(text), sign => sign.charCodeAt(0))])),
    ),
  )
  const width = Math.max(...bitmaps.map(bitmap => bitmap.width))
  const height = Math.max(...bitmaps.map(bitmap => bitmap.height))
  const canvas = new OffscreenCanvas(width * 3, height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  const [before, now] = bitmaps
  if (!context || !before || !now) throw new Error('There is no canvas.')
  context.drawImage(before, 0, 0)
  context.drawImage(now, width * 2, 0)
  const was = context.getImageData(0, 0, width, height).data
  const is = context.getImageData(width * 2, 0, width, height).data
  const between = context.createImageData(width, height)
  const red = new Uint32Array(between.data.buffer)
  let count = 0
  for (const [at, colour] of is.entries())
    if (Math.abs(colour - (was[at] ?? 0)) > noise) {
      red[at >> 2] = 0xff0000ff
      count += 1
    }
  if (count === 0) return undefined
  context.globalAlpha = 0.2
  context.drawImage(now, width, 0)
  context.globalAlpha = 1
  const layer = new OffscreenCanvas(width, height)
  layer.getContext('2d')?.putImageData(between, 0, 0)
  context.drawImage(layer, width, 0)
  const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())
  return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
}

/** Compares all pictures of two folders, and writes what differs into a third. The page is an empty one. */
export const compare = async (
  page: Page,
  before: string,
  now: string,
  differences: string,
): Promise<Compared> => {
  const [old, fresh] = [await picturesIn(before), await picturesIn(now)]
  const changed: string[] = []
  for (const path of fresh) {
    if (!old.has(path)) continue
    const pair = await Promise.all([before, now].map(folder => readFile(join(folder, path))))
    // One browser writes the same pixels as the same bytes.
    if (pair[0]?.equals(pair[1] ?? Buffer.alloc(0))) continue
    const texts = pair.map(bytes => bytes.toString('base64'))
    const picture = await page.evaluate(drawDifference, [NOISE, ...texts] as const)
    if (picture === undefined) continue
    changed.push(path)
    const target = join(differences, path)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, Buffer.from(picture, 'base64'))
  }
  return {
    changed,
    added: [...fresh].filter(path => !old.has(path)),
    missing: [...old].filter(path => !fresh.has(path)),
  }
}
