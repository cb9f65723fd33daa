import { html, nothing, render, type TemplateResult } from 'lit'
import type { FileState, Receipt } from '../src/core/contracts.ts'
import type { SealDropElement } from '../src/element/index.ts'

/** One event as it is listed. `key`: a later one of the same key takes its place. */
interface Line {
  readonly key: string
  readonly at: Date
  readonly name: string
  readonly text: string
  readonly receipt?: Receipt
}

const MAX_LINES = 40

const times = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' })
const percents = new Intl.NumberFormat('en', { style: 'percent' })

const stateText = (id: string, state: FileState): string => {
  const share =
    'done' in state && state.total > 0 ? `, ${percents.format(state.done / state.total)}` : ''
  const code = 'error' in state ? `, ${state.error.code}` : ''
  return `${id.slice(0, 8)} ${state.phase}${share}${code}`
}

/** Lists what a page hears of the element, the latest first. */
export const showEvents = (place: HTMLElement, papers: SealDropElement): void => {
  let lines: readonly Line[] = []
  let count = 0
  const draw = (): void => {
    render(view(lines), place)
  }
  const say = (name: string, text: string, more: Partial<Line> = {}): void => {
    const line = { key: `${count++}`, at: new Date(), name, text, ...more }
    const [last] = lines
    // Progress is one line that changes, and not a hundred.
    const before = last?.key === line.key ? lines.slice(1) : lines
    lines = [line, ...before].slice(0, MAX_LINES)
    draw()
  }
  papers.addEventListener('sealdrop-add', ({ type, file }) => say(type, file.name))
  papers.addEventListener('sealdrop-reject', ({ type, id, error }) =>
    say(type, `${id.slice(0, 8)} ${error.code}`),
  )
  papers.addEventListener('sealdrop-state', ({ type, id, state }) =>
    say(type, stateText(id, state), { key: `${id} ${state.phase}` }),
  )
  papers.addEventListener('sealdrop-receipt', ({ type, receipt }) =>
    say(type, receipt.reference, { receipt }),
  )
  papers.addEventListener('sealdrop-fail', ({ type, id, error }) =>
    say(type, `${id?.slice(0, 8) ?? 'the element'} ${error.code}`),
  )
  papers.addEventListener('sealdrop-settled', ({ type, receipts, failed }) =>
    say(type, `${receipts.length} delivered, ${failed.length} failed`),
  )
  papers.addEventListener('change', ({ type }) => say(type, 'the value of the field changed'))
  draw()
}

const view = (lines: readonly Line[]): TemplateResult => html`
  ${
    lines.length === 0
      ? html`<p class="muted">Nothing yet.</p>`
      : html`<div class="events" role="group" aria-label="Events" tabindex="0">
          <ol>${lines.map(lineView)}</ol>
        </div>`
  }
`

const lineView = ({ at, name, text, receipt }: Line): TemplateResult => html`
  <li>
    <time class="muted">${times.format(at)}</time>
    <code>${name}</code>
    <span>${text}</span>
    ${
      receipt
        ? html`<details>
            <summary>Receipt</summary>
            <pre tabindex="0" role="group" aria-label="Receipt"><code>${JSON.stringify(receipt, undefined, 2)}</code></pre>
          </details>`
        : nothing
    }
  </li>
`
