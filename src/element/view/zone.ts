import { html, nothing, type TemplateResult } from 'lit'
import type { Dragged } from '../drop.ts'
import type { Words } from '../words.ts'
import { icon } from './icons.ts'

export interface ZoneModel {
  readonly words: Words
  /** The page's, or what may be added. */
  readonly hint: string
  /** What the page calls the control. */
  readonly controlName: string
  /** Extensions and media types for the file chooser. */
  readonly accept: string
  readonly capture: string | undefined
  readonly isMultiple: boolean
  readonly isRequired: boolean
  readonly isDisabled: boolean
  readonly isReadOnly: boolean
  /** Something is listed already. */
  readonly isCompact: boolean
  /** How many may be added at most, once they are all there. */
  readonly fullAt: number | undefined
  readonly dragged: Dragged | undefined
  /** Why nothing can be chosen at all, in words. */
  readonly faultMessage: string
  /** Shown once somebody tried to send the form. */
  readonly invalidMessage: string
  readonly note: string
  pick(): void
  picked(files: readonly File[]): void
  redraw(): void
}

const promptOf = (model: ZoneModel): string | TemplateResult => {
  const { words, dragged, fullAt, isMultiple, isCompact } = model
  const { strings } = words
  if (model.faultMessage) return model.faultMessage
  if (fullAt !== undefined) return words.plural(strings.full, fullAt)
  if (dragged)
    return dragged.count ? words.plural(strings.letGo, dragged.count) : strings.letGoUncounted
  if (isCompact) return strings.more
  return html`<slot name="prompt">${words.plural(strings.drop, isMultiple ? 2 : 1)}</slot>`
}

/** A link or a button that the page put into a slot keeps its own click. */
const isOwnClick = ({ target }: Event): boolean => {
  const taker = (target as Element).closest('a, button, input, label, summary')
  return !taker || taker.id === 'choose'
}

export const zoneView = (model: ZoneModel): TemplateResult => {
  const { words, controlName, isDisabled, fullAt, faultMessage, invalidMessage } = model
  const choose = words.plural(words.strings.choose, model.isMultiple ? 2 : 1)
  const isFull = fullAt !== undefined
  const isOff = Boolean(faultMessage) || isFull || model.isReadOnly
  const moods = {
    compact: model.isCompact,
    over: model.dragged,
    full: isFull,
    faulty: faultMessage,
    invalid: invalidMessage,
    off: isOff || isDisabled,
  }
  const onChange = (event: Event): void => {
    const input = event.target as HTMLInputElement
    const files = [...(input.files ?? [])]
    input.value = '' // so that the same file can be chosen again
    if (files.length > 0) model.picked(files)
  }
  return html`
    <div
      part="zone"
      class="zone ${Object.entries(moods)
        .filter(([, isSo]) => isSo)
        .map(([mood]) => mood)
        .join(' ')}"
      @click=${(event: Event) => isOwnClick(event) && model.pick()}
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
        aria-label=${controlName ? `${choose}: ${controlName}` : nothing}
        aria-describedby="${isOff ? 'prompt' : 'hint'} required invalid"
      >
        ${choose}
      </button>
      <span part="hint" id="hint" class="hint">
        <slot name="hint" @slotchange=${model.redraw}>${model.hint}</slot>
      </span>
    </div>
    <span id="required" hidden>${model.isRequired ? words.strings.required : ''}</span>
    <input
      id="input"
      type="file"
      hidden
      tabindex="-1"
      aria-hidden="true"
      accept=${model.accept}
      capture=${model.capture ?? nothing}
      ?multiple=${model.isMultiple}
      ?disabled=${isDisabled || isOff}
      @change=${onChange}
      @input=${(event: Event) => event.stopPropagation()}
    />
    <p id="invalid" class="invalid-message" ?hidden=${!invalidMessage}>${invalidMessage}</p>
    <p class="zone-note" ?hidden=${!model.note}>${model.note}</p>
  `
}
