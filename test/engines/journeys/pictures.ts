import { expect } from 'vitest'
import { drawnPng } from '../../drawn-png.ts'
import { TURNED } from '../../turned.ts'
import { type Journeys, moduleFrom, type Trip } from '../trip.ts'

const RED = [220, 30, 40] as const
const BLUE = [30, 60, 200] as const
const SIDE = 300

/** Runs in the page: the colours at the left and the right of a canvas in the element, or '' while it is not there. */
const coloursOf = (selector: string): string => {
  const root = document.querySelector('seal-drop')?.shadowRoot
  const canvas = root?.querySelector<HTMLCanvasElement>(`${selector} canvas`)
  const at = (x: number): string =>
    [...(canvas?.getContext('2d')?.getImageData(x, 10, 1, 1).data ?? [])]
      .slice(0, 3)
      .map(channel => Math.round(channel / 10))
      .join()
  return canvas && canvas.width > 0 ? `${at(5)} ${at(canvas.width - 5)}` : ''
}
const COLOURS = [RED, BLUE].map(colour => colour.map(one => Math.round(one / 10)).join()).join(' ')

/** Runs in the page, which adds the picture by itself. */
const addPicture = async (letters: string): Promise<void> => {
  const bytes = Uint8Array.from(atob(letters), letter => letter.charCodeAt(0))
  await customElements.whenDefined('seal-drop')
  document.querySelector('seal-drop')?.add([new File([bytes], 'passport.png')])
}

/** Runs in the page: adds a strip of 4,000 by 60 pixels that says it lies on its side (EXIF, orientation 6). */
const addStrip = async (tiff: string): Promise<void> => {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width: 4_000, height: 60 })
  canvas.getContext('2d')?.fillRect(0, 0, 4_000, 60)
  const jpeg = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/jpeg'))
  const bytes = Uint8Array.from(atob(tiff), letter => letter.charCodeAt(0))
  if (!jpeg) throw new Error('No JPEG.')
  const turned = new Blob([jpeg.slice(0, 2), bytes, jpeg.slice(2)])
  // In one piece, as from a disk: Firefox knows no picture by a first piece of two bytes.
  const file = new File([await turned.arrayBuffer()], 'strip.jpg')
  await customElements.whenDefined('seal-drop')
  document.querySelector('seal-drop')?.add([file])
}

/** Runs in the page: the sides of the first thumbnail, or '' while it is not there. */
const sidesOfThumb = (): string => {
  const root = document.querySelector('seal-drop')?.shadowRoot
  const canvas = root?.querySelector<HTMLCanvasElement>('.look canvas')
  return canvas ? `${canvas.width} x ${canvas.height}` : ''
}

/** At one pixel of the screen for each of CSS, and at two or more. */
const strip = async (trip: Trip): Promise<void> => {
  const body = `<seal-drop multiple ${trip.attributes('http')}></seal-drop>`
  const site = await trip.site('http', body)
  const visitor = await trip.visitor()
  const { tab } = visitor
  await visitor.goes(site.url)
  await tab.evaluate(addStrip, TURNED.toString('base64'))
  await visitor.waitsFor('done')
  await expect
    .poll(() => tab.evaluate(sidesOfThumb), { timeout: 20_000 })
    .toMatch(/^(3 x 208|6 x 416)$/)
}

const dialogs = (): number =>
  document.querySelector('seal-drop')?.shadowRoot?.querySelectorAll('dialog').length ?? -1

const looks = async (trip: Trip, cdn?: string): Promise<void> => {
  const png = drawnPng(SIDE, SIDE, x => (x < SIDE / 2 ? RED : BLUE))
  const body = `<seal-drop multiple ${trip.attributes('http')}></seal-drop>`
  const head = moduleFrom(cdn ?? '')
  const site = await trip.site('http', body, cdn === undefined ? { head } : { head, cdn })
  const visitor = await trip.visitor()
  const { tab } = visitor
  await visitor.goes(site.url)
  await tab.evaluate(addPicture, png.toString('base64'))
  await visitor.waitsFor('done')
  await expect.poll(() => tab.evaluate(coloursOf, '.look'), { timeout: 20_000 }).toBe(COLOURS)
  await visitor.clicks('View passport.png')
  await expect.poll(() => tab.evaluate(coloursOf, 'dialog'), { timeout: 20_000 }).toBe(COLOURS)
  await visitor.isOn('Close')
  await tab.press('Enter')
  await expect.poll(() => tab.evaluate(dialogs)).toBe(0)
  await visitor.isOn('View passport.png')
}

export const pictures: Journeys = {
  'a picture is seen in small and in large, and the keyboard closes it': trip => looks(trip),
  'a picture is seen in small and in large where the element comes from another origin':
    async trip => looks(trip, (await trip.cdn({ cors: true })).origin),
  'a strip that lies on its side is drawn upright, and no larger than its box': strip,
}
