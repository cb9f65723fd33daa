import { html, type TemplateResult } from 'lit'
import { titleOf } from '../../providers/by-name.ts'
import type { ProviderName } from '../../providers/names.ts'
import type { Words } from '../words.ts'
import { icon, LOCK } from './icons.ts'

export const sealLine = (content: string | TemplateResult, modifier = ''): TemplateResult =>
  html`<p part="seal" class="seal ${modifier}">${icon(LOCK)}<span>${content}</span></p>`

/** `start` and the recipient: "Encrypted in your browser for DIDWW". */
export const sealText = (words: Words, provider: string, start: string): TemplateResult =>
  html`${start} <b>${words.strings.provider[provider as ProviderName] ?? titleOf(provider)}</b>`

/** While the keys are not known. Drawn at once, so that nothing jumps when more is known. */
export const expectedSealView = (text: TemplateResult): TemplateResult =>
  sealLine(html`${text} <code class="unknown" aria-hidden="true"></code>`)
