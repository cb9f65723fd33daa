import { html, nothing, type TemplateResult } from 'lit'
import { isForChooser, type ZoneModel, zoneView } from './zone.ts'

export interface WidgetModel extends ZoneModel {
  /** Absent where nothing is encrypted, or nothing can be sent. */
  readonly seal: TemplateResult | undefined
}

const labelView = ({ element, pageLabel, choose }: WidgetModel): TemplateResult => {
  const label = pageLabel.text ? '' : element.label
  return html`
    <div
      part="label"
      class="label"
      ?hidden=${!pageLabel.isSlotted && !label}
      @click=${(event: Event) => isForChooser(event) && choose()}
    >
      <slot name="label">${label}</slot>
      ${element.required ? html`<span class="star" aria-hidden="true">*</span>` : nothing}
    </div>
  `
}

/**
 * Everything in the shadow root. What comes after the zone takes the focus of a click on its text; without that,
 * `delegatesFocus` would put it on the button, and scroll a long list back to its top.
 */
export const widgetView = (model: WidgetModel): TemplateResult => {
  const { element, words, list, seal } = model
  return html`<div
    class="root ${words.locale ? '' : 'awaiting'}"
    lang=${words.lang}
    dir=${words.strings.dir}
    @slotchange=${() => element.requestUpdate()}
  >
    ${labelView(model)} ${zoneView(model)}
    <div class="rest" tabindex="-1">
      ${list} ${seal}
      <slot name="footer"></slot>
    </div>
    <div id="said" class="unseen" role="status" aria-atomic="false"></div>
  </div>`
}

/** Long enough to be read out after what is being said; a reader who walks the page should not meet it afterwards. */
const SAID_MS = 10_000

/** Has a screen reader read a new line out, politely. */
export const announce = (root: ParentNode | null, line: string): void => {
  const paragraph = document.createElement('p')
  paragraph.textContent = line
  root?.querySelector('#said')?.append(paragraph)
  setTimeout(() => paragraph.remove(), SAID_MS)
}
