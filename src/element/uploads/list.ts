import { html, nothing, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { repeat } from 'lit/directives/repeat.js'
import type { SessionFile } from '../../core/contracts.ts'
import type { Counts } from './counts.ts'
import { type FileModel, fileView } from './file.ts'
import { type FileWords, mayHaveArrived } from './file-words.ts'

export interface ListModel extends FileModel {
  readonly files: readonly SessionFile[]
  readonly counts: Counts
  /** Everything was paused: what is ready does not leave. */
  readonly isHeld: boolean
  pauseAll(): void
  resumeAll(): void
}

/** How many of those that failed may have arrived all the same. */
export const unconfirmedIn = (files: readonly SessionFile[]): number =>
  files.filter(({ state }) => state.phase === 'failed' && mayHaveArrived(state.error)).length

/** "1 of 4 delivered", in words. */
export const summaryOf = (
  words: FileWords,
  { active, done, failed }: Counts,
  files: readonly SessionFile[],
): string => {
  const { summary } = words.fileStrings
  const unconfirmed = failed > 0 ? unconfirmedIn(files) : 0
  return [
    words.plural(summary.delivered, done, { total: active }),
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
  return html`<div part="summary" class="summary">
    <span>${summaryOf(words, counts, model.files)}</span>
    ${action()}
  </div>`
}

/** Of a list this long, rows out of sight are not laid out. */
const LONG = 50

/** All files, and the line under them. */
export const listView = (model: ListModel): TemplateResult => {
  const { words, upload, isSealed, isFixed, now, files } = model
  return html`<ul
      part="list"
      class="list ${files.length >= LONG ? 'long' : ''}"
      role="list"
      aria-label=${words.fileStrings.list}
    >
      ${repeat(
        files,
        ({ id }) => id,
        // A row is drawn again when its own file changed: a thousand files cost no more each than ten.
        file =>
          guard(
            [
              file,
              words,
              upload,
              isSealed,
              isFixed,
              model.isLate(file.id),
              file.state.phase === 'retrying' && now,
            ],
            () => fileView(file, model),
          ),
      )}
    </ul>
    ${summaryView(model)}`
}

/** Keeps the focus near when the focused button goes away, with its row or with its file's state. */
export class FocusKeeper {
  #at:
    | { readonly id: string | undefined; readonly index: number; readonly isAnswer: boolean }
    | undefined

  /** Before drawing. */
  remember(root: ShadowRoot | null): void {
    const focused = root?.activeElement
    const row = focused?.closest<HTMLElement>('.file')
    this.#at = row
      ? {
          id: row.dataset.id,
          index: [...(row.parentElement?.children ?? [])].indexOf(row),
          isAnswer: focused?.closest('.answers') !== null,
        }
      : undefined
  }

  /**
   * After drawing: the same row's last action, else that of the row that took its place, else the button. Who answered an offer
   * gets the first: the last one would end what they just let go.
   */
  restore(root: ShadowRoot | null): void {
    if (!root || !this.#at || root.activeElement) return
    const { id, index, isAnswer } = this.#at
    const rows = [...root.querySelectorAll<HTMLElement>('.file')]
    const same = rows.find(({ dataset }) => dataset.id === id)
    const row = same ?? rows[index] ?? rows.at(-1)
    const actions = [...(row?.querySelectorAll<HTMLElement>('.action, .answer') ?? [])]
    const target =
      actions.at(same && isAnswer ? 0 : -1) ?? root.querySelector<HTMLElement>('#choose')
    target?.focus()
  }
}
