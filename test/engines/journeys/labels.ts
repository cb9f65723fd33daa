import { expect } from 'vitest'
import { PDF } from '../../documents.ts'
import type { Journeys } from '../trip.ts'

/** Runs in the page: the ids of the elements that name and describe the button; undefined where the engine ties none. */
const tied = (): unknown => {
  const button = document.querySelector('seal-drop')?.shadowRoot?.querySelector('#choose')
  const { ariaLabelledByElements: named, ariaDescribedByElements: described } = button ?? {}
  const last = (elements: readonly Element[] | null | undefined): string | undefined =>
    elements?.at(-1)?.id
  return button && 'ariaLabelledByElements' in button ? [last(named), last(described)] : undefined
}

/** Runs in the page: how often a file chooser was asked for since this was asked first. None opens then. */
const countChoosers = (): number => {
  const input = document.querySelector('seal-drop')?.shadowRoot?.querySelector('input')
  if (input && !Object.hasOwn(input, 'click'))
    input.click = () => {
      input.dataset.asked = `${Number(input.dataset.asked ?? 0) + 1}`
    }
  return Number(input?.dataset.asked ?? 0)
}

/** Runs in the page. */
const fileName = (): Element | null | undefined =>
  document.querySelector('seal-drop')?.shadowRoot?.querySelector('.name')

export const labels: Journeys = {
  'a link in a list of errors leads to the control, and its label opens the chooser':
    async trip => {
      const site = await trip.site(
        'http',
        `<p><a href="#papers">Add a passport</a></p><p id="help">Both sides.</p>
        <label for="papers" id="title">Identity documents</label>
        <seal-drop id="papers" aria-labelledby="title" aria-describedby="help"
          ${trip.attributes('http')}></seal-drop>`,
      )
      const visitor = await trip.visitor()
      const { tab } = visitor
      await visitor.goes(site.url)
      await visitor.sees('Choose a file')
      await visitor.clicks('Add a passport')
      await visitor.isOn('Choose a file: Identity documents')
      expect([['title', 'help'], undefined]).toContainEqual(await tab.evaluate(tied))
      await tab.choose(() => tab.click(() => document.querySelector('label')), [PDF])
      await visitor.waitsFor('done')
      await visitor.isOn('Choose another file: Identity documents')
    },

  'a label around the control opens the chooser, and leaves a click on a file alone':
    async trip => {
      const site = await trip.site(
        'http',
        `<label><b>Identity documents</b> <seal-drop ${trip.attributes('http')}></seal-drop></label>`,
      )
      const visitor = await trip.visitor()
      const { tab } = visitor
      await visitor.goes(site.url)
      await visitor.sees('Choose a file')
      await tab.choose(() => tab.click(() => document.querySelector('b')), [PDF])
      await visitor.waitsFor('done')
      await tab.evaluate(countChoosers)
      await tab.click(fileName)
      expect(await tab.evaluate(countChoosers)).toBe(0)
      await tab.click(() => document.querySelector('b'))
      expect(await tab.evaluate(countChoosers)).toBe(1)
    },
}
