import type { TemplateResult } from 'lit'
import type { Receipt, SessionFile } from '../../core/contracts.ts'
import type { SealDropError } from '../../core/errors.ts'
import type { Session } from '../../session/session.ts'
import { SealDropAddEvent } from '../events.ts'
import type { Settings, ValueFormat } from '../settings.ts'
import { enFiles } from '../strings/en-files.ts'
import type { SealModel } from '../view/seal.ts'
import { fill, type Words } from '../words.ts'
import type { FileAction } from './file.ts'
import { createFileWords, type FileWords } from './file-words.ts'
import { FocusKeeper } from './focus.ts'
import { entriesOf } from './form.ts'
import { SessionHolder } from './holder.ts'
import { Journal } from './journal.ts'
import { listView } from './list.ts'
import { fileStyles } from './styles.ts'

/** What the works need of the element. */
export interface Host {
  /** Live: read whenever they count. */
  readonly settings: Settings
  words(): Words
  root(): ShadowRoot | null
  say(text: string): void
  dispatch(event: Event): boolean
  redraw(): void
  /** With the next frame: files change more often than anybody can see. */
  redrawSoon(): void
  /** A file is in a new phase, or left the list; `hasValueChanged`: perhaps. */
  filesChanged(hasValueChanged: boolean): void
  /** The person took a file off. */
  listChanged(): void
}

export interface Known {
  /** For the file chooser. */
  readonly accept: string
  readonly hint: string
  /** Absent where nothing is encrypted. */
  readonly seal: Pick<SealModel, 'provider' | 'sealedFor'> | undefined
}

const NONE: readonly SessionFile[] = Object.freeze([])

/** Everything that is needed once there are files: session, list, words, events. Loaded after the first drawing. */
export class Works {
  readonly #host: Host
  readonly #journal: Journal
  readonly #focus = new FocusKeeper()
  readonly #holder: SessionHolder
  #words: FileWords
  #tick: ReturnType<typeof setTimeout> | undefined

