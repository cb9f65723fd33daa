import { html, nothing, type TemplateResult } from 'lit'
import type { Identity } from './identity.ts'
import { type Pair, type PairState, snippetFor } from './pair.ts'
import { spokenView } from './spoken.ts'

/** The right side of the page: a new key pair, further recipients, and the code for the website. */
export const pairView = (pair: Pair): TemplateResult => {
  const { identity, news } = pair.state
  return html`
    <p>
      A pair has two halves. The <strong>recipient</strong> (age1…) is public: documents are sealed
      for it. The <strong>identity</strong> (AGE-SECRET-KEY-1…) is secret: it opens them.
    </p>
    <p class="advice">
      <strong>Use two recipients:</strong> your own, and a colleague’s or a backup kept elsewhere. One
      lost identity loses every document that was sealed for it alone.
    </p>
    <div class="row">
      <button type="button" class=${identity ? '' : 'primary'} @click=${() => pair.make()}>
        ${identity ? 'Make another key pair' : 'Make a key pair'}
      </button>
    </div>
    <p role="status" class="note">${spokenView(news)}</p>
    ${identity ? stepsView(pair, identity) : nothing}
  `
}

const stepsView = (pair: Pair, identity: Identity): TemplateResult => {
  const { state } = pair
  const recipients = [identity.recipient, ...state.others.map(({ recipient }) => recipient)]
  return html`
    <h3>1. Save the identity</h3>
    ${identityView(pair, identity)}
    <h3>2. Recipients</h3>
    ${recipientsView(pair, identity)}
    <h3>3. Put this into your website</h3>
    ${snippetView(pair, snippetFor(recipients))}
  `
}

const identityView = (pair: Pair, { secret, fingerprint }: Identity): TemplateResult => {
  const { file, isSaved, isShown } = pair.state
  return html`
    <p class="small">
      It is in no other place than this page, and gone when the page is closed. Keep the file where
      only you can read it.
    </p>
    <code class="block">${isShown ? secret : 'AGE-SECRET-KEY-1••••••••••••'}</code>
    <div class="row">
      <a
        class="button ${isSaved ? '' : 'primary'}"
        href=${file ?? ''}
        download="identity-${fingerprint.slice(0, 9).replace(' ', '-')}.txt"
        @click=${() => pair.saved()}
        >Save the identity</a
      >
      <button type="button" aria-pressed=${isShown} @click=${() => pair.show(!isShown)}>
        Show it
      </button>
    </div>
  `
}

const recipientsView = (pair: Pair, own: Identity): TemplateResult => {
  const { others } = pair.state
  /** Its button goes away: the focus goes to the row that took its place, else to the last one, never to another button. */
  const remove = (event: Event, recipient: string): void => {
    const list = event.currentTarget instanceof Element && event.currentTarget.closest('ul')
    const index = others.findIndex(other => other.recipient === recipient)
    pair.removeRecipient(recipient)
    if (!list) return
    const rows = list.querySelectorAll('li')
    const row = rows[Math.min(index + 1, rows.length - 1)] // the first is the page's own
    row?.focus()
  }
  return html`
    <ul class="keys">
      <li class="copied" tabindex="-1">
        Yours <code class="chip">${own.fingerprint}</code>
        <code class="muted">${own.recipient}</code>
        ${copyButton(pair, 'recipient', own.recipient)}
      </li>
      ${others.map(
        ({ recipient, fingerprint }) => html`
          <li tabindex="-1">
            Added <code class="chip">${fingerprint}</code>
            <code class="muted">${recipient}</code>
            <button type="button" @click=${(event: Event) => remove(event, recipient)}>
              Remove<span class="unseen"> ${fingerprint}</span>
            </button>
          </li>
        `,
      )}
    </ul>
    ${
      others.length === 0
        ? html`<p class="small warn">
            Only one recipient so far. If this identity is lost, every document is lost.
          </p>`
        : html`<p class="small good">
            ${others.length + 1} recipients. Any one of their identities opens the documents.
          </p>`
    }
    <p class="small">
      The fingerprint is there to compare, by phone for example: the widget on your website shows the
      same.
    </p>
    ${addView(pair)}
  `
}

const addView = (pair: Pair): TemplateResult => {
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
      <label for="recipient">Another recipient (age1…)</label>
      <div class="row">
        <input
          id="recipient"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          aria-invalid=${trouble.words ? 'true' : 'false'}
          aria-describedby="recipient-trouble"
          @input=${typed}
        >
        <button>Add</button>
      </div>
      <p id="recipient-trouble" role="status" class="small bad">${spokenView(trouble)}</p>
    </form>
  `
}

const select = (element: Element | null | undefined): void => {
  if (element) getSelection()?.selectAllChildren(element)
}

/** Copies the text, or selects it where the browser does not let a page copy: it is the last code in the `.copied` around. */
const copyButton = (pair: Pair, what: 'recipient' | 'snippet', text: string): TemplateResult => {
  const copy = async ({ currentTarget }: Event): Promise<void> => {
    const block = currentTarget instanceof Element ? currentTarget.closest('.copied') : null
    try {
      await navigator.clipboard.writeText(text)
      pair.tell(`The ${what} was copied.`)
    } catch {
      select(block?.querySelector('code:last-of-type'))
      pair.tell(`This browser does not let the page copy. The ${what} is selected: copy it now.`)
    }
  }
  return html`<button type="button" @click=${copy}>Copy the ${what}</button>`
}

const snippetView = (pair: Pair, snippet: string): TemplateResult => html`
  <div class="snippet copied">
    <pre><code class="block">${snippet}</code></pre>
    <div class="row">${copyButton(pair, 'snippet', snippet)}</div>
  </div>
  <p class="small muted">
    Put your server’s address in place of /upload, and SealDrop’s files below /sealdrop/.
  </p>
`

/** Whether closing the page now would lose an identity that may be in use already. */
export const isUnsaved = ({ identity, isSaved }: PairState): boolean =>
  identity !== undefined && !isSaved
