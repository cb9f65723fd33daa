import { html, nothing, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { repeat } from 'lit/directives/repeat.js'
import type { SessionFile } from '../../core/contracts.ts'
import type { Session } from '../../session/session.ts'
import { withName } from '../words.ts'
import type { Counts } from './counts.ts'
import { type FileModel, fileView } from './file.ts'
import { type FileWords, mayHaveArrived } from './file-words.ts'

export interface ListModel extends Omit<FileModel, 'isRemoved'> {
  /** What the control is called; '' where nobody named it. */
  readonly name: string
  readonly files: readonly SessionFile[]
  /** Those that were taken off, and may be put back. */
  readonly withdrawn: Session['withdrawn']
  readonly counts: Counts
  /** Everything was paused: what is ready does not leave. */
  readonly isHeld: boolean
  /** How many of so many rows are drawn now; the others follow. */
  rowsOf(count: number): number
  pauseAll(): void
  resumeAll(): void
}

/** How many of those that failed may have arrived all the same. */
const unconfirmedIn = (files: readonly SessionFile[]): number =>
  files.filter(({ state }) => state.phase === 'failed' && mayHaveArrived(state.error)).length

/** What failed, in words; '' when nothing did. */
export const failureOf = (
  words: FileWords,
  { failed }: Counts,
  files: readonly SessionFile[],
): string => {
  const { undelivered, unconfirmed } = words.fileStrings
  const first = failed > 0 && files.find(({ state }) => state.phase === 'failed')
  if (!first) return ''
  const forms = unconfirmedIn(files) === failed ? unconfirmed : undelivered
  return words.plural(forms, failed, { name: words.nameOf(first) })
}

/** "1 of 4 delivered", in words. */
export const summaryOf = (
  words: FileWords,
  { active, done, failed }: Counts,
  files: readonly SessionFile[],
): string => {
  const { summary } = words.fileStrings
  const unconfirmed = failed > 0 ? unconfirmedIn(files) : 0
  return [
    words.plural(summary.delivered, done, { total: words.number(active) }),
    failed > unconfirmed && words.plural(summary.failed, failed - unconfirmed),
    unconfirmed > 0 && words.plural(summary.unconfirmed, unconfirmed),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Says where the whole batch stands, once there is more than one file, or one that only "Resume all" lets go. */
const summaryView = (model: ListModel): TemplateResult | typeof nothing => {
  const { words, counts, isFixed, isHeld } = model
  const { pauseAll, resumeAll } = words.fileStrings.action
  const isWaiting = isHeld && counts.resumable > 0
  if (counts.active < 2 && !isWaiting) return nothing
  const button = (text: string, act: () => void): TemplateResult =>
    html`<button type="button" class="all" ?disabled=${isFixed} @click=${act}>${text}</button>`
  const action = (): TemplateResult | typeof nothing => {
    if (isWaiting) return button(resumeAll, model.resumeAll)
    if (counts.pausable > 0) return button(pauseAll, model.pauseAll)
    return counts.paused > 0 ? button(resumeAll, model.resumeAll) : nothing
  }
  // It has the focus where its button had it, and there is nothing to pause any more.
  return html`<div part="summary" class="summary" role="group" aria-labelledby="total" tabindex="-1">
    <span id="total">${summaryOf(words, counts, model.files)}</span>
    ${action()}
  </div>`
}

/** The listed files, with those that may be put back in their places. */
export const rowsOf = ({
  files,
  withdrawn,
}: Pick<ListModel, 'files' | 'withdrawn'>): readonly SessionFile[] => {
  const rows = [...files]
  for (const { file, place } of [...withdrawn].reverse()) rows.splice(place, 0, file)
  return rows
}

/** So many rows are laid out together: whole lines of one to four columns, and of six. */
const ROWS_A_GROUP = 24

/** All files, and the line under them. A change in one group has the browser look at no row of another. */
export const listView = (list: ListModel): TemplateResult => {
  const removed = new Set(list.withdrawn.map(({ file }) => file.id))
  const model = { ...list, isRemoved: (id: string) => removed.has(id) }
  const { words, upload, isSealed, isFixed, now } = model
  const rows = rowsOf(model)
  // A row is drawn again when its own file changed: a thousand files cost no more each than ten.
  const rowView = (file: SessionFile): unknown =>
    guard(
      [
        file,
        words,
        upload,
        isSealed,
        isFixed,
        removed.has(file.id),
        model.isLate(file.id),
        model.pictures.of(file),
        file.state.phase === 'retrying' && now,
        model.secondsLeft(file.id),
        model.isOffline,
      ],
      () => fileView(file, model),
    )
  const groupView = (group: readonly SessionFile[]): TemplateResult =>
    html`<div class="group" role="none">${repeat(group, ({ id }) => id, rowView)}</div>`
  const shown = rows.slice(0, model.rowsOf(rows.length))
  return html`<ul
      part="list"
      class="list"
      role="list"
      aria-label=${withName(words, words.fileStrings.list, model.name)}
    >
      ${shown.flatMap((_, n) =>
        n % ROWS_A_GROUP === 0 ? groupView(shown.slice(n, n + ROWS_A_GROUP)) : [],
      )}
    </ul>
    ${summaryView(model)}`
}
