import { html, nothing, type TemplateResult } from 'lit'
import { type SealModel, sealView } from './seal.ts'
import { type ZoneModel, zoneView } from './zone.ts'

export interface WidgetModel extends ZoneModel {
  /** Ours, where the page gives none. */
  readonly label: string
  readonly hasLabelSlot: boolean
  /** The files, once there are any. */
  readonly list: TemplateResult | undefined
  /** Absent where nothing is encrypted, or nothing can be sent. */
  readonly seal: Omit<SealModel, 'words' | 'isCompact'> | undefined
  focus(): void
}

const labelView = (model: WidgetModel): TemplateResult => html`
  <div
    part="label"
    class="label"
    ?hidden=${!model.hasLabelSlot && model.label === ''}
    @click=${model.focus}
  >
    <slot name="label" @slotchange=${model.redraw}>${model.label}</slot>
    ${model.isRequired ? html`<span class="star" aria-hidden="true">*</span>` : nothing}
  </div>
`

/**
 * Everything in the shadow root. What comes after the zone takes the focus of a click on its text; without that,
 * `delegatesFocus` would put it on the button, and scroll a long list back to its top.
 */
export const widgetView = (model: WidgetModel): TemplateResult => {
  const { words, isCompact, seal } = model
  return html`<div class="root" lang=${words.lang}>
    ${labelView(model)} ${zoneView(model)}
    <div class="rest" tabindex="-1">
      ${model.list} ${seal ? sealView({ ...seal, words, isCompact }) : nothing}
      <slot name="footer"></slot>
    </div>
    <div id="said" class="unseen" role="status" aria-atomic="false"></div>
  </div>`
}
