import { html, nothing, type TemplateResult } from 'lit'
import type { Desk } from './desk.ts'
import { focusOn } from './focus.ts'
import { folderNewsView, saveFolderView } from './folder-view.ts'
import type { Folders } from './folders.ts'
import type { Item } from './item.ts'
import { clearPaper } from './paper.ts'
import { saveAs } from './save-as.ts'
import type { DeskWords } from './words.ts'

const count = (items: readonly Item[], phase: Item['state']['phase']): number =>
  items.filter(({ state }) => state.phase === phase).length

const summaryText = (
  { strings, number, plural }: DeskWords,
  items: readonly Item[],
  isReady: boolean,
): string => {
  if (items.length === 0) return ''
  const { summary } = strings.open
  const [opened, failed] = [count(items, 'opened'), count(items, 'failed')]
  const unfinished = items.length - opened - failed
  if (unfinished > 0 && !isReady) return plural(summary.waiting, unfinished)
  if (unfinished > 0) return plural(summary.opening, items.length)
  const rest = failed > 0 ? [plural(summary.failed, failed)] : []
  const first = plural(summary.opened, opened, { total: number(items.length) })
  return [first, ...rest].join(strings.between)
}

/** What became of all files, and what is done with all of them. */
export const summaryView = (
  desk: Desk,
  folders: Folders,
  isReady: boolean,
  words: DeskWords,
): TemplateResult => {
  const { items, isArchiving, parts, part } = desk.state
  const { archive, archiving, clear: clearing, list } = words.strings.open
  const { number } = words
  const which = parts > 1 ? ` (\u2068${number(part + 1)}/${number(parts)}\u2069)` : ''
  const saveAll = async (): Promise<void> => {
    const saving = await desk.archive()
    if (saving) saveAs(saving)
  }
  const clear = (): void => {
    desk.clear()
    clearPaper()
    focusOn('#sealed button')
  }
  return html`
    <p role="status" class="summary">${summaryText(words, items, isReady)}</p>
    ${
      items.length === 0
        ? nothing
        : html`
          <div class="row">
            ${
              count(items, 'opened') === 0
                ? nothing
                : html`<button type="button" aria-disabled=${isArchiving} @click=${saveAll}>
                    ${isArchiving ? archiving : archive}${which}
                  </button>
                  ${saveFolderView(folders, words)}`
            }
            <button type="button" @click=${() => saveAs(desk.list())}>${list.csv}</button>
            <button type="button" @click=${clear}>${clearing}</button>
          </div>
        `
    }
    ${folderNewsView(folders, words)}
  `
}
