import { html, nothing, type TemplateResult } from 'lit'
import { fill } from '../words/fill.ts'
import type { Comparison } from './claims.ts'
import type { OpenedDocument } from './opening.ts'
import { cautionFor, type DeskWords } from './words.ts'

/** Whether it is what was sealed. */
export const verdictView = (
  { intact }: OpenedDocument,
  { strings: { item } }: DeskWords,
): TemplateResult => html`
  <p class="small">
    <span class="good">${intact ? item.intact : item.whole}</span>
    <span class="muted">${intact ? item.intactOnly : item.noRecord}</span>
  </p>
`

/** Warnings, which are always visible. What this page finds is above them, or in the list itself. */
export const warningsView = (
  { finding }: OpenedDocument,
  lines: readonly Comparison[],
  words: DeskWords,
): TemplateResult | typeof nothing => {
  const { damaged, otherwise } = words.strings.item
  const caution = cautionFor(words, finding.format)
  const damage = finding.damage && fill(damaged, { why: finding.damage })
  const warnings = [caution, damage, ...finding.remarks.map(words.remark)].filter(Boolean)
  const differing = lines.filter(({ differs }) => differs)
  if (warnings.length + differing.length === 0) return nothing
  return html`
    <ul class="warnings">
      ${warnings.map(warning => html`<li>${withEnglish(warning ?? '', finding.damage)}</li>`)}
      ${differing.map(
        ({ what, claim }) => html`
          <li>${fill(otherwise, { what })} <q><bdi>${claim}</bdi></q></li>
        `,
      )}
    </ul>
  `
}

/** What is broken is said in a developer's words, which are English in any language. */
const withEnglish = (text: string, damage: string | undefined): string | TemplateResult => {
  if (!damage || !text.includes(damage)) return text
  const [before, after] = text.split(damage)
  return html`${before}<span lang="en">${damage}</span>${after}`
}

/** The roles are explicit, because on a narrow screen CSS stacks the rows, and a screen reader then no longer sees a table. */
export const linesView = (
  lines: readonly Comparison[],
  { name, finding: { damage } }: OpenedDocument,
  { strings: { table } }: DeskWords,
): TemplateResult => html`
  <table role="table" aria-label=${fill(table.name, { name })}>
    <thead role="rowgroup">
      <tr role="row">
        <td role="cell"></td>
        <th role="columnheader" scope="col">${table.says}</th>
        <th role="columnheader" scope="col">${table.finds}</th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${lines.map(
        ({ what, claim, finding, differs }) => html`
          <tr role="row" class=${differs ? 'differs' : ''}>
            <th role="rowheader" scope="row">
              ${what}${differs ? html` <span class="badge">${table.differs}</span>` : nothing}
            </th>
            <td role="cell" data-before=${table.saysShort}><bdi>${claim}</bdi></td>
            <td role="cell" data-before=${table.findsShort}><bdi>${withEnglish(finding, damage)}</bdi></td>
          </tr>
        `,
      )}
    </tbody>
  </table>
`
