import { html, type TemplateResult } from 'lit'

export const ADD =
  'M13 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V9zm0 0v6h6M12 17v-5m-2.5 2L12 11.5l2.5 2.5'
export const LOCK = 'M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6zm6 4v2'

/** Draws a path on a grid of 24, in the colour of the text. */
export const icon = (path: string): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`
