import { html, nothing, type TemplateResult } from 'lit'
import type { PageLabel } from '../page-context.ts'
import type { SettingsElement } from '../settings.ts'
import type { Words } from '../words.ts'
import { icon } from './icons.ts'

/** What is being dragged over the zone; `count` is undefined where the browser does not say. */
export interface Dragged {
  readonly count: number | undefined
}

export interface ZoneModel {
  /** Its properties are read where they are needed. */
  readonly element: SettingsElement
  readonly words: Words
  readonly pageLabel: PageLabel
  /** What may be added, in our words. */
  readonly hint: string
  /** Extensions and media types for the file chooser. */
  readonly accept: string
  /** Disabled by itself or by a fieldset around it. */
  readonly isDisabled: boolean
  /** How many may be added at most, once they are all there. */
  readonly fullAt?: number | undefined
  /** The files, once there are any. */
  readonly list?: TemplateResult | undefined
  readonly dragged: Dragged | undefined
  /** Why nothing can be chosen at all, in words. */
  readonly faultMessage: string
  /** Shown once somebody tried to send the form. */
  readonly invalidMessage: string
  readonly note: string
  /** Files were chosen. */
  take(files: readonly File[]): void
}

const promptOf = (model: ZoneModel): string | TemplateResult => {
  const { element, words, dragged, fullAt } = model
  const { strings } = words
  if (model.faultMessage) return model.faultMessage
  if (fullAt !== undefined) return words.plural(strings.full, fullAt)
  if (dragged)
    return dragged.count ? words.plural(strings.letGo, dragged.count) : strings.letGoUncounted
  if (model.list) return strings.more
  return html`<slot name="prompt">${words.plural(strings.drop, element.multiple ? 2 : 1)}</slot>`
}

/** A link or a button that the page put into a slot keeps its own click. */
const isOwnClick = ({ target }: Event): boolean => {
  const taker = (target as Element).closest('a, button, input, label, summary')
  return !taker || taker.id === 'choose'
}

/** A disabled input opens nothing. */
const openChooser = (event: Event): void => {
  const zone = event.currentTarget as Element
  if (isOwnClick(event)) zone.parentElement?.querySelector<HTMLInputElement>('#input')?.click()
}

export const zoneView = (model: ZoneModel): TemplateResult => {
  const { element, words, isDisabled, fullAt, faultMessage, invalidMessage } = model
  const name = model.pageLabel.text || element.label
  const choose = words.plural(words.strings.choose, element.multiple ? 2 : 1)
  const isFull = fullAt !== undefined
  const isOff = Boolean(faultMessage) || isFull || element.readOnly
  const modifiers = {
    compact: model.list,
    over: model.dragged,
    full: isFull,
    faulty: faultMessage,
    invalid: invalidMessage,
    off: isOff || isDisabled,
  }
  const modifierClasses = Object.entries(modifiers)
    .filter(([, isOn]) => isOn)
    .map(([name]) => name)
  const onChange = (event: Event): void => {
    const input = event.target as HTMLInputElement
    const files = [...(input.files ?? [])]
    input.value = '' // so that the same file can be chosen again
    if (files.length > 0) model.take(files)
  }
  return html`
    <div
      part="zone"
      class="zone ${modifierClasses.join(' ')}"
      @click=${openChooser}
    >
      ${icon('add')}
      <span part="prompt" id="prompt" class="prompt">${promptOf(model)}</span>
      <button
        part="button"
        id="choose"
        type="button"
        class="choose"
        ?disabled=${isDisabled}
        aria-disabled=${isOff ? 'true' : nothing}
        aria-label=${name ? `${choose}: ${name}` : nothing}
        aria-describedby="${isOff ? 'prompt' : 'hint'} required invalid"
      >
        ${choose}
      </button>
      <span part="hint" id="hint" class="hint">
        <slot name="hint">${element.hint || model.hint}</slot>
      </span>
    </div>
    <span id="required" hidden>${element.required ? words.strings.required : ''}</span>
    <input
      id="input"
      type="file"
      hidden
      tabindex="-1"
      aria-hidden="true"
      accept=${model.accept || element.accept}
      capture=${element.capture ?? nothing}
      ?multiple=${element.multiple}
      ?disabled=${isDisabled || isOff}
      @change=${onChange}
      @input=${(event: Event) => event.stopPropagation()}
    />
    <p id="invalid" class="invalid-message" ?hidden=${!invalidMessage}>${invalidMessage}</p>
    <p class="zone-note" ?hidden=${!model.note}>${model.note}</p>
  `
}
