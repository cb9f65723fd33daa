import { html, nothing, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Remark, SessionFile } from '../../core/contracts.ts'
import { formats } from '../../intake/formats.ts'
import { isMoving, type Stage, stageOf } from '../../session/phases.ts'
import { icon, LOCK } from '../view/icons.ts'
import { fill, withName } from '../words.ts'
import { ALERT, ASK, actionIcons, type FileAction, TICK } from './action-icons.ts'
import { actionsOf, kindOf, wordsOf } from './file-actions.ts'
import { type Status, type StatusContext, shareOf, statusOf } from './file-words.ts'
import { kindIconOf } from './kind-icons.ts'
import type { Pictures } from './pictures/pictures.ts'

export interface FileModel extends StatusContext {
  /** Its buttons are off: the control is disabled or read-only. */
  readonly isFixed: boolean
  /** Whether it was taken off, and may be put back. */
  isRemoved(id: string): boolean
  readonly pictures: Pictures
  act(action: FileAction, file: SessionFile): void
  undo(file: SessionFile): void
}

const PDF = 'application/pdf'
const formatNames = new Map<string, string>(formats.map(({ type, name }) => [type, name]))

/** What is on the badge: the type by content, else what was found, else what the name says. */
const badgeOf = ({ type, name, state }: SessionFile): string => {
  const found = 'error' in state ? state.error.details?.found : undefined
  const suffix = /\.(\w{1,4})$/.exec(name)?.[1] ?? ''
  return formatNames.get(type) ?? String(found || suffix).toUpperCase()
}

/**
 * A name is shown whole, in as many lines as it takes: two of them may differ anywhere. Made by hand: of templates each part
 * would have three comments beside its text.
 */
const lettersOf = (name: string): DocumentFragment => {
  const letters = document.createDocumentFragment()
  for (const part of name.split(/(?<=[_.-])/)) letters.append(part, document.createElement('wbr'))
  return letters
}

/**
 * Its bar alone is `aria-busy`: JAWS hides what is within anything busy, buttons, too, and NVDA says nothing of it
 * (https://www.tpgi.com/short-note-on-being-busy/).
 */
const barView = (file: SessionFile, name: string, share: number): TemplateResult =>
  html`<progress
    part="bar"
    class="bar"
    aria-label=${name}
    aria-busy=${isMoving(stageOf(file.state))}
    .value=${share}
    max="1"
  ></progress>`

/** Beside the words: their colour is not all that tells a delivered file from one that waits, or needs a hand. */
const marks: Readonly<Partial<Record<Stage | 'removed', string>>> = {
  done: TICK,
  failed: ALERT,
  refused: ALERT,
  offer: ASK,
}

/** What says where the file stands, and describes its buttons. */
const statusId = ({ id }: SessionFile): string => `status-${id}`

const onClick =
  (act: () => void) =>
  ({ detail }: MouseEvent): void => {
    // The first click of two may have put another button, or another file's, under the pointer.
    if (detail < 2) act()
  }

const button = (action: FileAction, file: SessionFile, model: FileModel): TemplateResult => {
  const { words } = model
  const { action: texts, tip } = words.fileStrings
  const kind = wordsOf(action, file)
  return html`<button
    part="action"
    type="button"
    class="action"
    aria-label=${fill(texts[kind], { name: words.nameOf(file, model.now) })}
    aria-describedby=${statusId(file)}
    title=${tip[kind]}
    ?disabled=${model.isFixed}
    @click=${onClick(() => model.act(action, file))}
    >${icon(actionIcons[action])}</button
  >`
}

/** A button whose name is shown: nobody should have to guess what becomes of a document. */
const answer = (
  text: string,
  act: () => void,
  file: SessionFile,
  model: FileModel,
): TemplateResult =>
  html`<button
    part="action"
    type="button"
    class="answer"
    aria-label=${withName(model.words, text, model.words.nameOf(file, model.now))}
    aria-describedby=${statusId(file)}
    ?disabled=${model.isFixed}
    @click=${onClick(act)}
  >
    ${text}
  </button>`

