import { html, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'

/** What a screen reader reads out when it is said: an object of its own each time, also for the same words. */
export interface Spoken {
  readonly words: string
}

export const SILENCE: Spoken = { words: '' }

/** For a live region. The element is a new one each time, or what is said again would not be read out again. */
export const spokenView = (spoken: Spoken): TemplateResult | typeof nothing =>
  spoken.words === '' ? nothing : html`${keyed(spoken, html`<span>${spoken.words}</span>`)}`
