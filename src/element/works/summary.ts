import { html, nothing, type TemplateResult } from 'lit'
import type { FileWords } from './file-words.ts'
import type { Tally } from './tally.ts'

export interface SummaryModel {
  readonly words: FileWords
  readonly tally: Tally
  readonly isFixed: boolean
  /** Everything was paused: what is ready does not leave. */
  readonly isHeld: boolean
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

/** Says where the whole batch stands, once there is more than one file, or one that only "Resume all" lets go. */
export const summaryView = (model: SummaryModel): TemplateResult | typeof nothing => {
  const { words, tally, isFixed, isHeld } = model
  const { pauseAll, resumeAll } = words.fileStrings.action
  const isWaiting = isHeld && tally.of('ready', 'paused') > 0
  if (tally.counted < 2 && !isWaiting) return nothing
  const isPausable = tally.of('sealing', 'sending', 'retrying') > 0
  const button = (text: string, act: () => void): TemplateResult =>
    html`<button type="button" class="all" ?disabled=${isFixed} @click=${act}>${text}</button>`
  const action = (): TemplateResult | typeof nothing => {
    if (isWaiting) return button(resumeAll, model.resumeAll)
    if (isPausable) return button(pauseAll, model.pauseAll)
    return tally.of('paused') > 0 ? button(resumeAll, model.resumeAll) : nothing
  }
  return html`<div part="summary" class="summary">
    <span>${summaryOf(words, tally)}</span>
    ${action()}
  </div>`
}
