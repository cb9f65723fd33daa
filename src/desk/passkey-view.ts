import { html, nothing, type TemplateResult } from 'lit'
import { focusOn } from './focus.ts'
import type { Identity } from './identity.ts'
import { printIdentities } from './identity-sheet.ts'
import { clearPaper } from './paper.ts'
import type { Passkeys, Plan } from './passkey.ts'
import { saveAs } from './save-as.ts'
import { spokenView } from './spoken.ts'
import type { DeskWords } from './words.ts'

const isFor = (plan: Plan | undefined, identities: readonly Identity[]): plan is Plan =>
  plan !== undefined &&
  plan.identities.length === identities.length &&
  plan.identities.every(({ secret }, index) => secret === identities[index]?.secret)

interface Offer {
  /** Told apart where the page has two of them. */
  readonly id: string
  readonly identities: readonly Identity[]
  /** Another identity opens the same documents, so that no backup is needed. */
  readonly hasSecond: boolean
  /** What it sealed is in a file or in this browser now. */
  secured(): void
}

/** Offers to have these identities opened by a passkey instead of a file, and asks for a backup first. */
export const offerView = (passkeys: Passkeys, words: DeskWords, offer: Offer): TemplateResult => {
  const { lack, plan } = passkeys.state
  const strings = words.strings.passkey
  if (lack) return html`<p class="small muted">${strings.none[lack]}</p>`
  const isOpen = isFor(plan, offer.identities)
  const toggle = (): void => {
    clearPaper()
    passkeys.plan(isOpen ? undefined : offer.identities)
  }
  return html`
    <div class="row">
      <button
        type="button"
        id="${offer.id}-passkey"
        aria-expanded=${isOpen}
        @click=${toggle}
      >${strings.offer}</button>
    </div>
    ${isOpen ? planView(passkeys, plan, words, offer) : nothing}
  `
}

const planView = (
  passkeys: Passkeys,
  plan: Plan,
  words: DeskWords,
  offer: Offer,
): TemplateResult => {
  const { planNews, isTrouble } = passkeys.state
  const strings = words.strings.passkey
  return html`
    <div class="plan passkey">
      <p class="small">${strings.what}</p>
      ${
        plan.sealed === undefined
          ? makeView(passkeys, plan, words, offer)
          : sealedView(passkeys, plan.sealed, words, offer)
      }
      <p role="status" class=${isTrouble ? 'note bad' : 'note good'}>${spokenView(planNews)}</p>
    </div>
  `
}

const makeView = (
  passkeys: Passkeys,
  { identities, isPrinted }: Plan,
  words: DeskWords,
  { id, hasSecond }: Offer,
): TemplateResult => {
  const strings = words.strings.passkey
  const printed = `${id}-printed`
  const print = (): void => {
    if (printIdentities(identities, words)) passkeys.printed()
  }
  const create = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget
    const box = form instanceof HTMLFormElement ? form.querySelector('input') : null
    await passkeys.create(hasSecond || box?.checked === true)
    const { plan } = passkeys.state
    if (plan?.sealed === undefined) return
    clearPaper()
    focusOn(`#${id}-save`)
  }
  const backup = html`
    <p class="small warn">${strings.backup}</p>
    <div class="row"><button type="button" @click=${print}>${strings.print}</button></div>
  `
  const confirm = html`
    <label class="check" for=${printed}>
      <input id=${printed} type="checkbox" required>
      <span>${strings.printed}</span>
    </label>
  `
  const { isAsking } = passkeys.state
  const form = html`
    <form class="field" @submit=${create}>
      ${hasSecond ? nothing : confirm}
      <div class="row">
        <button class="primary" aria-disabled=${isAsking}>${strings.create}</button>
      </div>
    </form>
  `
  return html`${hasSecond ? nothing : backup} ${hasSecond || isPrinted ? form : nothing}`
}

const sealedView = (
  passkeys: Passkeys,
  sealed: string,
  { strings: { passkey } }: DeskWords,
  { id, secured }: Offer,
): TemplateResult => {
  const save = (): void => {
    const saving = passkeys.save(sealed)
    saveAs(saving)
    secured()
  }
  const keep = (): void => {
    if (passkeys.keep()) secured()
  }
  return html`
    <div class="row">
      <button type="button" id="${id}-save" class="primary" @click=${save}>${passkey.save}</button>
      <button type="button" @click=${keep}>${passkey.keep}</button>
    </div>
  `
}
