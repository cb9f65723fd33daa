import { html, nothing, type TemplateResult } from 'lit'
import { boldView } from './bold.ts'
import type { Identity } from './identity.ts'
import { type Pair, type PairState, snippetFor } from './pair.ts'
import type { Passkeys } from './passkey.ts'
import { offerView } from './passkey-view.ts'
import { spokenView } from './spoken.ts'
import type { DeskStrings } from './strings/strings.ts'
import { type DeskWords, numbered } from './words.ts'

type PairStrings = DeskStrings['pair']

/** The right side of the page: a new key pair, further recipients, and the code for the website. */
export const pairView = (pair: Pair, passkeys: Passkeys, words: DeskWords): TemplateResult => {
  const { identity, news } = pair.state
  const strings = words.strings.pair
  return html`
    <p>${boldView(strings.halves)}</p>
    <p class="advice">${boldView(strings.advice)}</p>
    <div class="row">
      <button type="button" class=${identity ? '' : 'primary'} @click=${() => pair.make()}>
        ${identity ? strings.another : strings.make}
      </button>
    </div>
    <p role="status" class="note">${spokenView(news)}</p>
    ${identity ? stepsView(pair, passkeys, identity, words) : nothing}
  `
}

const stepsView = (
  pair: Pair,
  passkeys: Passkeys,
  identity: Identity,
  words: DeskWords,
): TemplateResult => {
  const { state } = pair
  const { save, recipients: listed, put, documents } = words.strings.pair
  const recipients = [identity.recipient, ...state.others.map(({ recipient }) => recipient)]
  return html`
    <h3>${numbered(words, 1, save)}</h3>
    ${identityView(pair, identity, words.strings.pair)}
    ${offerView(passkeys, words, {
      id: 'pair',
      identities: [identity],
      hasSecond: state.others.length > 0,
      secured: isKeptHere => pair.secured(isKeptHere),
      lean: () => pair.lean(),
      leanNoMore: () => pair.leanNoMore(),
    })}
    <h3>${numbered(words, 2, listed)}</h3>
    ${recipientsView(pair, identity, words)}
    <h3>${numbered(words, 3, put)}</h3>
    ${snippetView(pair, snippetFor(recipients, documents), words.strings.pair)}
  `
}

const identityView = (
  pair: Pair,
  { secret, fingerprint }: Identity,
  words: PairStrings,
): TemplateResult => {
  const { isSaved, isShown } = pair.state
  /** A URL of its own each time: it lives for a minute only. */
  const save = ({ currentTarget }: Event): void => {
    const url = pair.save()
    if (url !== undefined && currentTarget instanceof HTMLAnchorElement) currentTarget.href = url
  }
  return html`
    <p class="small">${words.keep}</p>
    <code class="block" dir="ltr">${isShown ? secret : 'AGE-SECRET-KEY-1••••••••••••'}</code>
    <div class="row">
      <a
        class="button ${isSaved ? '' : 'primary'}"
        href="blob:"
        download="identity-${fingerprint.slice(0, 9).replace(' ', '-')}.txt"
        @click=${save}
        >${words.save}</a
      >
      <button type="button" aria-pressed=${isShown} @click=${() => pair.show(!isShown)}>
        ${words.show}
      </button>
    </div>
  `
}

const recipientsView = (pair: Pair, own: Identity, words: DeskWords): TemplateResult => {
  const { others, isLeaning } = pair.state
  const strings = words.strings.pair
  /** Its button goes away: the focus goes to the row that took its place, else to the last one, never to another button. */
  const remove = (event: Event, recipient: string): void => {
    const list = event.currentTarget instanceof Element && event.currentTarget.closest('ul')
    const index = others.findIndex(other => other.recipient === recipient)
    if (!pair.removeRecipient(recipient) || !list) return
    const rows = list.querySelectorAll('li')
    const row = rows[Math.min(index + 1, rows.length - 1)] // the first is the page's own
    row?.focus()
  }
  return html`
    <ul class="keys">
      <li class="copied" tabindex="-1">
        ${strings.own} <code class="chip" dir="ltr">${own.fingerprint}</code>
        <code class="muted" dir="ltr">${own.recipient}</code>
        ${copyButton(pair, strings.copy.recipient, own.recipient)}
      </li>
      ${others.map(
        ({ recipient, fingerprint }) => html`
          <li tabindex="-1">
            ${strings.added} <code class="chip" dir="ltr">${fingerprint}</code>
            <code class="muted" dir="ltr">${recipient}</code>
            <button type="button" @click=${(event: Event) => remove(event, recipient)}>
              ${strings.remove}<span class="unseen"> ${fingerprint}</span>
            </button>
          </li>
        `,
      )}
    </ul>
    ${
      others.length === 0
        ? html`<p class="small warn">${strings.only}</p>`
        : html`<p class="small good">${words.plural(strings.several, others.length + 1)}</p>`
    }
    ${isLeaning && others.length === 1 ? html`<p class="small warn">${strings.backup}</p>` : nothing}
    <p class="small">${strings.fingerprint}</p>
    ${addView(pair, strings)}
  `
}

const addView = (pair: Pair, words: PairStrings): TemplateResult => {
  const { trouble } = pair.state
  const typed = ({ currentTarget }: Event): void => {
    if (currentTarget instanceof HTMLInputElement && pair.isSecret(currentTarget.value))
      currentTarget.value = ''
  }
  const add = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget
    const field = form instanceof HTMLFormElement ? form.querySelector('input') : null
    if (field && (await pair.addRecipient(field.value))) field.value = ''
  }
  return html`
    <form class="field" @submit=${add}>
      <label for="recipient">${words.field}</label>
      <div class="row">
        <input
          id="recipient"
          dir="ltr"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          aria-invalid=${trouble.words ? 'true' : 'false'}
          aria-describedby="recipient-trouble"
          @input=${typed}
        >
        <button>${words.add}</button>
      </div>
      <p id="recipient-trouble" role="status" class="small bad">${spokenView(trouble)}</p>
    </form>
  `
}

const select = (element: Element | null | undefined): void => {
  if (element) getSelection()?.selectAllChildren(element)
}

/** Copies the text, or selects it where the browser does not let a page copy: it is the last code in the `.copied` around. */
const copyButton = (
  pair: Pair,
  words: PairStrings['copy']['recipient'],
  text: string,
): TemplateResult => {
  const copy = async ({ currentTarget }: Event): Promise<void> => {
    const block = currentTarget instanceof Element ? currentTarget.closest('.copied') : null
    try {
      await navigator.clipboard.writeText(text)
      pair.tell(words.done)
    } catch {
      select(block?.querySelector('code:last-of-type'))
      pair.tell(words.selected)
    }
  }
  return html`<button type="button" @click=${copy}>${words.button}</button>`
}

const snippetView = (pair: Pair, snippet: string, words: PairStrings): TemplateResult => html`
  <div class="snippet copied">
    <pre dir="ltr"><code class="block">${snippet}</code></pre>
    <div class="row">${copyButton(pair, words.copy.snippet, snippet)}</div>
  </div>
  <p class="small muted">${words.placeholders}</p>
`

/** Whether closing the page now would lose an identity that may be in use already. */
export const isUnsaved = ({ identity, isSaved }: PairState): boolean =>
  identity !== undefined && !isSaved
