import { expect } from 'vitest'
import { HEIC, JPG, PDF } from '../../documents.ts'
import { type Journeys, moduleFrom } from '../trip.ts'

/** Runs in the page: the parts of the element that stick out of their column, and the buttons that are hard to hit. */
const misfits = (): string[] => {
  const column = document.querySelector('main')?.getBoundingClientRect()
  const parts = [...(document.querySelector('seal-drop')?.shadowRoot?.querySelectorAll('*') ?? [])]
  return parts
    .filter(part => part.checkVisibility() && getComputedStyle(part).clipPath === 'none')
    .flatMap(part => {
      const { left, right, width, height } = part.getBoundingClientRect()
      const name = `${part.tagName} ${part.id || part.getAttribute('part') || part.className}`
      const isOut = width > 0 && (left < (column?.left ?? 0) || right > (column?.right ?? 0) + 0.5)
      const isSmall = part.matches('button') && Math.round(Math.min(width, height)) < 44
      return [
        ...(isOut ? [`${name} sticks out`] : []),
        ...(isSmall ? [`${name} is ${width} by ${height}`] : []),
      ]
    })
}

const fits =
  (width: string): Journeys[string] =>
  async trip => {
    const site = await trip.site(
      'didww',
      `<main><seal-drop label="Papers" multiple ${trip.attributes('didww')}></seal-drop></main>`,
      {
        head: `<link rel="stylesheet" href="/narrow.css">${moduleFrom('')}`,
        files: { '/narrow.css': `body { margin: 0 } main { width: ${width} }` },
      },
    )
    const visitor = await trip.visitor()
    await visitor.goes(site.url)
    await visitor.sees('up to')
    expect(await visitor.tab.evaluate(misfits)).toEqual([])
    await visitor.chooses(PDF, HEIC, JPG)
    await visitor.sees('2 of 2 delivered', 'This is an iPhone HEIC photo.')
    expect(await visitor.tab.evaluate(misfits)).toEqual([])
    expect(
      await visitor.tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
    ).toBe(true)
  }

export const wholeScreen: Journeys = {
  'it fits the screen, with files': fits('auto'),
}

export const narrow: Journeys = {
  'it fits into 320 pixels, with files': fits('320px'),
  'it fits into 260 pixels, with files': fits('260px'),
}
