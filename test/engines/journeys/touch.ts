import { PDF } from '../../documents.ts'
import type { Journeys } from '../trip.ts'

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
  },
}
