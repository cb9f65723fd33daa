import { html, nothing, type TemplateResult } from 'lit'
import type { PageLabel } from '../page-context.ts'
import type { SettingsElement } from '../settings.ts'
import { type Words, withName } from '../words.ts'
import { ADD, icon } from './icons.ts'

export interface ZoneModel {
  /** Its properties are read where they are needed. */
  readonly element: SettingsElement
  readonly words: Words
  readonly pageLabel: PageLabel
  /** What the control is called, in whichever way; '' where nobody named it. */
  readonly name: string
  /** What may be added, in our words. */
  readonly hint: string
  /** Extensions and media types for the file chooser. */
  readonly accept: string
  /** Disabled by itself or by a fieldset around it. */
  readonly isDisabled: boolean
  /** Several may be chosen at once. */
  readonly isMultiple: boolean
  /** As many files as may be added are there. */
  readonly isFull?: boolean
  /** The words above the button and on it once there are files, or some are held over the zone. */
  readonly prompt?: string | undefined
  readonly buttonText?: string | undefined
  /** The files, once there are any. */
  readonly list?: TemplateResult | undefined
  /** Files are held over the element. */
  readonly isDragged: boolean
  /** Why nothing can be chosen at all, in words. */
  readonly faultMessage: string
  /** Shown once somebody tried to send the form. */
  readonly invalidMessage: string
  readonly note: string
  /** Opens the file chooser. */
  choose(): void
  /** Files were chosen. */
  take(files: readonly File[]): void
}

const promptOf = (model: ZoneModel): string | TemplateResult => {
  const { element, words, faultMessage, prompt, isDisabled } = model
  if (faultMessage) return faultMessage
  const { drop, locked } = words.strings
  const own =
    isDisabled || element.readOnly
      ? locked
      : html`<span class="drop">${prompt ?? drop[model.isMultiple ? 'several' : 'one']}</span>`
  return prompt ? own : html`<slot name="prompt">${own}</slot>`
}

const TAKERS = 'a, button, input, select, textarea, label, details, [contenteditable], [tabindex]'

/** What the page put into a slot keeps its own click: a link, a field, another field's label, or what may hold one. */
export const isForChooser = (event: Event): boolean => {
  const path = event.composedPath() as Element[]
  const taker = path
    .slice(0, path.indexOf(event.currentTarget as Element))
    .find(each => each.matches?.(TAKERS) || each.localName?.includes('-'))
  // What the browser finds inside of the field is no label to click on: it leaves that to the field.
  const isOurLabel = taker instanceof HTMLLabelElement && (taker.control?.contains(taker) ?? true)
  return !event.defaultPrevented && (!taker || taker.id === 'choose' || isOurLabel)
}

export const zoneView = (model: ZoneModel): TemplateResult => {
  const { element, words, isDisabled, isFull, faultMessage, invalidMessage } = model
  const choose = model.buttonText ?? words.strings.choose[model.isMultiple ? 'several' : 'one']
  const isOff = Boolean(faultMessage || isFull) || element.readOnly
  const isAtOnce = element.upload === 'auto' && !model.list && !isOff && !isDisabled
  const modifiers: Readonly<Record<string, unknown>> = {
    compact: model.list,
    over: model.isDragged,
    full: isFull,
    faulty: faultMessage,
    invalid: invalidMessage,
    off: isOff || isDisabled,
  }
  const modifierClasses = Object.keys(modifiers).filter(name => modifiers[name])
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
      @click=${(event: Event) => isForChooser(event) && model.choose()}
    >
      ${icon(ADD)}
      <span part="prompt" id="prompt" class="prompt">${promptOf(model)}</span>
      <button
        part="button"
        id="choose"
        type="button"
        class="choose"
        ?disabled=${isDisabled}
        aria-disabled=${isOff ? 'true' : nothing}
        aria-label=${withName(words, choose, model.name)}
        aria-describedby="${isOff ? 'prompt' : 'hint'} at-once required invalid"
        aria-invalid=${element.getAttribute('aria-invalid') ?? (invalidMessage ? 'true' : nothing)}
      >
        ${choose}
      </button>
      <span part="hint" id="hint" class="hint">
        <slot name="hint">${element.hint || model.hint}</slot>
      </span>
      ${isAtOnce ? html`<span id="at-once" class="hint">${words.strings.atOnce}</span>` : nothing}
    </div>
    <span id="word" hidden>${withName(words, choose, ' ')}</span>
    <span id="required" hidden>
      ${element.required ? words.strings.required : ''} ${model.pageLabel.description}
    </span>
    <input
      id="input"
      type="file"
      hidden
      accept=${model.accept || element.accept}
      capture=${element.capture ?? nothing}
      ?multiple=${model.isMultiple}
      ?disabled=${isDisabled || isOff}
      @change=${onChange}
      @input=${(event: Event) => event.stopPropagation()}
    />
    <p id="invalid" class="invalid-message" ?hidden=${!invalidMessage}>${invalidMessage}</p>
    <p class="zone-note" ?hidden=${!model.note}>${model.note}</p>
  `
}
