import { html, nothing, type TemplateResult } from 'lit'
import { focusOn } from './focus.ts'
import type { Identity } from './identity.ts'
import { printIdentities } from './identity-sheet.ts'
import { clearPaper } from './paper.ts'
import type { Passkeys } from './passkey.ts'
import type { Plan, Planning } from './plan.ts'
import { saveAs } from './save-as.ts'
import { SILENCE, spokenView } from './spoken.ts'
import type { DeskWords } from './words.ts'

/** Whether all that it seals is still there. */
const isAmong = (plan: Plan | undefined, identities: readonly Identity[]): plan is Plan =>
  plan?.identities.every(({ secret }, index) => secret === identities[index]?.secret) === true

interface Offer {
  /** On which side of the page. */
  readonly id: 'open' | 'pair'
  readonly identities: readonly Identity[]
  /** Another identity opens the same documents, so that no backup is needed. */
  readonly hasSecond: boolean
  /** What it sealed is in a file or in this browser now. */
  secured(isKeptHere: boolean): void
  /** A passkey is being made because of the second. */
  lean(): void
  /** It was not made, or what it sealed is nowhere. */
  leanNoMore(): void
}

/** Offers to have these identities opened by a passkey instead of a file, and asks for a backup first. */
export const offerView = (passkeys: Passkeys, words: DeskWords, offer: Offer): TemplateResult => {
  const { lack } = passkeys.state
  const planning = passkeys.plans[offer.id]
  const { plan, isAsking, news, isTrouble } = planning.state
  const strings = words.strings.passkey
  if (lack) return html`<p class="small muted">${strings.none[lack]}</p>`
  const isFor = isAmong(plan, offer.identities)
  const isForAll = isFor && plan.identities.length === offer.identities.length
  // One more that comes while the browser asks, or later, takes nothing away that was made.
  const isOpen = isForAll || (isFor && (isAsking || plan.sealed !== undefined))
  const toggle = (): void => {
    if (planning.state.isAsking) return
    clearPaper()
    offer.leanNoMore()
    planning.plan(isOpen ? undefined : offer.identities)
  }
  const said = spokenView(isFor ? news : SILENCE)
  return html`
    <div class="row">
      <button
        type="button"
        id="${offer.id}-passkey"
        aria-expanded=${isOpen}
        aria-disabled=${isAsking}
        @click=${toggle}
      >${strings.offer}</button>
    </div>
    <div class="plan passkey">
      ${isOpen ? planView(passkeys, planning, plan, words, offer) : nothing}
      <p role="status" class=${isTrouble ? 'note bad' : 'note good'}>${said}</p>
    </div>
  `
}

const planView = (
  passkeys: Passkeys,
  planning: Planning,
  plan: Plan,
  words: DeskWords,
  offer: Offer,
): TemplateResult => {
  return html`
    <p class="small">${words.strings.passkey.what}</p>
    ${
      plan.sealed === undefined
        ? plan.isTooLarge
          ? nothing
          : makeView(passkeys, planning, plan, words, offer)
        : sealedView(planning, plan.sealed, words, offer)
    }
  `
}

const makeView = (
  passkeys: Passkeys,
  planning: Planning,
  { identities, isPrinted }: Plan,
  words: DeskWords,
  { id, hasSecond, lean, leanNoMore }: Offer,
): TemplateResult => {
  const strings = words.strings.passkey
  const printed = `${id}-printed`
  const print = (): void => {
    if (printIdentities(identities, words)) planning.printed()
  }
  const create = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (passkeys.state.isAsking) return
    const form = event.currentTarget
    const box = form instanceof HTMLFormElement ? form.querySelector('input') : null
    // At once: the second may not go while the browser asks.
    if (hasSecond) lean()
    await planning.create(hasSecond || box?.checked === true)
    if (planning.state.plan?.sealed === undefined) return leanNoMore()
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
  planning: Planning,
  sealed: string,
  { strings: { passkey } }: DeskWords,
  { id, secured }: Offer,
): TemplateResult => {
  const save = (): void => {
    const saving = planning.save(sealed)
    saveAs(saving)
    secured(false)
  }
  const keep = (): void => {
    if (planning.keep()) secured(true)
  }
  return html`
    <div class="row">
      <button type="button" id="${id}-save" class="primary" @click=${save}>${passkey.save}</button>
      <button type="button" @click=${keep}>${passkey.keep}</button>
    </div>
  `
}
