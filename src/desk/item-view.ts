import { html, nothing, type TemplateResult } from 'lit'
import { savedName } from '../open/saved-name.ts'
import { fill } from '../words/fill.ts'
import { type Comparison, compare } from './claims.ts'
import type { Item, ItemState } from './item.ts'
import type { OpenedDocument } from './opening.ts'
import type { Drawn } from './pictures.ts'
import { visible, WHOLE_NAME } from './text.ts'
import { cautionFor, type DeskWords } from './words.ts'

type OpenedState = Extract<ItemState, { phase: 'opened' }>

/** What a person does with a document. */
export interface Acts {
  save(id: number): void
  /** Shows its picture in large. */
  show(id: number): void
}

/** One sealed file, and the document that came out of it. */
export const itemView = (
  item: Item,
  isReady: boolean,
  drawn: Drawn,
  acts: Acts,
  words: DeskWords,
): TemplateResult => {
  const { state } = item
  if (state.phase === 'opened') return openedView(item, state, drawn, acts, words)
  const { strings } = words
  const name = visible(item.sealed.name, WHOLE_NAME)
  return html`
    <li class="file" data-id=${item.id} tabindex=${state.phase === 'failed' ? -1 : nothing}>
      <span class="thumb" aria-hidden="true">AGE</span>
      <div class="facts">
        <h4><bdi>${name}</bdi></h4>
        <p class="small muted">${fill(strings.item.sealed, { size: words.size(item.sealed.size) })}</p>
        ${
          state.phase === 'failed'
            ? html`<p class="small bad">${strings.trouble[state.why]}</p>`
            : html`<p class="small">${waitingText(state, isReady, words)}</p>`
        }
        ${
          state.phase === 'opening'
            ? html`<progress
                max="100"
                .value=${state.percent}
                aria-label=${fill(strings.item.openingName, { name })}
              ></progress>`
            : nothing
        }
      </div>
    </li>
  `
}

const waitingText = (state: ItemState, isReady: boolean, words: DeskWords): string => {
  const { opening, turn, waiting } = words.strings.item
  if (state.phase === 'opening') return fill(opening, { percent: words.percent(state.percent) })
  return isReady ? turn : waiting
}

const openedView = (
  item: Item,
  { document, isSaving }: OpenedState,
  drawn: Drawn,
  acts: Acts,
  words: DeskWords,
): TemplateResult => {
  const { record, intact, sha256, finding, name, size, picture } = document
  const strings = words.strings.item
  const lines = record ? compare(words, record, name, finding) : []
  const format = finding.format || strings.unknownKind
  return html`
    <li class="file" data-id=${item.id} data-picture=${picture ?? nothing}>
      <span class="thumb" aria-hidden="true">${drawn.small ?? (finding.format || '?')}</span>
      <div class="facts">
        <h4><bdi>${name}</bdi></h4>
        <p class="small muted"><bdi>${format}</bdi> · <bdi>${words.size(size)}</bdi></p>
        ${
          intact
            ? html`<p class="small">
                <span class="good">${strings.intact}</span>
                <span class="muted">${strings.intactOnly}</span>
              </p>`
            : html`<p class="small">
                <span class="good">${strings.whole}</span>
                <span class="muted">${strings.noRecord}</span>
              </p>`
        }
        ${warningsView(document, lines, words)} ${notShownView(document, drawn, words)}
        <div class="row">
          <button type="button" aria-disabled=${isSaving} @click=${() => acts.save(item.id)}>
            ${strings.download}<span class="unseen"> ${savedName(name)}</span>
          </button>
          ${picture === 'drawn' && !drawn.isUndrawable ? lookView(item.id, name, acts, words) : nothing}
        </div>
      </div>
      <details>
        <summary>
          ${record ? strings.claims : strings.details}
          <span class="unseen"> ${name}</span>
        </summary>
        <dl>
          <dt>SHA-256</dt>
          <dd><code dir="ltr">${sha256}</code></dd>
          <dt>${strings.size}</dt>
          <dd>${words.bytes(size)}</dd>
          <dt>${strings.from}</dt>
          <dd><bdi>${visible(item.sealed.name, WHOLE_NAME)}</bdi></dd>
        </dl>
        ${record ? linesView(lines, document, words) : nothing}
      </details>
    </li>
  `
}

/** Why a picture is not drawn. */
const notShownView = (
  { picture }: OpenedDocument,
  { isUndrawable }: Drawn,
  { strings }: DeskWords,
): TemplateResult | typeof nothing => {
  if (picture === 'too-large') return html`<p class="small">${strings.item.tooLarge}</p>`
  return isUndrawable ? html`<p class="small">${strings.remark['not-shown']}</p>` : nothing
}

const lookView = (
  id: number,
  name: string,
  acts: Acts,
  { strings: { item } }: DeskWords,
): TemplateResult => html`
  <button type="button" class="look" @click=${() => acts.show(id)}>
    ${item.show}<span class="unseen"> ${name}</span>
  </button>
`

/** Warnings, which are always visible. What this page finds is above them, or in the list itself. */
const warningsView = (
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
const linesView = (
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
