import type { TemplateResult } from 'lit'
import { additionError } from '../../core/additions.ts'
import type { Receipt, SessionFile } from '../../core/contracts.ts'
import type { SealDropError } from '../../core/errors.ts'
import { createSession, type Session } from '../../session/session.ts'
import type { Admissible } from '../admissible.ts'
import type { AddedFiles, ControllerHost } from '../controller-host.ts'
import { inputEvent, SealDropAddEvent } from '../events.ts'
import { maxFilesOf, type ValueFormat } from '../settings.ts'
import { standInsOf } from '../stand-ins.ts'
import { enFiles } from '../strings/en-files.ts'
import type { SealModel } from '../view/widget.ts'
import { fill } from '../words.ts'
import { AnswerWatch } from './answer-watch.ts'
import { ConfiguredSession } from './configured-session.ts'
import { type Counts, statesOf } from './counts.ts'
import type { FileAction } from './file.ts'
import { FileEvents } from './file-events.ts'
import { createFileWords, type FileWords } from './file-words.ts'
import { entriesOf } from './form-entries.ts'
import { FocusKeeper, listView, unconfirmedIn } from './list.ts'
import { Redraw } from './redraw.ts'
import { settingsKey, snapshotSettings } from './session-options.ts'
import { fileStyles } from './styles.ts'

/** What the uploads add to the drawing. */
export interface UploadsModel {
  /** How many may be added at most, once they are all there. */
  readonly fullAt: number | undefined
  /** Absent where nothing is encrypted. */
  readonly seal: Pick<SealModel, 'provider' | 'sealedFor'> | undefined
  readonly list: TemplateResult | undefined
}

const NO_FILES: readonly SessionFile[] = Object.freeze([])

/**
 * The element's uploads: the session that serves its settings, the files and how many there are of each kind, and what the
 * page and the person are told of them. Loaded when somebody is about to use the element.
 */
export class Uploads {
  readonly #host: ControllerHost
  readonly #events: FileEvents
  readonly #redraw: Redraw
  readonly #answers = new AnswerWatch((file, isFirstTime) => this.#onLate(file, isFirstTime))
  readonly #focus = new FocusKeeper()
  /** Known before the settings are read: to read them is what may fail. */
  readonly #addition = additionError()
  #words: FileWords
  #configured: ConfiguredSession | undefined
  #key = ''

  constructor(host: ControllerHost) {
    this.#host = host
    this.#words = createFileWords(host.words(), enFiles)
    this.#events = new FileEvents(host, () => this.#words)
    this.#redraw = new Redraw(host.element)
    const sheet = fileStyles.styleSheet
    if (sheet) host.element.shadowRoot?.adoptedStyleSheets.push(sheet)
  }

