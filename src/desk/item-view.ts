import { html, nothing, type TemplateResult } from 'lit'
import type { Comparison } from './claims.ts'
import type { Item, ItemState } from './desk.ts'
import { savedName } from './names.ts'
import { exactBytes, shortBytes, visible } from './text.ts'
import { cautionFor, remarkWords, troubleWords } from './words.ts'

type OpenedState = Extract<ItemState, { phase: 'opened' }>

/** One sealed file, and the document that came out of it. */
export const itemView = (item: Item, isReady: boolean): TemplateResult => {
  const { state } = item
  if (state.phase === 'opened') return openedView(item, state)
  return html`
    <li class="file">
      <span class="thumb" aria-hidden="true">AGE</span>
      <div class="facts">
        <h4><bdi>${visible(item.sealed.name)}</bdi></h4>
        <p class="small muted">${shortBytes(item.sealed.size)}, sealed</p>
        ${
          state.phase === 'failed'
            ? html`<p class="small bad">${troubleWords[state.why]}</p>`
            : html`<p class="small">${waitingWords(state, isReady)}</p>`
        }
        ${
          state.phase === 'opening'
            ? html`<progress
                max="100"
                .value=${state.percent}
                aria-label="Opening ${visible(item.sealed.name)}"
              ></progress>`
            : nothing
        }
      </div>
    </li>
  `
}

const waitingWords = (state: ItemState, isReady: boolean): string => {
  if (state.phase === 'opening') return `Opening · ${state.percent}%`
  return isReady ? 'Waits its turn' : 'Waits for an identity'
}

const openedView = (item: Item, opened: OpenedState): TemplateResult => {
  const { file, record, intact, sha256, finding, lines } = opened.document
  const name = savedName(file.name)
  const format = finding.format || 'Unknown kind'
  return html`
    <li class="file">
      ${
        opened.picture
          ? html`<img class="thumb" src=${opened.picture} alt="">`
          : html`<span class="thumb" aria-hidden="true">${finding.format || '?'}</span>`
      }
      <div class="facts">
        <h4><bdi>${file.name}</bdi></h4>
        <p class="small muted">${format} · ${shortBytes(file.size)}</p>
        ${
          intact
            ? html`<p class="small">
                <span class="good">Unchanged since it was sealed.</span>
                <span class="muted">That does not say who sealed it: anyone who has your recipient
                  could.</span>
              </p>`
            : html`<p class="small">
                <span class="good">Opened whole.</span>
                <span class="muted">It carries no record, so nothing says what it was called, or what
                  it was, when it was sealed.</span>
              </p>`
        }
        ${warningsView(opened)}
        <a class="button" href=${opened.save} download=${name}
          >Download<span class="unseen"> ${name}</span></a
        >
      </div>
      ${
        opened.picture
          ? html`<details>
              <summary>Show the picture<span class="unseen"> ${file.name}</span></summary>
              <img class="picture" src=${opened.picture} alt="The picture ${file.name}">
            </details>`
          : nothing
      }
      <details>
        <summary>
          ${record ? 'What the sender’s browser says, and what this desk finds' : 'Details'}
          <span class="unseen"> about ${file.name}</span>
        </summary>
        <dl>
          <dt>SHA-256</dt>
          <dd><code>${sha256}</code></dd>
          <dt>Size</dt>
          <dd>${exactBytes(file.size)}</dd>
          <dt>Opened from</dt>
          <dd><bdi>${visible(item.sealed.name)}</bdi></dd>
        </dl>
        ${record ? linesView(lines, file.name) : nothing}
      </details>
    </li>
  `
}

/** Warnings, which are always visible. What this page finds is above them, or in the list itself. */
const warningsView = ({ document }: OpenedState): TemplateResult | typeof nothing => {
  const { finding, lines } = document
  const caution = cautionFor(finding.format)
  const damage = finding.damage && `The document itself looks damaged: ${finding.damage}.`
  const warnings = [caution, damage, ...finding.remarks.map(remarkWords)].filter(Boolean)
  const differing = lines.filter(({ differs }) => differs)
  if (warnings.length + differing.length === 0) return nothing
  return html`
    <ul class="warnings">
      ${warnings.map(words => html`<li>${words}</li>`)}
      ${differing.map(
        ({ what, claim }) => html`
          <li>The sender’s browser says otherwise. ${what}: <q><bdi>${claim}</bdi></q></li>
        `,
      )}
    </ul>
  `
}

/** The roles are explicit, because on a narrow screen CSS stacks the rows, and a screen reader then no longer sees a table. */
const linesView = (lines: readonly Comparison[], name: string): TemplateResult => html`
  <table role="table" aria-label="Claims and findings for ${name}">
    <thead role="rowgroup">
      <tr role="row">
        <td role="cell"></td>
        <th role="columnheader" scope="col">The sender’s browser says</th>
        <th role="columnheader" scope="col">This desk finds</th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${lines.map(
        ({ what, claim, finding, differs }) => html`
          <tr role="row" class=${differs ? 'differs' : ''}>
            <th role="rowheader" scope="row">
              ${what}${differs ? html` <span class="badge">differs</span>` : nothing}
            </th>
            <td role="cell"><bdi>${claim}</bdi></td>
            <td role="cell"><bdi>${finding}</bdi></td>
          </tr>
        `,
      )}
    </tbody>
  </table>
`
