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
}
