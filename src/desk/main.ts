import { render } from 'lit'
import { createDesk } from './desk.ts'
import { openView } from './open-view.ts'
import { localesFor, speak } from './page.ts'
import { createPair } from './pair.ts'
import { isUnsaved, pairView } from './pair-view.ts'
import { deskWordsFor } from './strings/languages.ts'
import { createDeskWords, type DeskWords } from './words.ts'
import { keepDropsInZones } from './zone.ts'

const [openRoot, pairRoot] = ['open', 'pair'].map(id => document.getElementById(id))
if (!openRoot || !pairRoot) throw new Error('The page is not the one this script was written for.')

keepDropsInZones(document)

/** Where the words come from a server, it may not answer: then the page is English. */
const PATIENCE_MS = 2000

const wordsInTime = async (): Promise<DeskWords> => {
  const { promise: tooLate, resolve } = Promise.withResolvers<DeskWords>()
  const timer = setTimeout(() => resolve(createDeskWords()), PATIENCE_MS)
  const wanted = deskWordsFor(localesFor(location.search, navigator.languages))
  return Promise.race([wanted, tooLate]).finally(() => clearTimeout(timer))
}

const words = await wordsInTime()
speak(document, words)

// Neither stores anything: keys and documents are gone when the page is closed.
const desk = createDesk(() => render(openView(desk, words), openRoot), words)
const pair = createPair(() => render(pairView(pair, words), pairRoot), words)
render(openView(desk, words), openRoot)
render(pairView(pair, words), pairRoot)

// An Enter that is held would act on what took the place of the button that it was pressed on.
addEventListener('keydown', event => {
  if (event.repeat && event.key === 'Enter') event.preventDefault()
})
addEventListener('beforeunload', event => {
  if (isUnsaved(pair.state)) event.preventDefault()
})
