import { SealDropElement } from '../../src/element/index.ts'
import { lendStandIns } from '../../src/element/stand-ins.ts'
import '../../src/define.ts'
import { type State, states } from './states.ts'
import { stillSession } from './still-session.ts'

/** What the address says: one state alone, a theme, the language, and which way the words run. */
const asked = new URLSearchParams(location.search)

const theme = asked.get('theme') ?? ''

const shown = new WeakMap<object, State>()
lendStandIns(element => {
  const state = shown.get(element)
  return (
    state && {
      createSession: options => stillSession(state, options),
      setFormValue: () => {},
    }
  )
})

const USUAL = {
  label: 'Identity documents',
  transport: 'didww',
  endpoint: '/nowhere',
} as const

const show = (state: State): HTMLElement => {
  const element = document.createElement('seal-drop')
  if (!(element instanceof SealDropElement)) throw new Error('The element is not defined.')
  shown.set(element, state)
  const attributes: Readonly<Record<string, string>> = { ...USUAL, ...state.attributes }
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  if (theme) element.className = theme
  const section = document.createElement('section')
  section.id = state.id
  if (!asked.has('state')) {
    const title = document.createElement('h2')
    title.textContent = state.title
    section.append(title)
  }
  section.append(element)
  return section
}

const { documentElement, body } = document
documentElement.dir = asked.get('dir') ?? 'ltr'
documentElement.lang = asked.get('lang') ?? 'en'
for (const link of document.querySelectorAll<HTMLAnchorElement>('nav a'))
  if (new URL(link.href).searchParams.get('theme') === theme)
    link.setAttribute('aria-current', 'page')
const only = asked.get('state')
body.classList.toggle('alone', only !== null)
const wanted = states.filter(({ id }) => only === null || id === only)
document.querySelector('main')?.append(...wanted.map(show))

body.classList.toggle('large', asked.get('letters') === 'large')

// The code that draws files loads once somebody is about to use the element.
const isDrawn = (element: HTMLElement): boolean =>
  shown.get(element)?.files.length === element.shadowRoot?.querySelectorAll('[part=file]').length
for (const element of document.querySelectorAll('seal-drop')) {
  element.dispatchEvent(new Event('pointerover'))
  do await new Promise(requestAnimationFrame)
  while (!isDrawn(element))
}
// A picture is decoded when its row is seen.
const picturesOf = (element: HTMLElement): number =>
  element.shadowRoot?.querySelectorAll('.look').length ?? 0
for (const element of document.querySelectorAll('seal-drop')) {
  const wanted = shown.get(element)?.files.filter(({ file }) => file).length ?? 0
  if (wanted > 0) element.scrollIntoView()
  while (picturesOf(element) < wanted) await new Promise(requestAnimationFrame)
}
scrollTo(0, 0)
documentElement.dataset.drawn = ''
