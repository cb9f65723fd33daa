import { html, nothing, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { repeat } from 'lit/directives/repeat.js'
import { chosenOf } from './choice.ts'
import { choiceView } from './choice-view.ts'
import type { Desk } from './desk.ts'
import type { Item } from './item.ts'
import { type Acts, itemView } from './item-view.ts'
import { clearPaper } from './paper.ts'
import type { Passkeys } from './passkey.ts'
import { offerView, sealedIdentityView } from './passkey-view.ts'
import type { Pictures } from './pictures.ts'
import { saveAs } from './save-as.ts'
import { spokenView } from './spoken.ts'
import { type DeskWords, numbered } from './words.ts'
import { zoneView } from './zone.ts'

/** The left side of the page: the identity, and the sealed files that it opens. */
export const openView = (
  desk: Desk,
  passkeys: Passkeys,
  pictures: Pictures,
  words: DeskWords,
): TemplateResult => {
  const { identity, sealed } = words.strings.open
  const acts = actsOn(desk, pictures)
  const isReady = hasKeys(desk)
  const { items, choice } = desk.state
  const shown = chosenOf(items, choice, words)
  return html`
  <h3>${numbered(words, 1, identity.heading)}</h3>
  ${zoneView(
    {
      id: 'identity',
      prompt: hasKeys(desk) ? identity.more : identity.drop,
      button: identity.choose,
      hint: identity.hint,
      multiple: false,
      isMain: !hasKeys(desk) && !passkeys.state.kept,
      isCompact: hasKeys(desk),
    },
    files => files[0] && void loadIdentity(desk, passkeys, files[0]),
  )}
  ${sealedIdentityView(passkeys, words, text => desk.give(text))} ${secretView(desk, words)}
  ${keysView(desk, passkeys, words)}
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
  ${summaryView(desk, words)} ${choiceView(desk, shown.length, words)}
  <ol class="files">
    ${repeat(
      shown,
      ({ id }) => id,
      item => {
        const drawn = pictures.of(item.id)
        // Of hundreds, those are drawn anew of which something changed.
        return guard([item, isReady, drawn, words], () =>
          itemView(item, isReady, drawn, acts, words),
        )
      },
    )}
  </ol>
`
}

const loadIdentity = async (desk: Desk, passkeys: Passkeys, file: File): Promise<void> => {
  if (!(await passkeys.take(file))) await desk.load(file)
}

const actsOn = (desk: Desk, pictures: Pictures): Acts => ({
  async save(id) {
    const saving = await desk.save(id)
    if (saving) saveAs(saving)
    // Its button is gone where it could not be opened again.
    else if (document.activeElement === document.body) focusOn(`[data-id="${id}"]`)
  },
  show: (id, place, isOpen) => void pictures.show(id, place, isOpen),
})

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

const keysView = (desk: Desk, passkeys: Passkeys, desksWords: DeskWords): TemplateResult => {
  const words = desksWords.strings.open.identity
  const [before, after] = words.of.split('{recipient}')
  const { identities, hasPassphrase, news, isTrouble } = desk.state
  const offer = offerView(passkeys, desksWords, {
    id: 'open',
    identities,
    hasSecond: false, // for whom else documents are sealed is not known here
    secured: () => {},
  })
  const forget = (): void => {
    desk.forget()
    passkeys.forget()
    clearPaper()
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
          ${offersPasskey(desk, passkeys) ? offer : nothing}
        `
        : nothing
    }
  `
}

/** Not for an identity that a passkey opened. */
const offersPasskey = ({ state }: Desk, { state: { kept, given } }: Passkeys): boolean =>
  state.identities.length > 0 && !kept?.isOpen && !given?.isOpen

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
  const { items, isArchiving, parts, part } = desk.state
  const { archive, archiving, clear: clearing, list } = words.strings.open
  const { number } = words
  const which = parts > 1 ? ` (\u2068${number(part + 1)}/${number(parts)}\u2069)` : ''
  const saveAll = async (): Promise<void> => {
    const saving = await desk.archive()
    if (saving) saveAs(saving)
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
                    ${isArchiving ? archiving : archive}${which}
                  </button>`
            }
            <button type="button" @click=${() => saveAs(desk.list())}>${list.csv}</button>
            <button type="button" @click=${clear}>${clearing}</button>
          </div>
        `
    }
  `
}
