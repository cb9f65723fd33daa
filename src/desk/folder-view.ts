import { html, nothing, type TemplateResult } from 'lit'
import { canPick, type Folders } from './folders.ts'
import { visible, WHOLE_NAME } from './text.ts'
import type { DeskWords } from './words.ts'

/** Beside the button for files. Nothing where no folder can be chosen. */
export const chooseFolderView = (
  folders: Folders,
  { strings }: DeskWords,
): TemplateResult | typeof nothing =>
  canPick()
    ? html`<button type="button" @click=${() => folders.open()}>${strings.open.folder.choose}</button>`
    : nothing

/** Beside the button for ZIPs. */
export const saveFolderView = (
  folders: Folders,
  { strings }: DeskWords,
): TemplateResult | typeof nothing => {
  return canPick()
    ? html`<button type="button" aria-disabled=${folders.isSaving} @click=${() => folders.save()}>
        ${strings.open.folder.save}
      </button>`
    : nothing
}

const textOf = ({ state }: Folders, { strings, plural, number }: DeskWords): string => {
  const { saved, refused, stopped, empty, partly, unread } = strings.open.folder
  if (state.phase === 'empty') return empty
  if (state.phase === 'partly') return partly
  if (state.phase === 'unread') return unread
  if (!('total' in state)) return ''
  const count = plural(saved, state.done, { total: number(state.total) })
  if (state.phase === 'saving') return count
  return [
    ...(state.phase === 'stopped' ? [stopped] : []),
    count,
    ...(state.refused.length > 0 ? [refused] : []),
  ].join(strings.between)
}

/** So many names are listed of those that were refused. */
const MOST_NAMES = 10

/** What a browser refuses, a person can still save by itself: it is named below the words, and not only counted. */
const refusedView = (
  refused: readonly string[],
  { strings, plural, number }: DeskWords,
): TemplateResult | typeof nothing => {
  if (refused.length === 0) return nothing
  const { list } = strings.open
  const named = refused.slice(0, MOST_NAMES)
  return html`
    <div class="small bad">
      <ul class="names">
        ${named.map(name => html`<li><bdi>${visible(name, WHOLE_NAME)}</bdi></li>`)}
      </ul>
      ${
        named.length < refused.length
          ? html`<p>${plural(list.shown, named.length, { total: number(refused.length) })}</p>`
          : nothing
      }
    </div>
  `
}

/** What became of a folder. While it is filled, the count is seen and not said each time. */
export const folderNewsView = (folders: Folders, words: DeskWords): TemplateResult => {
  const { state } = folders
  const { phase } = state
  const isBad =
    ['stopped', 'partly', 'unread'].includes(phase) ||
    (phase === 'saved' && state.done < state.total)
  const isSaving = phase === 'saving'
  const text = textOf(folders, words)
  return html`
    ${isSaving ? html`<p class="small muted">${text}</p>` : nothing}
    <p role="status" class=${isBad ? 'small bad' : 'small muted'}>${isSaving ? '' : text}</p>
    ${'refused' in state && !isSaving ? refusedView(state.refused, words) : nothing}
  `
}
