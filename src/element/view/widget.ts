import { html, nothing, type TemplateResult } from 'lit'
import { isSealDropError, type SealDropError } from '../../core/errors.ts'
import { titleOf } from '../../providers/by-name.ts'
import type { ProviderName } from '../../providers/names.ts'
import type { Words } from '../words.ts'
import { icon } from './icons.ts'
import { type ZoneModel, zoneView } from './zone.ts'

export interface SealModel {
  readonly words: Words
  /** The transport's name, such as `didww`. */
  readonly provider: string
  /** Fingerprints of the keys, or why they are not known. */
  readonly sealedFor: readonly string[] | SealDropError | undefined
  readonly isCompact: boolean
}

/** The first 12 digits, in groups of four: enough to compare at a glance. */
const shortFingerprint = (fingerprint: string): string =>
  (
    fingerprint
      .replace(/\s/g, '')
      .slice(0, 12)
      .match(/.{1,4}/g) ?? []
  ).join(' ')

const line = (content: string | TemplateResult, modifier = ''): TemplateResult =>
  html`<p part="seal" class="seal ${modifier}">${icon('lock')}<span>${content}</span></p>`

const isReachability = ({ code }: SealDropError): boolean =>
  !['keys-untrusted', 'no-recipient', 'bad-recipient', 'protocol'].includes(code)

/** Says who can open what is sent, with the whole fingerprints a click away. Never drawn where nothing is encrypted. */
const sealView = ({ words, provider, sealedFor, isCompact }: SealModel): TemplateResult => {
  const { seal, provider: names } = words.strings
  if (isSealDropError(sealedFor))
    return isReachability(sealedFor) ? line(seal.unreachable) : line(seal.untrusted, 'untrusted')
  const recipient = names[provider as ProviderName] ?? titleOf(provider)
  const text = html`${isCompact ? seal.only : seal.for} <b>${recipient}</b>`
  if (!sealedFor?.length)
    return line(html`${text} <code class="unknown" aria-hidden="true"></code>`)
  return html`<details part="seal" class="seal">
    <summary>
      ${icon('lock')}<span>${text} <code>${shortFingerprint(sealedFor[0] ?? '')}</code></span>
    </summary>
    <p>${seal.fingerprints}</p>
    ${sealedFor.map(fingerprint => html`<code class="whole">${fingerprint}</code>`)}
  </details>`
}

export interface WidgetModel extends ZoneModel {
  /** Absent where nothing is encrypted, or nothing can be sent. */
  readonly seal: Omit<SealModel, 'words' | 'isCompact'> | undefined
}

const labelView = ({ element, pageLabel }: WidgetModel): TemplateResult => {
  const label = pageLabel.text ? '' : element.label
  return html`
    <div
      part="label"
      class="label"
      ?hidden=${!pageLabel.isSlotted && label === ''}
      @click=${() => element.focus()}
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
  return html`<div class="root" lang=${words.lang} @slotchange=${() => element.requestUpdate()}>
    ${labelView(model)} ${zoneView(model)}
    <div class="rest" tabindex="-1">
      ${list} ${seal ? sealView({ ...seal, words, isCompact: Boolean(list) }) : nothing}
      <slot name="footer"></slot>
    </div>
    <div id="said" class="unseen" role="status" aria-atomic="false"></div>
  </div>`
}

/** Older lines have been read out long ago; a reader who walks the page should not meet them again. */
const KEPT_LINES = 4

/** Has a screen reader read a new line out, politely. Never a percentage. */
export const announce = (root: ParentNode | null, line: string): void => {
  const region = root?.querySelector('#said')
  if (!region) return
  const paragraph = document.createElement('p')
  paragraph.textContent = line
  region.append(paragraph)
  while (region.children.length > KEPT_LINES) region.firstElementChild?.remove()
}
