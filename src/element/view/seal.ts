import { html, type TemplateResult } from 'lit'
import { titleOf } from '../../providers/by-name.ts'
import type { Words } from '../words.ts'
import { icon, LOCK } from './icons.ts'

export const sealLine = (content: string | TemplateResult, modifier = ''): TemplateResult =>
  html`<p part="seal" class="seal ${modifier}">${icon(LOCK)}<span>${content}</span></p>`

/** `pattern` with the recipient in it: "Encrypted in your browser for DIDWW". */
export const sealText = (words: Words, provider: string, pattern: string): TemplateResult => {
  const [before, after] = pattern.split('{recipient}')
  return html`${before}<b>${titleOf(provider) ?? words.strings.recipient}</b>${after}`
}

/** While the keys are not known. Drawn at once, so that nothing jumps when more is known. */
export const expectedSealView = (text: TemplateResult): TemplateResult =>
  sealLine(html`${text} <code class="unknown"></code>`)
