import { expect } from 'vitest'
import { PDF } from '../../documents.ts'
import type { Journeys } from '../trip.ts'

/** Runs in the page: how the first letter of the button is written. */
const firstLetter = (): string | undefined => {
  const button = document.querySelector('seal-drop')?.shadowRoot?.querySelector('#choose')
  return button ? getComputedStyle(button, '::first-letter').textTransform : undefined
}

export const touch: Journeys = {
  'a phone is not told to drop anything': async trip => {
    const site = await trip.site(
      'didww',
      `<seal-drop multiple ${trip.attributes('didww')}></seal-drop>`,
    )
    const visitor = await trip.visitor()
    await visitor.goes(site.url)
    await visitor.sees('Choose files', 'up to 20.9 MB')
    await visitor.doesNotSee('Drop')
    await visitor.chooses(PDF)
    await visitor.sees('Delivered')
    await visitor.doesNotSee('Drop')
    expect(await visitor.tab.evaluate(firstLetter)).toBe('none')
  },
}
