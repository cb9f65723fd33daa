import { html, nothing, type TemplateResult } from 'lit'
import { compare, wholeness } from './claims.ts'
import type { Desk } from './desk.ts'
import { linesView, verdictView, warningsView } from './facts-view.ts'
import type { OpenedDocument } from './opening.ts'
import { printSheets } from './paper.ts'
import { visible, WHOLE_NAME } from './text.ts'
import type { DeskWords } from './words.ts'

/** The identity that opened it, by the fingerprint of its recipient: nothing of the identity itself. */
const identityView = (fingerprint: string, { strings }: DeskWords): TemplateResult => {
  const [before, after] = strings.open.identity.of.split('{recipient}')
  return html`${before}<code dir="ltr">${fingerprint}</code>${after}`
}

/** A sheet that says of one document what this page knows: the facts of its row, and who opened it, and when. */
const proofView = (
  document: OpenedDocument,
  sealedName: string,
  words: DeskWords,
): TemplateResult => {
  const { record, intact, sha256, finding, name, size, openedAt, openedBy } = document
  const { item, proof, open, table } = words.strings
  const lines = record ? compare(words, record, name, finding) : []
  return html`
    <section class="proof">
      <h2>${proof.heading}</h2>
      <h3><bdi>${name}</bdi></h3>
      ${verdictView(document, words)} ${warningsView(document, lines, words)}
      <dl>
        <dt>${table.row.kind}</dt>
        <dd><bdi>${finding.format || item.unknownKind}</bdi></dd>
        <dt>${item.size}</dt>
        <dd>${words.bytes(size)}</dd>
        <dt>SHA-256</dt>
        <dd><code dir="ltr">${sha256}</code>${intact ? html`<br>${proof.same}` : nothing}</dd>
        ${record ? nothing : html`<dt>${table.row.checked}</dt><dd>${wholeness(words, finding)}</dd>`}
        <dt>${item.from}</dt>
        <dd><bdi>${visible(sealedName, WHOLE_NAME)}</bdi></dd>
        <dt>${proof.opened}</dt>
        <dd>${words.time(openedAt)}</dd>
        <dt>${proof.by}</dt>
        <dd>${openedBy === undefined ? open.identity.passphrase : identityView(openedBy, words)}</dd>
      </dl>
      ${record ? linesView(lines, document, words) : nothing}
      <p class="small muted"><bdi>SealDrop</bdi> · <bdi>${words.time(new Date().toISOString())}</bdi></p>
    </section>
  `
}

/** Prints what is known of a document, if it is still there. */
export const printProof = ({ state }: Desk, id: number, words: DeskWords): void => {
  const item = state.items.find(one => one.id === id)
  if (item?.state.phase !== 'opened') return
  printSheets([proofView(item.state.document, item.sealed.name, words)])
}
