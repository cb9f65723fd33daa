import { html, type TemplateResult } from 'lit'

/** A text with what stands between `*` and `*` in bold. */
export const boldView = (text: string): readonly (string | TemplateResult)[] =>
  text.split('*').map((part, index) => (index % 2 ? html`<strong>${part}</strong>` : part))
