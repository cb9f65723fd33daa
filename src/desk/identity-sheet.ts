import { correction, generate } from 'lean-qr'
import { html, svg, type TemplateResult } from 'lit'
import type { Identity } from './identity.ts'
import { printSheets } from './paper.ts'
import type { DeskWords } from './words.ts'

/** Light around the code, in modules, without which a camera may not find it (ISO/IEC 18004, 9.1). */
const QUIET = 4
/** Letters that are set together, to be typed without losing the place. */
const GROUP = 4

/** A QR code as a drawing: a row's dark modules as lines of a path. */
const codeView = (text: string, label: string): TemplateResult => {
  const code = generate(text, { minCorrectionLevel: correction.M })
  const lines: string[] = []
  for (let y = 0; y < code.size; y++)
    for (let x = 0; x < code.size; x++) if (code.get(x, y)) lines.push(`M${x} ${y}h1v1h-1z`)
  const side = code.size + 2 * QUIET
  const box = `${-QUIET} ${-QUIET} ${side} ${side}`
  const path = svg`<path d=${lines.join('')} shape-rendering="crispEdges"></path>`
  return html`<svg role="img" aria-label=${label} viewBox=${box}>${path}</svg>`
}

/** In groups that a space of paper parts, and no letter: what is copied or read from a PDF is whole. */
const groupsOf = (text: string): readonly TemplateResult[] =>
  (text.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).map(group => html`<span>${group}</span>`)

const sheetView = (
  { secret, recipient, fingerprint }: Identity,
  { strings, time }: DeskWords,
): TemplateResult => {
  const { heading, what } = strings.passkey.paper
  return html`
    <section>
      <h2>${heading} <code dir="ltr">${fingerprint}</code></h2>
      <p>${what}</p>
      ${codeView(secret, heading)}
      <p class="typed" dir="ltr">${groupsOf(secret)}</p>
      <p class="public" dir="ltr"><code>${recipient}</code></p>
      <p><bdi>SealDrop</bdi> · <bdi>${time(new Date().toISOString())}</bdi></p>
    </section>
  `
}

/** Prints a sheet with each identity, as a code and as text. Whether the dialog was opened for it. */
export const printIdentities = (identities: readonly Identity[], words: DeskWords): boolean =>
  printSheets(identities.map(identity => sheetView(identity, words)))
