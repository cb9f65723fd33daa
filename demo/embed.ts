import { html, nothing, render, type TemplateResult } from 'lit'
import { type Choice, looksOf, travelOf } from './choice.ts'

const attribute = ([name, value]: readonly [string, string]): string => {
  if (value === '') return name
  const text = value.replaceAll('&', '&amp;')
  return text.includes('"') ? `${name}='${text.replaceAll("'", '&#39;')}'` : `${name}="${text}"`
}

/** What a page says to get the element as it was chosen. */
const markupOf = (choice: Choice): string => {
  const attributes = {
    id: 'papers',
    name: 'papers',
    required: '',
    multiple: '',
    ...travelOf(choice),
    ...looksOf(choice),
  }
  return [
    '<script type="module" src="/sealdrop/sealdrop.js"></script>',
    ...(choice.theme ? ['<link rel="stylesheet" href="/themes.css">'] : []),
    '',
    '<label for="papers">Identity documents</label>',
    '<seal-drop',
    ...Object.entries(attributes).map(each => `  ${attribute(each)}`),
    '></seal-drop>',
  ].join('\n')
}

/** What a script of the page adds where the provider wants to know who sends. No key is in it: it would be everybody's. */
const scriptOf = ({ isDirect, provider }: Choice): string | undefined => {
  const names = isDirect ? Object.keys(provider.headers) : []
  if (names.length === 0) return undefined
  const headers = names.map(name => `  '${name}': await tokenFromYourServer(),`)
  return ["document.querySelector('seal-drop').authorize = async () => ({", ...headers, '})'].join(
    '\n',
  )
}

/** Has the text copied, or else chosen, so that a key press copies it. */
const copy = async (text: string, button: HTMLElement): Promise<void> => {
  const block = button.closest('figure')
  const code = block?.querySelector('code')
  const said = block?.querySelector('[role=status]')
  const isCopied = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  )
  if (!isCopied && code) getSelection()?.selectAllChildren(code)
  if (said) said.textContent = isCopied ? 'Copied.' : 'Selected: copy it with your keyboard.'
}

const block = (title: string, text: string): TemplateResult => html`
  <figure class="code">
    <figcaption>${title}</figcaption>
    <span role="status" class="good"></span>
    <button
      type="button"
      aria-label="Copy: ${title}"
      @click=${({ currentTarget }: Event) =>
        currentTarget instanceof HTMLElement && copy(text, currentTarget)}
    >Copy</button>
    <pre tabindex="0" role="group" aria-label=${title}><code translate="no">${text}</code></pre>
  </figure>
`

export const showEmbed = (place: HTMLElement, choice: Choice): void => {
  const script = scriptOf(choice)
  render(
    html`${block('In your page', markupOf(choice))}
    ${script ? block('In a script of your page', script) : nothing}`,
    place,
  )
}
