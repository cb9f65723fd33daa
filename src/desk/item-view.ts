import { html, nothing, type TemplateResult } from 'lit'
import { savedName } from '../open/saved-name.ts'
import { fill } from '../words/fill.ts'
import { type Comparison, compare } from './claims.ts'
import { linesView, verdictView, warningsView } from './facts-view.ts'
import type { Item, ItemState } from './item.ts'
import type { OpenedDocument } from './opening.ts'
import type { Drawn } from './pictures.ts'
import { visible, WHOLE_NAME } from './text.ts'
import type { DeskWords } from './words.ts'

type OpenedState = Extract<ItemState, { phase: 'opened' }>

/** What a person does with a document. */
export interface Acts {
  save(id: number): void
  /** Shows its picture in large. */
  show(id: number): void
  /** Prints what is known of it. */
  print(id: number): void
}

/** How a row is drawn, whatever its document is. */
export interface Drawing {
  /** There is something that it can be opened with. */
  readonly isReady: boolean
  readonly picture: Drawn
  /** Somebody has opened its details. Of hundreds of rows they would be more than all else, and nobody sees them. */
  readonly isUnfolded: boolean
  unfold(): void
}

/** One sealed file, and the document that came out of it. */
export const itemView = (
  item: Item,
  drawing: Drawing,
  acts: Acts,
  words: DeskWords,
): TemplateResult => {
  const { state } = item
  if (state.phase === 'opened') return openedView(item, state, drawing, acts, words)
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
            : html`<p class="small">${waitingText(state, drawing.isReady, words)}</p>`
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
  { picture: drawn, isUnfolded, unfold }: Drawing,
  acts: Acts,
  words: DeskWords,
): TemplateResult => {
  const { record, finding, name, size, picture } = document
  const strings = words.strings.item
  const lines = record ? compare(words, record, name, finding) : []
  const format = finding.format || strings.unknownKind
  return html`
    <li class="file" data-id=${item.id} data-picture=${picture ?? nothing}>
      <span class="thumb" aria-hidden="true">${drawn.small ?? (finding.format || '?')}</span>
      <div class="facts">
        <h4><bdi>${name}</bdi></h4>
        <p class="small muted"><bdi>${format}</bdi> · <bdi>${words.size(size)}</bdi></p>
        ${verdictView(document, words)}
        ${warningsView(document, lines, words)} ${notShownView(document, drawn, words)}
        <div class="row">
          <button type="button" aria-disabled=${isSaving} @click=${() => acts.save(item.id)}>
            ${strings.download}<span class="unseen"> ${savedName(name)}</span>
          </button>
          ${picture === 'drawn' && !drawn.isUndrawable ? lookView(item.id, name, acts, words) : nothing}
          ${printView(item.id, name, acts, words)}
        </div>
      </div>
      <details @toggle=${unfold}>
        <summary>
          ${record ? strings.claims : strings.details}
          <span class="unseen"> ${name}</span>
        </summary>
        ${isUnfolded ? detailsView(item, document, lines, words) : nothing}
      </details>
    </li>
  `
}

const detailsView = (
  { sealed }: Item,
  document: OpenedDocument,
  lines: readonly Comparison[],
  words: DeskWords,
): TemplateResult => {
  const strings = words.strings.item
  return html`
    <dl>
      <dt>SHA-256</dt>
      <dd><code dir="ltr">${document.sha256}</code></dd>
      <dt>${strings.size}</dt>
      <dd>${words.bytes(document.size)}</dd>
      <dt>${strings.from}</dt>
      <dd><bdi>${visible(sealed.name, WHOLE_NAME)}</bdi></dd>
    </dl>
    ${document.record ? linesView(lines, document, words) : nothing}
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

const printView = (
  id: number,
  name: string,
  acts: Acts,
  { strings: { item } }: DeskWords,
): TemplateResult => {
  /** The second click of two opens no second dialog behind the first. */
  const print = ({ detail }: MouseEvent): void => {
    if (detail < 2) acts.print(id)
  }
  return html`
    <button type="button" class="print" @click=${print}>
      ${item.print}<span class="unseen"> ${name}</span>
    </button>
  `
}
