import { render } from 'lit'
import { createDesk } from './desk.ts'
import { createFolders } from './folders.ts'
import { createList } from './list-view.ts'
import { openView } from './open-view.ts'
import { localesFor, speak } from './page.ts'
import { createPair } from './pair.ts'
import { isUnsaved, pairView } from './pair-view.ts'
import { createPasskeys } from './passkey.ts'
import { createPictures } from './pictures.ts'
import { deskWordsFor } from './strings/languages.ts'
import { createDeskWords } from './words.ts'
import { keepDropsInZones } from './zone.ts'

const [openRoot, pairRoot] = ['open', 'pair'].map(id => document.getElementById(id))
if (!openRoot || !pairRoot) throw new Error('The page is not the one this script was written for.')

let words = createDeskWords()
const drawOpen = (): void => {
  const { activeElement: focused } = document
  render(openView(desk, folders, passkeys, list, pictures, words), openRoot)
  // A row that is moved to its new place loses the focus.
  if (focused !== document.activeElement && focused instanceof HTMLElement && focused.isConnected)
    focused.focus({ preventScroll: true })
  pictures.follow(openRoot.querySelector('.files'))
}
const drawPair = (): unknown => render(pairView(pair, passkeys, words), pairRoot)
// None stores anything, but for an identity that is sealed with a passkey where somebody asks for it: keys and documents are gone when
// the page is closed.
const desk = createDesk(drawOpen, () => words.strings)
const pictures = createPictures(desk, drawOpen)
const folders = createFolders(desk, drawOpen)
const list = createList(desk, pictures, drawOpen)
const pair = createPair(drawPair, () => words.strings)
const passkeys = createPasskeys(
  () => {
    drawOpen()
    drawPair()
  },
  () => words.strings,
  () => pair.removedHere(),
)
const draw = (): void => {
  speak(document, words)
  drawOpen()
  drawPair()
}

keepDropsInZones(document)
// An Enter that is held would act on what took the place of the button that it was pressed on.
addEventListener('keydown', event => {
  if (event.repeat && event.key === 'Enter') event.preventDefault()
})
addEventListener('beforeunload', event => {
  if (isUnsaved(pair.state)) event.preventDefault()
})

// In the built page the words are there at once. A server may take long to send them: it is English until then.
const patience = setTimeout(draw, 700)
words = await deskWordsFor(localesFor(location.search, navigator.languages))
clearTimeout(patience)
draw()
