import '../src/define.ts'
import { SealDropElement } from '../src/element/index.ts'
import { type Choice, choiceIn, looksOf, sealsOf, travelOf } from './choice.ts'
import { showEmbed } from './embed.ts'
import { showEvents } from './events.ts'
import { showPanel } from './panel.ts'
import type { Config } from './serve.ts'

const config: Config = await (await fetch('/config.json')).json()

const find = <Kind extends Element>(selector: string, kind: new () => Kind): Kind => {
  const found = document.querySelector(selector)
  if (found instanceof kind) return found
  throw new Error(`The page has no ${selector}.`)
}
const papers = find('seal-drop', SealDropElement)
const picker = find('#picker', HTMLFormElement)
const field = (name: string): HTMLSelectElement => find(`#${name}`, HTMLSelectElement)
const key = find('#key', HTMLInputElement)

const chosen = (): Choice => choiceIn(new URLSearchParams(location.search), config)
const choice = chosen()
const { provider, isDirect } = choice

const languageName = (code: string): string =>
  new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code

const sealNames: Readonly<Record<Choice['seal'], string>> = {
  '': provider.attributes.seal ?? provider.seals[0] ?? 'none',
  'age+pdf': 'age+pdf',
  own: 'for your key',
  none: 'not at all',
}
field('provider').replaceChildren(
  ...config.providers.map(({ name, title }) => new Option(title, name)),
)
field('seal').replaceChildren(...sealsOf(provider).map(seal => new Option(sealNames[seal], seal)))
field('lang').append(
  ...config.languages.map(code => {
    const option = new Option(languageName(code), code)
    option.lang = code
    return option
  }),
)
const values = {
  ...choice,
  provider: provider.name,
  way: isDirect ? 'direct' : 'relay',
}
for (const name of ['provider', 'way', 'seal', 'theme', 'lang', 'width'] as const)
  field(name).value = values[name]
key.value = choice.key
// A field that is not shown takes no part in the form, so it cannot hold it back.
find('#own', HTMLElement).hidden = key.disabled = choice.seal !== 'own'

find('#about', HTMLElement).textContent = provider.about
find('#docs', HTMLElement).hidden = !config.hasDocs
find('#used', HTMLInputElement).value = provider.name

for (const [name, value] of Object.entries(travelOf(choice))) papers.setAttribute(name, value)
// The key of the local sandbox, good for nothing else. A real site never puts its key into a page: that is what the
// relay is for.
if (isDirect) papers.authorize = () => provider.headers

const embed = find('#embed', HTMLElement)
const wear = (now: Choice): void => {
  for (const name of ['class', 'lang']) papers.removeAttribute(name)
  for (const [name, value] of Object.entries(looksOf(now))) papers.setAttribute(name, value)
  find('#stage', HTMLElement).className = now.width ? `wide-${now.width}` : ''
  showEmbed(embed, now)
}
wear(choice)

// What is not chosen is not in the address, nor is what is no public key: it may be the secret one.
picker.addEventListener('formdata', ({ formData }) => {
  for (const [name, value] of [...formData])
    if (value === '' || (name === key.name && !key.validity.valid)) formData.delete(name)
})
const LOOKS = ['theme', 'lang', 'width']
picker.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLSelectElement && LOOKS.includes(target.name)))
    return picker.requestSubmit()
  const query = [...new FormData(picker)].map(([name, value]) => [name, String(value)])
  // Files that are there stay there.
  history.replaceState(null, '', `?${new URLSearchParams(query)}`)
  wear(chosen())
})

showEvents(find('#events', HTMLElement), papers)
showPanel(find('#panel', HTMLElement), papers, choice)