/** The two answers to an offer. */
const answersView = (file: SessionFile, model: FileModel): TemplateResult => {
  const { goOn, notMine } = model.words.fileStrings.action
  return html`<div class="answers">
    ${answer(goOn, () => model.act('resume', file), file, model)}
    ${answer(notMine, () => model.act('remove', file), file, model)}
  </div>`
}

/** What finds a failure in the log of whoever runs the server: no part of what is read out with each button. */
const referenceView = ({ state }: SessionFile, { words }: FileModel): readonly TemplateResult[] => {
  const id = state.phase === 'failed' ? state.error.requestId : undefined
  if (id === undefined) return []
  // It runs from the left in any language.
  const text = fill(words.fileStrings.reference, { id: `\u2066${id}\u2069` })
  return [html`<div class="remark reference">${text}</div>`]
}

/** The picture itself, which opens it in large, where it can be drawn; else its type, on a page where it is one, below a sign for its kind. */
const thumbView = (file: SessionFile, model: FileModel): TemplateResult => {
  const { pictures, words } = model
  const picture = pictures.of(file)
  // What was taken off is seen, and has one button: the one that puts it back.
  if (picture?.is === 'shown' && model.isRemoved(file.id))
    return html`<span part="thumb" class="thumb look" aria-hidden="true">${picture.canvas}</span>`
  if (picture?.is === 'shown')
    return html`<button
      part="thumb"
      type="button"
      class="thumb look"
      aria-label=${fill(words.fileStrings.action.view, { name: words.nameOf(file, model.now) })}
      @click=${onClick(() => void pictures.view(file, words))}
      >${picture.canvas}</button
    >`
  const badge = badgeOf(file)
  const path = file.name ? kindIconOf(badge) : LOCK
  return html`<span part="thumb" class="thumb ${file.type === PDF ? 'page' : ''}" aria-hidden="true"
    >${path ? icon(path) : nothing}${file.name ? badge : ''}</span
  >`
}

/**
 * The row may have the focus, where a button that had it is gone. Its tags touch each other, but where a line may break: what is
 * between them would be a third of a thousand rows' nodes.
 */
export const fileView = (file: SessionFile, model: FileModel): TemplateResult => {
  const { words } = model
  const isRemoved = model.isRemoved(file.id)
  const stage = isRemoved ? 'removed' : stageOf(file.state)
  const name = words.nameOf(file, model.now)
  const share = shareOf(file)
  const isUnseen = model.pictures.of(file)?.is === 'not-shown'
  const remarks: readonly Remark[] = isUnseen ? [...file.remarks, 'not-shown'] : file.remarks
  const mark = marks[stage]
  const { removed } = words.fileStrings.status
  const { lasting, counting }: Status = isRemoved
    ? { lasting: removed, counting: '' }
    : statusOf(file, model)
  return html`<li
    part="file"
    class="file ${stage}"
    data-id=${file.id}
    tabindex="-1"
    aria-label=${name}
    aria-describedby=${statusId(file)}
    >${thumbView(file, model)}<div part="name" class="name"
      ><span class="letters" dir="auto">${guard([name], () => lettersOf(name))}</span></div
    ><div class="news"
      ><div class="line"
        ><div part="status" class="status">${mark ? icon(mark) : nothing}<span id=${statusId(file)}>${lasting}</span>${counting}</div>
        <div part="meta" class="meta">${words.size(file.size)}</div></div
      >${[...remarks.map(remark => html`<div class="remark">${words.fileStrings.remark[remark]}</div>`), ...referenceView(file, model)]}${
        share === undefined ? nothing : barView(file, name, share)
      }${stage === 'offer' ? answersView(file, model) : nothing}</div
    ><div class="actions">${
      isRemoved
        ? answer(words.fileStrings.action.undo, () => model.undo(file), file, model)
        : repeat(actionsOf(file), kindOf, action => button(action, file, model))
    }</div
  ></li>`
}
