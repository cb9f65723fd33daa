import { html, nothing, type TemplateResult } from 'lit'
import type { FileWords } from './file-words.ts'
import type { Tally } from './tally.ts'

export interface SummaryModel {
  readonly words: FileWords
  readonly tally: Tally
  readonly isFixed: boolean
  readonly upload: 'auto' | 'submit' | 'manual'
  pauseAll(): void
  resumeAll(): void
}

/** "1 of 4 delivered", in words. */
export const summaryOf = (words: FileWords, tally: Tally): string => {
  const { summary } = words.fileStrings
  const delivered = words.plural(summary.delivered, tally.of('done'), { total: tally.counted })
  const failed = tally.of('failed')
  return failed > 0 ? `${delivered} · ${words.plural(summary.failed, failed)}` : delivered
}

/** Says where the whole batch stands, once there is more than one file. */
export const summaryView = (model: SummaryModel): TemplateResult | typeof nothing => {
  const { words, tally, isFixed } = model
  const { pauseAll, resumeAll } = words.fileStrings.action
  if (tally.counted < 2) return nothing
  const isPausable = tally.of('sealing', 'sending', 'retrying') > 0
  // Ready ones are held back, too, once all that moved is paused or done.
  const isPaused = tally.of('paused') > 0 || (model.upload === 'auto' && tally.of('ready') > 0)
  const button = (text: string, act: () => void): TemplateResult =>
    html`<button type="button" class="all" ?disabled=${isFixed} @click=${act}>${text}</button>`
  return html`<div part="summary" class="summary">
    <span>${summaryOf(words, tally)}</span>
    ${isPausable ? button(pauseAll, model.pauseAll) : isPaused ? button(resumeAll, model.resumeAll) : nothing}
  </div>`
}
