import { html, nothing, type TemplateResult } from 'lit'
import { focusOn } from './focus.ts'
import type { Passkeys, SealedIdentity } from './passkey.ts'
import { spokenView } from './spoken.ts'
import type { DeskWords } from './words.ts'

/** What a passkey opens: an identity that this browser keeps, and one that was given as a file. `use` takes their text. */
export const sealedIdentityView = (
  passkeys: Passkeys,
  words: DeskWords,
  use: (text: string) => Promise<unknown>,
): TemplateResult => {
  const { kept, given, news, isTrouble, lack } = passkeys.state
  const strings = words.strings.passkey
  const isWaiting = (kept && !kept.isOpen) || (given && !given.isOpen)
  return html`
    <div class="passkey">
      ${kept ? keptView(passkeys, kept, words, use) : nothing}
      ${given && !given.isOpen && !lack ? openView(passkeys, 'given', words, use) : nothing}
      <p role="status" class=${isTrouble ? 'note bad' : 'note'}>${spokenView(news)}</p>
      ${lack && isWaiting ? html`<p class="small">${strings.none[lack]}</p>` : nothing}
    </div>
  `
}

const openView = (
  passkeys: Passkeys,
  which: 'kept' | 'given',
  { strings }: DeskWords,
  use: (text: string) => Promise<unknown>,
): TemplateResult => {
  const open = async (): Promise<void> => {
    const text = await passkeys.open(which)
    if (text === undefined) return
    await use(text)
    focusOn('#sealed button')
  }
  const { isAsking } = passkeys.state
  return html`
    <button type="button" class="primary" aria-disabled=${isAsking} @click=${open}>
      ${strings.passkey.open}
    </button>
  `
}

const keptView = (
  passkeys: Passkeys,
  { isOpen }: SealedIdentity,
  words: DeskWords,
  use: (text: string) => Promise<unknown>,
): TemplateResult => {
  const { isRemoving, lack } = passkeys.state
  const { kept, remove } = words.strings.passkey
  return html`
    <p>${kept}</p>
    <div class="row">
      ${isOpen || lack ? nothing : openView(passkeys, 'kept', words, use)}
      <button
        type="button"
        id="kept-remove"
        aria-expanded=${isRemoving}
        @click=${() => passkeys.askToRemove(!isRemoving)}
      >${remove}</button>
    </div>
    ${isRemoving ? removeView(passkeys, words) : nothing}
  `
}

/** It may be the only one: a second button removes it, and is not where the first was, for whoever clicks twice. */
const removeView = (passkeys: Passkeys, { strings }: DeskWords): TemplateResult => {
  const remove = (): void => {
    focusOn(passkeys.remove() ? '#identity button' : '#kept-remove')
  }
  const cancel = (): void => {
    passkeys.askToRemove(false)
    focusOn('#kept-remove')
  }
  return html`
    <div class="plan passkey">
      <p class="small warn" id="kept-sure">${strings.passkey.sure}</p>
      <div class="row">
        <button type="button" aria-describedby="kept-sure" @click=${remove}>
          ${strings.pair.remove}
        </button>
        <button type="button" @click=${cancel}>${strings.passkey.cancel}</button>
      </div>
    </div>
  `
}
