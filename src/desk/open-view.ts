import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Desk, Item } from './desk.ts'
import { itemView } from './item-view.ts'
import { spokenView } from './spoken.ts'
import { zoneView } from './zone.ts'

/** The left side of the page: the identity, and the sealed files that it opens. */
export const openView = (desk: Desk): TemplateResult => html`
  <h3>1. Your identity</h3>
  ${zoneView(
    {
      id: 'identity',
      prompt: hasKeys(desk) ? 'Drop another, or' : 'Drop your identity file here, or',
      button: 'Choose the identity file',
      hint: 'A text file with AGE-SECRET-KEY-1 in it',
      multiple: false,
      isMain: !hasKeys(desk),
      isCompact: hasKeys(desk),
    },
    files => files[0] && void desk.load(files[0]),
  )}
  ${secretView(desk)} ${keysView(desk)}
  <h3>2. Sealed files</h3>
  ${zoneView(
    {
      id: 'sealed',
      prompt: hasItems(desk) ? 'Drop more, or' : 'Drop sealed files here, or',
      button: 'Choose sealed files',
      hint: 'As many as you like: .age files, or the PDF they are wrapped in',
      multiple: true,
      isMain: hasKeys(desk) && !hasItems(desk),
      isCompact: hasItems(desk),
    },
    files => desk.add(files),
  )}
  ${summaryView(desk)}
  <ol class="files">
    ${repeat(
      desk.state.items,
      ({ id }) => id,
      item => itemView(item, hasKeys(desk)),
    )}
  </ol>
`

const hasKeys = ({ state }: Desk): boolean => state.identities.length > 0 || state.hasPassphrase

const hasItems = ({ state }: Desk): boolean => state.items.length > 0

const secretView = (desk: Desk): TemplateResult => {
  const { fieldTrouble } = desk.state
  const give = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget
    const field = form instanceof HTMLFormElement ? form.querySelector('input') : null
    if (field && (await desk.give(field.value))) field.value = ''
  }
  return html`
    <form class="field" @submit=${give}>
      <label for="secret">Or paste an identity, or give a passphrase</label>
      <div class="row">
        <input
          id="secret"
          type="password"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          aria-invalid=${fieldTrouble.words ? 'true' : 'false'}
          aria-describedby="secret-trouble"
        >
        <button>Use it</button>
      </div>
      <p id="secret-trouble" role="status" class="small bad">${spokenView(fieldTrouble)}</p>
    </form>
  `
}

const keysView = (desk: Desk): TemplateResult => {
  const { identities, hasPassphrase, news, isTrouble } = desk.state
  const forget = (): void => {
    desk.forget()
    focusOn('#identity button')
  }
  return html`
    <p role="status" class=${isTrouble ? 'note bad' : 'note good'}>${spokenView(news)}</p>
    ${
      hasKeys(desk)
        ? html`
          <ul class="keys">
            ${identities.map(
              ({ fingerprint, recipient }) => html`
                <li>
                  Identity of <code class="chip">${fingerprint}</code>
                  <code class="muted">${recipient}</code>
                </li>
              `,
            )}
            ${hasPassphrase ? html`<li>A passphrase</li>` : nothing}
          </ul>
          <div class="row">
            <button type="button" @click=${forget}>Forget it</button>
          </div>
        `
        : nothing
    }
  `
}

/** For when the button that has the focus goes away. */
const focusOn = (selector: string): void => document.querySelector<HTMLElement>(selector)?.focus()

const count = (items: readonly Item[], phase: Item['state']['phase']): number =>
  items.filter(({ state }) => state.phase === phase).length

const summaryWords = (items: readonly Item[], isReady: boolean): string => {
  if (items.length === 0) return ''
  const [opened, failed] = [count(items, 'opened'), count(items, 'failed')]
  const unfinished = items.length - opened - failed
  if (unfinished > 0 && !isReady) return `${unfinished} waiting for an identity.`
  if (unfinished > 0) return `Opening ${items.length === 1 ? '1 file' : `${items.length} files`} …`
  const rest = failed > 0 ? ` ${failed} could not be opened.` : ''
  return `${opened} of ${items.length} opened.${rest}`
}

const summaryView = (desk: Desk): TemplateResult => {
  const { items, isArchiving } = desk.state
  const saveAll = async (): Promise<void> => {
    const url = await desk.archive()
    if (!url) return
    const link = document.createElement('a')
    link.href = url
    link.download = 'documents.zip'
    link.click()
  }
  const clear = (): void => {
    desk.clear()
    focusOn('#sealed button')
  }
  return html`
    <p role="status" class="summary">${summaryWords(items, hasKeys(desk))}</p>
    ${
      items.length === 0
        ? nothing
        : html`
          <div class="row">
            ${
              count(items, 'opened') === 0
                ? nothing
                : html`<button type="button" aria-disabled=${isArchiving} @click=${saveAll}>
                    ${isArchiving ? 'Making the archive …' : 'Download all as an archive'}
                  </button>`
            }
            <button type="button" @click=${clear}>Clear the list</button>
          </div>
        `
    }
  `
}
