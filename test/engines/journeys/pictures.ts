import { expect } from 'vitest'
import { drawnPng } from '../../drawn-png.ts'
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
}