  get session(): Session | undefined {
    return this.#configured?.session
  }
  get fault(): SealDropError | undefined {
    return this.#addition ?? this.#configured?.fault
  }
  get admissible(): Admissible | undefined {
    return this.#configured?.admissible
  }
  get files(): readonly SessionFile[] {
    return this.session?.files ?? NO_FILES
  }
  get receipts(): readonly Receipt[] {
    return this.session?.receipts ?? []
  }
  /** The transport closes a batch, and that mails people: it waits for the form, or for `finish()`. */
  get commits(): boolean {
    return Boolean(this.#configured?.transport?.commit)
  }
  get isTransportLoaded(): boolean {
    return this.#configured?.transport !== undefined
  }
  get counts(): Counts {
    return this.#events.counts
  }
  /** `:state()`s, by name. */
  get states(): Readonly<Record<string, boolean>> {
    return statesOf(this.counts)
  }
  get isRedrawDue(): boolean {
    return this.#redraw.isDueSoon
  }

  /** New words and new settings take effect; these only while no file is listed. */
  beforeDrawing(): void {
    this.#redraw.dropFrame()
    const words = this.#host.words()
    if (words.locale !== this.#words.locale) this.#words = createFileWords(words, enFiles)
    this.#configure()
    this.#focus.remember(this.#host.element.shadowRoot)
  }

  /** Draws again in a second while a row counts down to its next try. */
  afterDrawing(): void {
    this.#focus.restore(this.#host.element.shadowRoot)
    if (this.counts.retrying > 0) this.#redraw.inASecond()
  }

  #configure(): void {
    if (this.#addition) return
    const settings = snapshotSettings(this.#host.element)
    const key = settingsKey(settings)
    if (key === this.#key || this.files.length > 0) return
    this.#configured?.close()
    this.#key = key
    this.#configured = new ConfiguredSession(
      settings,
      standInsOf(this.#host.element)?.createSession ?? createSession,
      (file, session) => this.#onFileChanged(file, session),
      () => this.#host.element.requestUpdate(),
    )
    this.warmUp()
  }

  /** The worker is there when the file comes. Does nothing where it is there already. */
  warmUp(): void {
    this.#configured?.warmUp()
  }

  /** For when the network is back, or files are added. */
  retryFailedLoads(): void {
    this.#configured?.retryFailedLoads()
  }

  /** Takes in the files that the page does not keep out. Chosen ones fire `input`, once for each choice. */
  enter(added: readonly AddedFiles[]): void {
    this.retryFailedLoads()
    const { element, announce } = this.#host
    const entered = added.flatMap(({ files, isChosen }) => {
      const welcome = files.filter(file => {
        const isWelcome = element.dispatchEvent(new SealDropAddEvent(file))
        if (isWelcome) this.session?.add([file])
        return isWelcome
      })
      if (isChosen && welcome.length > 0) element.dispatchEvent(inputEvent())
      return welcome
    })
    const [first] = entered
    if (!first) return
    const { said } = this.#words.fileStrings
    announce(this.#words.plural(said.added, entered.length, { name: first.name }))
  }

  entries(format: ValueFormat): readonly string[] | SealDropError {
    return entriesOf(this.receipts, format)
  }
  /** What stands in the way of sending the form, in words; '' when nothing does. */
  obstacle(isDeferred: boolean): string {
    const { failed, unfinished } = this.counts
    const { fileStrings, strings, plural } = this.#words
    const first = failed > 0 && this.files.find(({ state }) => state.phase === 'failed')
    if (first) {
      const isUnconfirmed = unconfirmedIn(this.files) === failed
      const forms = isUnconfirmed ? fileStrings.unconfirmed : fileStrings.undelivered
      return plural(forms, failed, { name: first.name })
    }
    return unfinished > 0 && !isDeferred ? plural(strings.unfinished, unfinished) : ''
  }

  model(isFixed: boolean): UploadsModel {
    const { sealedFor, isSealed, provider = '' } = this.#configured ?? {}
    const maxFiles = maxFilesOf(this.#host.element)
    const isFull = maxFiles !== undefined && this.counts.active >= maxFiles
    return {
      fullAt: isFull ? maxFiles : undefined,
      seal: isSealed ? { provider, sealedFor } : undefined,
      list: this.files.length > 0 ? this.#list(isFixed) : undefined,
    }
  }
  #list(isFixed: boolean): TemplateResult {
    return listView({
      files: this.files,
      words: this.#words,
      counts: this.counts,
      upload: this.#host.element.upload,
      isSealed: this.#configured?.isSealed ?? true,
      isHeld: this.session?.isHeld ?? false,
      isFixed,
      now: Date.now(),
      isLate: id => this.#answers.isLate(id),
      act: (action, { id }) => this.#act(action, id),
      pauseAll: () => this.#actOnAll('pause'),
      resumeAll: () => this.#actOnAll('resume'),
    })
  }

  close(): void {
    this.#redraw.stop()
    this.#configured?.close()
    this.#configured = undefined
    this.#key = ''
    this.#events.clear()
    this.#answers.clear()
  }

  #act(action: FileAction, id: string): void {
    if (action !== 'remove') {
      this.session?.[action](id)
      return
    }
    const before = this.#value
    this.session?.removeFile(id)
    // A changed value has fired `input` already, and a native control fires it once.
    if (this.#value === before) this.#host.element.dispatchEvent(inputEvent())
  }
  #actOnAll(action: 'pause' | 'resume'): void {
    this.session?.[action]()
    this.#host.element.requestUpdate() // to pause everything changes no file
  }
  /** The form's value, as one text that can be compared. */
  get #value(): string {
    const entries = this.entries(this.#host.element.valueFormat)
    return entries instanceof Error ? '' : entries.join('\n')
  }

  #onLate({ name }: SessionFile, isFirstTime: boolean): void {
    if (isFirstTime) this.#host.announce(fill(this.#words.fileStrings.said.late, { name }))
    this.#redraw.soon()
  }
  #onFileChanged(file: SessionFile, session: Session): void {
    const { state } = file
    this.#answers.follow(file)
    this.#events.onFileChanged(file, session)
    if (state.phase === 'done') this.#configured?.confirmKeys(state.receipt.sealed.recipients)
    this.#redraw.soon()
  }
}
