import { render } from 'lit'
import { createDesk } from './desk.ts'
import { openView } from './open-view.ts'
import { createPair } from './pair.ts'
import { isUnsaved, pairView } from './pair-view.ts'
import { keepDropsInZones } from './zone.ts'

const [openRoot, pairRoot] = ['open', 'pair'].map(id => document.getElementById(id))
if (!openRoot || !pairRoot) throw new Error('The page is not the one this script was written for.')

// Neither stores anything: keys and documents are gone when the page is closed.
const desk = createDesk(() => render(openView(desk), openRoot))
const pair = createPair(() => render(pairView(pair), pairRoot))
render(openView(desk), openRoot)
render(pairView(pair), pairRoot)

keepDropsInZones(document)
// An Enter that is held would act on what took the place of the button that it was pressed on.
addEventListener('keydown', event => {
  if (event.repeat && event.key === 'Enter') event.preventDefault()
})
addEventListener('beforeunload', event => {
  if (isUnsaved(pair.state)) event.preventDefault()
})
