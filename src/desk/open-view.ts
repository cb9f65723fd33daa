import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Desk, Item } from './desk.ts'
import { itemView } from './item-view.ts'
import { spokenView } from './spoken.ts'
import { type DeskWords, numbered } from './words.ts'
import { zoneView } from './zone.ts'

/** The left side of the page: the identity, and the sealed files that it opens. */
export const openView = (desk: Desk, words: DeskWords): TemplateResult => {
  const { identity, sealed } = words.strings.open
  return html`
  <h3>${numbered(words, 1, identity.heading)}</h3>
  ${zoneView(
    {
      id: 'identity',
      prompt: hasKeys(desk) ? identity.more : identity.drop,
      button: identity.choose,
      hint: identity.hint,
      multiple: false,
      isMain: !hasKeys(desk),
      isCompact: hasKeys(desk),
    },
    files => files[0] && void desk.load(files[0]),
  )}
  ${secretView(desk, words)} ${keysView(desk, words)}
  <h3>${numbered(words, 2, sealed.heading)}</h3>
  ${zoneView(
    {
      id: 'sealed',
      prompt: hasItems(desk) ? sealed.more : sealed.drop,
      button: sealed.choose,
      hint: sealed.hint,
      multiple: true,
      isMain: hasKeys(desk) && !hasItems(desk),
      isCompact: hasItems(desk),
    },
    files => desk.add(files),
  )}
  ${summaryView(desk, words)}
  <ol class="files">
    ${repeat(
      desk.state.items,
      ({ id }) => id,
      item => itemView(item, hasKeys(desk), words),
    )}
  </ol>
`
}

const hasKeys = ({ state }: Desk): boolean => state.identities.length > 0 || state.hasPassphrase

const hasItems = ({ state }: Desk): boolean => state.items.length > 0

const secretView = (desk: Desk, { strings }: DeskWords): TemplateResult => {
  const { identity } = strings.open
  const { fieldTrouble } = desk.state
  const give = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget
    const field = form instanceof HTMLFormElement ? form.querySelector('input') : null
    if (field && (await desk.give(field.value))) field.value = ''
  }
  return html`
    <form class="field" @submit=${give}>
      <label for="secret">${identity.field}</label>
      <div class="row">
        <input
          id="secret"
          type="password"
          dir="ltr"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          aria-invalid=${fieldTrouble.words ? 'true' : 'false'}
          aria-describedby="secret-trouble"
        >
        <button>${identity.use}</button>
      </div>
      <p id="secret-trouble" role="status" class="small bad">${spokenView(fieldTrouble)}</p>
    </form>
  `
}

const keysView = (desk: Desk, { strings }: DeskWords): TemplateResult => {
  const words = strings.open.identity
  const [before, after] = words.of.split('{recipient}')
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
                  ${before}<code class="chip" dir="ltr">${fingerprint}</code>${after}
                  <code class="muted" dir="ltr">${recipient}</code>
                </li>
              `,
            )}
            ${hasPassphrase ? html`<li>${words.passphrase}</li>` : nothing}
          </ul>
          <div class="row">
            <button type="button" @click=${forget}>${words.forget}</button>
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

const summaryText = (
  { strings, number, plural }: DeskWords,
  items: readonly Item[],
  isReady: boolean,
): string => {
  if (items.length === 0) return ''
  const { summary } = strings.open
  const [opened, failed] = [count(items, 'opened'), count(items, 'failed')]
  const unfinished = items.length - opened - failed
  if (unfinished > 0 && !isReady) return plural(summary.waiting, unfinished)
  if (unfinished > 0) return plural(summary.opening, items.length)
  const rest = failed > 0 ? [plural(summary.failed, failed)] : []
  const first = plural(summary.opened, opened, { total: number(items.length) })
  return [first, ...rest].join(strings.between)
}

const summaryView = (desk: Desk, words: DeskWords): TemplateResult => {
  const { items, isArchiving } = desk.state
  const { archive, archiving, clear: clearing } = words.strings.open
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
    <p role="status" class="summary">${summaryText(words, items, hasKeys(desk))}</p>
    ${
      items.length === 0
        ? nothing
        : html`
          <div class="row">
            ${
              count(items, 'opened') === 0
                ? nothing
                : html`<button type="button" aria-disabled=${isArchiving} @click=${saveAll}>
                    ${isArchiving ? archiving : archive}
                  </button>`
            }
            <button type="button" @click=${clear}>${clearing}</button>
          </div>
        `
    }
  `
}
