import { expect } from 'vitest'
import { PDF, PNG } from '../../documents.ts'
import type { Journeys } from '../trip.ts'

export const single: Journeys = {
  'another choice takes the place of the file before': async trip => {
    const site = await trip.site('didww', `<seal-drop ${trip.attributes('didww')}></seal-drop>`)
    const visitor = await trip.visitor()
    await visitor.goes(site.url)
    await visitor.sees('up to')
    await visitor.chooses(PDF)
    await visitor.sees('doc_1_3_pages.pdf', 'Delivered', 'Choose another file')
    await visitor.chooses(PNG)
    await visitor.sees('doc_1_3_pages.pdf was replaced', 'basn3p08.png')
    const listed = await visitor.tab.evaluate(async () => {
      const field = document.querySelector('seal-drop')
      await field?.settled()
      return field?.files.map(({ name, state }) => `${name} ${state.phase}`)
    })
    expect(listed).toEqual(['basn3p08.png done'])
  },
}
