import { html, nothing, type TemplateResult } from 'lit'
import type { Desk } from './desk.ts'
import { focusOn } from './focus.ts'
import { chooseFolderView } from './folder-view.ts'
import type { Folders } from './folders.ts'
import type { Acts } from './item-view.ts'
import type { List } from './list-view.ts'
import { clearPaper } from './paper.ts'
import type { Passkeys } from './passkey.ts'
import { offerView } from './passkey-view.ts'
import type { Pictures } from './pictures.ts'
import { printProof } from './proof.ts'
import { saveAs } from './save-as.ts'
import { sealedIdentityView } from './sealed-identity-view.ts'
import { spokenView } from './spoken.ts'
import { summaryView } from './summary-view.ts'
import { type DeskWords, numbered } from './words.ts'
import { zoneView } from './zone.ts'

/** The left side of the page: the identity, and the sealed files that it opens. */
export const openView = (
  desk: Desk,
  folders: Folders,
  passkeys: Passkeys,
  list: List,
  pictures: Pictures,
  words: DeskWords,
): TemplateResult => {
  const { identity, sealed } = words.strings.open
  const acts = actsOn(desk, pictures, words)
  const isReady = hasKeys(desk)
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
    ({ files: [file] }) => file && void loadIdentity(desk, passkeys, file),
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
      more: chooseFolderView(folders, words),
    },
    found => folders.add(found),
  )}
  ${summaryView(desk, folders, isReady, words)} ${list.view(isReady, acts, words)}
`
}

const loadIdentity = async (desk: Desk, passkeys: Passkeys, file: File): Promise<void> => {
  if (!(await passkeys.take(file))) await desk.load(file)
}

const actsOn = (desk: Desk, pictures: Pictures, words: DeskWords): Acts => ({
  async save(id) {
    const saving = await desk.save(id)
    if (saving) saveAs(saving)
    // Its button is gone where it could not be opened again.
    else if (document.activeElement === document.body) focusOn(`[data-id="${id}"]`)
  },
  show: id => pictures.show(id, words),
  print: id => printProof(desk, id, words),
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
    lean: () => {},
    leanNoMore: () => {},
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
