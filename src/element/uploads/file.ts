import { html, nothing, type TemplateResult } from 'lit'
import type { SessionFile } from '../../core/contracts.ts'
import { formats } from '../../intake/formats.ts'
import { actionOf, isCancellable, isFinal, type Stage, stageOf } from '../../session/phases.ts'
import type { FileStrings } from '../strings/strings.ts'
import { icon, LOCK } from '../view/icons.ts'
import { fill } from '../words.ts'
import { actionIcons, type FileAction } from './action-icons.ts'
import {
  mayHaveArrived,
  mustBeRechosen,
  type StatusContext,
  shareOf,
  statusOf,
} from './file-words.ts'

export interface FileModel extends StatusContext {
  /** Its buttons are off: the control is disabled or read-only. */
  readonly isFixed: boolean
  act(action: FileAction, file: SessionFile): void
}

const formatNames = new Map<string, string>(formats.map(({ type, name }) => [type, name]))

/** What is on the badge: the type by content, else what was found, else what the name says. */
const badgeOf = ({ type, name, state }: SessionFile): string => {
  const found = 'error' in state ? state.error.details?.found : undefined
  const suffix = /\.(\w{1,4})$/.exec(name)?.[1] ?? ''
  return formatNames.get(type) ?? String(found || suffix).toUpperCase()
}

/** Letters at the end of a long name that are always shown. */
const TAIL = 9
/** Letters; a shorter name takes two lines rather than being cut. */
const LONG_NAME = 28

const nameView = ({ name }: SessionFile, shown: string): TemplateResult => {
  if (!name) return html`${shown}`
  const letters = [...name]
  if (letters.length <= LONG_NAME)
    return html`<span class="stem">${name.split(/(?<=[_.-])/).map(part => html`${part}<wbr />`)}</span>`
  const dot = name.lastIndexOf('.')
  const tail = dot > 0 && name.length - dot <= 6 ? name.length - dot + 4 : TAIL
  return html`<span class="stem">${letters.slice(0, -tail).join('')}</span
    ><span class="tail">${letters.slice(-tail).join('')}</span>`
}

/** What takes a file off. It is one button in one place, so that the focus stays on it when the file arrives. */
const endingOf = (stage: Stage): FileAction | undefined => {
  if (stage === 'offer') return undefined
  if (isCancellable(stage)) return 'cancel'
  return isFinal(stage) || stage === 'failed' ? 'remove' : undefined
}

/** Which words the button has. */
const textOf = (action: FileAction, { state }: SessionFile): keyof FileStrings['action'] => {
  if (action === 'remove' && state.phase === 'refused') return 'dismiss'
  const isTwice = state.phase === 'failed' && mayHaveArrived(state.error) && !state.error.retryable
  return action === 'retry' && isTwice ? 'sendAgain' : action
}

/** What a person may do, beside taking it off. What nothing stops any more offers no pause. */
const furtherOf = (file: SessionFile): ReturnType<typeof actionOf> => {
  const { state } = file
  const stage = stageOf(state)
  if (stage === 'offer' || (state.phase === 'sending' && state.mayHaveArrived)) return undefined
  return state.phase === 'failed' && mustBeRechosen(file, state.error) ? undefined : actionOf(stage)
}

const onClick =
  (action: FileAction, file: SessionFile, model: FileModel) =>
  ({ detail }: MouseEvent): void => {
    // The first click of two may have put another button, or another file's, under the pointer.
    if (detail < 2) model.act(action, file)
  }

const button = (action: FileAction, file: SessionFile, model: FileModel): TemplateResult => {
  const { action: texts } = model.words.fileStrings
  const name = model.words.nameOf(file, model.now)
  const label = fill(texts[textOf(action, file)], { name })
  return html`<button
    part="action"
    type="button"
    class="action"
    aria-label=${label}
    title=${label}
    ?disabled=${model.isFixed}
    @click=${onClick(action, file, model)}
  >
    ${icon(actionIcons[action])}
  </button>`
}

/** The two answers to an offer. They are words: nobody should have to guess what becomes of a document. */
const answersView = (file: SessionFile, model: FileModel): TemplateResult => {
  const { goOn, notMine } = model.words.fileStrings.action
  const answer = (action: FileAction, text: string): TemplateResult =>
    html`<button
      part="action"
      type="button"
      class="answer"
      aria-label="${text}: ${model.words.nameOf(file, model.now)}"
      ?disabled=${model.isFixed}
      @click=${onClick(action, file, model)}
    >
      ${text}
    </button>`
  return html`<div class="answers">${answer('resume', goOn)} ${answer('remove', notMine)}</div>`
}

export const fileView = (file: SessionFile, model: FileModel): TemplateResult => {
  const { words } = model
  const { state } = file
  const stage = stageOf(state)
  const name = words.nameOf(file, model.now)
  const badge = badgeOf(file)
  const share = shareOf(file)
  const further = furtherOf(file)
  const ending = endingOf(stage)
  const size = words.size(file.size)
  return html`<li part="file" class="file ${stage}" data-id=${file.id}>
    <span part="thumb" class="thumb" aria-hidden="true">${file.name ? badge : icon(LOCK)}</span>
    <div class="facts">
      <div part="name" class="name" title=${name}>
        <span class="letters" dir="auto">${nameView(file, name)}</span>
      </div>
      <div part="meta" class="meta">${formatNames.has(file.type) ? `${badge} · ${size}` : size}</div>
    </div>
    <div class="actions">
      ${further ? button(further, file, model) : nothing}
      ${ending ? button(ending, file, model) : nothing}
    </div>
    <div class="news">
      <div part="status" class="status">${statusOf(file, model)}</div>
      ${file.remarks.map(remark => html`<div class="remark">${words.fileStrings.remark[remark]}</div>`)}
      ${
        share === undefined
          ? nothing
          : html`<progress part="bar" class="bar" aria-label=${name} .value=${share} max="1"></progress>`
      }
      ${stage === 'offer' ? answersView(file, model) : nothing}
    </div>
  </li>`
}
