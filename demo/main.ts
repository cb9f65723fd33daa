import '../src/define.ts'
import { showPanel } from './panel.ts'
import type { Config } from './serve.ts'

const config: Config = await (await fetch('/config.json')).json()

const papers = document.querySelector('seal-drop')
const panel = document.querySelector<HTMLElement>('#panel')
const about = document.querySelector('#about')
const picker = document.querySelector<HTMLFormElement>('#picker')
const { provider: select, way } = (picker?.elements ?? {}) as {
  provider?: HTMLSelectElement
  way?: HTMLSelectElement
}
if (!papers || !panel || !about || !picker || !select || !way)
  throw new Error('The page is not the one this script was written for.')

const asked = new URLSearchParams(location.search)
const provider =
  config.providers.find(({ name }) => name === asked.get('provider')) ?? config.providers[0]
if (!provider) throw new Error('The playground has no provider.')
const isDirect = asked.get('way') === 'direct'

select.replaceChildren(
  ...config.providers.map(
    ({ name, title }) => new Option(title, name, false, name === provider.name),
  ),
)
way.value = isDirect ? 'direct' : 'relay'
picker.addEventListener('change', () => picker.requestSubmit())
about.textContent = provider.about

const attributes = { ...provider.attributes, ...(isDirect && provider.directAttributes) }
for (const [name, value] of Object.entries(attributes)) papers.setAttribute(name, value)
papers.setAttribute('transport', provider.name)
if (isDirect) {
  // The key of the local sandbox, good for nothing else. A real site never puts its key into a page: that is what the
  // relay is for.
  papers.authorize = () => provider.headers
  papers.setAttribute('endpoint', provider.endpoint)
} else {
  papers.setAttribute('endpoint', provider.relay)
  papers.setAttribute('value-format', 'ticket')
}
document.querySelector('#docs')?.toggleAttribute('hidden', !config.hasDocs)
document.querySelector<HTMLInputElement>('#used')?.setAttribute('value', provider.name)

showPanel(panel, papers, provider)