  constructor(host: Host) {
    this.#host = host
    this.#words = createFileWords(host.words(), enFiles)
    this.#journal = new Journal(this)
    this.#holder = new SessionHolder({
      fileChanged: (file, session) => this.#fileChanged(file, session),
      learnt: () => host.redraw(),
    })
    const sheet = fileStyles.styleSheet
    if (sheet) host.root()?.adoptedStyleSheets.push(sheet)
  }

  get session(): Session | undefined {
    return this.#holder.session
  }
  get fault(): SealDropError | undefined {
    return this.#holder.fault
  }
  get files(): readonly SessionFile[] {
    return this.session?.files ?? NONE
  }
  get receipts(): readonly Receipt[] {
    return this.session?.receipts ?? []
  }
  /** The transport closes a batch, and that mails people: it waits for the form, or for `finish()`. */
  get commits(): boolean {
    return Boolean(this.#holder.transport?.commit)
  }
  /** The files that stand for something: neither refused nor cancelled. */
  get count(): number {
    return this.#journal.tally.counted
  }
  /** Something is left to do, by the element or by the person. */
  get isOpen(): boolean {
    return this.#journal.tally.open > 0
  }
  get words(): FileWords {
    return this.#words
  }

  /** Before each drawing: new settings and new words take effect. */
  prepare(): void {
    const words = this.#host.words()
    if (words.locale !== this.#words.locale) this.#words = createFileWords(words, enFiles)
    this.#holder.configure(this.#host.settings)
    this.#focus.remember(this.#host.root())
  }

  /** After each drawing. Draws again in a second while a file says in how many it goes on. */
  drawn(): void {
    this.#focus.restore(this.#host.root())
    if (this.#journal.tally.of('retrying') > 0)
      this.#tick ??= setTimeout(() => {
        this.#tick = undefined
        this.#host.redraw()
      }, 1000)
  }

  /** The net is back, or somebody adds a file. */
  mend(): void {
    this.#holder.mend()
  }

  enter(files: readonly File[]): void {
    this.mend()
    const { session } = this
    if (!session) return
    const entered = files.filter(file => {
      const isWelcome = this.#host.dispatch(new SealDropAddEvent(file))
      if (isWelcome) this.#journal.enter(file, session)
      return isWelcome
    })
    const [first] = entered
    if (!first) return
    const { added } = this.#words.fileStrings.said
    this.say(this.#words.plural(added, entered.length, { name: first.name }))
  }

  entries(format: ValueFormat): readonly string[] | SealDropError {
    return entriesOf(this.receipts, format)
  }
  /** Whether there is something to send. With `isDeferred`, a file that waits for the form counts. */
  satisfies(isDeferred: boolean): boolean {
    const { tally } = this.#journal
    return tally.of('done') + (isDeferred ? tally.unfinished : 0) > 0
  }
  /** What stands in the way of sending the form, in words; '' when nothing does. */
  obstacle(isDeferred: boolean): string {
    const { tally } = this.#journal
    const { fileStrings, strings, plural } = this.#words
    const failed = tally.of('failed')
    const first = failed > 0 && this.files.find(({ state }) => state.phase === 'failed')
    if (first) return plural(fileStrings.undelivered, failed, { name: first.name })
    return tally.unfinished > 0 && !isDeferred ? plural(strings.unfinished, tally.unfinished) : ''
  }

  /** What the zone and the line about the seal are told. */
  get known(): Known {
    const { formats, largest, sealedFor, isSealed, provider } = this.#holder
    const { multiple } = this.#host.settings
    const { hint } = this.#words.fileStrings
    const types = this.#words.either(formats.map(({ name }) => name))
    const size = largest === undefined ? '' : this.#words.size(largest, 'floor')
    return {
      // Systems differ in whether they go by extension or by media type.
      accept: formats
        .flatMap(({ type, extensions }) => [...extensions.map(name => `.${name}`), type])
        .join(),
      hint: size && fill(multiple ? hint.each : hint.one, { types, size }),
      seal: isSealed ? { provider, sealedFor } : undefined,
    }
  }

  list(isFixed: boolean): TemplateResult {
    return listView({
      files: this.files,
      words: this.#words,
      tally: this.#journal.tally,
      upload: this.#host.settings.upload,
      isSealed: this.#holder.isSealed,
      isHeld: this.session?.isHeld ?? false,
      isFixed,
      now: Date.now(),
      act: (action, { id }) => this.#act(action, id),
      pauseAll: () => this.#actOnAll('pause'),
      resumeAll: () => this.#actOnAll('resume'),
    })
  }

  /** `:state()`s, by name. */
  states(): Readonly<Record<string, boolean>> {
    const { tally } = this.#journal
    return {
      empty: this.files.length === 0,
      busy: tally.moving > 0,
      paused: tally.of('paused') > 0,
      complete: tally.counted > 0 && tally.open === 0,
      failed: this.fault !== undefined || tally.of('failed') > 0,
    }
  }

  close(): void {
    clearTimeout(this.#tick)
    this.#tick = undefined
    this.#holder.close()
    this.#journal.forget()
  }

  say(text: string): void {
    this.#host.say(text)
  }
  dispatchEvent(event: Event): boolean {
    return this.#host.dispatch(event)
  }

  #act(action: FileAction, id: string): void {
    if (action !== 'remove') {
      this.session?.[action](id)
      return
    }
    const before = this.#value
    this.session?.removeFile(id)
    // A changed value was told already, as by a native control: once.
    if (this.#value === before) this.#host.listChanged()
  }
  #actOnAll(action: 'pause' | 'resume'): void {
    this.session?.[action]()
    this.#host.redraw() // a hold changes no file
  }
  /** What the form gets of it all, as one text. */
  get #value(): string {
    const entries = this.entries(this.#host.settings.valueFormat)
    return entries instanceof Error ? '' : entries.join('\n')
  }

  #fileChanged(file: SessionFile, session: Session): void {
    const { state } = file
    const news = this.#journal.write(file, session)
    if (news) this.#host.filesChanged(news === 'left' || state.phase === 'done')
    if (state.phase === 'done') this.#holder.confirm(state.receipt.sealed.recipients)
    this.#host.redrawSoon()
  }
}
