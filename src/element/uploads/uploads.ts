import type { TemplateResult } from 'lit'
import { additionError } from '../../core/additions.ts'
import type { Receipt, SessionFile } from '../../core/contracts.ts'
import type { SealDropError } from '../../core/errors.ts'
import { isResumable, stageOf } from '../../session/phases.ts'
import { createSession, type Session } from '../../session/session.ts'
import { clearShelf } from '../../session/shelf/session-shelf.ts'
import type { Admissible } from '../admissible.ts'
import type { AddedFiles, ControllerHost } from '../controller-host.ts'
import { inputEvent, SealDropAddEvent } from '../events.ts'
import { methodOf } from '../form-method.ts'
import { maxFilesOf, type Settings } from '../settings.ts'
import { standInsOf } from '../stand-ins.ts'
import { enFiles } from '../strings/en-files.ts'
import type { FileAction } from './action-icons.ts'
import { AnswerWatch } from './answer-watch.ts'
import { AskAgain } from './ask-again.ts'
import { ConfiguredSession } from './configured-session.ts'
import { type Counts, statesOf } from './counts.ts'
import { exposed, exposureIn, withholdReceipts } from './exposure.ts'
import { FileEvents } from './file-events.ts'
import { createFileWords, type FileWords, isRestored } from './file-words.ts'
import { FocusKeeper, ignoreHeldEnter } from './focus-keeper.ts'
import { entriesOf, FormEntries } from './form-entries.ts'
import { Kept } from './kept.ts'
import { LineWatch } from './line-watch.ts'
import { failureOf, listView, rowsOf } from './list.ts'
import { Offers } from './offers.ts'
import { Pictures } from './pictures/pictures.ts'
import { Pieces } from './pieces.ts'
import { Redraw } from './redraw.ts'
import { Removals } from './removals.ts'
import { keysFault, sealView } from './seal-view.ts'
import { settingsKey, snapshotSettings } from './session-options.ts'
import { fileStyles } from './styles.ts'
import { sendAfterWork } from './submission.ts'
import { WhileWorking } from './while-working.ts'
import { type ZoneWords, zoneWords } from './zone-words.ts'

/** What the uploads add to the drawing. */
export interface UploadsModel extends ZoneWords {
  /** Absent where nothing is encrypted. */
  readonly seal: TemplateResult | undefined
  readonly list: TemplateResult | undefined
  readonly isMultiple: boolean
}

/** New settings do not wait for what an earlier view of the page left: it is listed again under them, if it is theirs. */
const isOfThisView = (file: SessionFile): boolean =>
  stageOf(file.state) !== 'offer' && !isRestored(file)

/** So many files come in at once. What a chosen one's size is, another process is asked: that takes 0.3 ms (measured). */
const AT_ONCE = 20

const NO_FILES: readonly SessionFile[] = Object.freeze([])

/**
 * The element's uploads: the session that serves its settings, the files and how many there are of each kind, and what the
 * page and the person are told of them. Loaded when somebody is about to use the element.
 */
export class Uploads {
  readonly #host: ControllerHost
  readonly #events: FileEvents
  readonly #redraw: Redraw
  readonly #pictures: Pictures
  readonly #entering = new Pieces()
  readonly #answers = new AnswerWatch((file, isFirstTime) => this.#onLate(file, isFirstTime))
  readonly #lines = new LineWatch()
  readonly #focus = new FocusKeeper()
  readonly #whileWorking = new WhileWorking()
  /** Known before the settings are read: to read them is what may fail. */
  readonly #addition = additionError()
  readonly #offers = new Offers()
  readonly #formEntries = new FormEntries()
  readonly #removals: Removals
  readonly #asking: AskAgain
  #words: FileWords
  #configured: ConfiguredSession | undefined
  #key = ''
  #entryError: SealDropError | undefined
  /** So that it is said once. */
  #keysFaultSaid = ''
  #kept: Kept | undefined
  /** What the browser kept, until it is known what of it can be used. */
  #formState: string | null
  /** Where the data of the element's form is watched. */
  #watched: { readonly root: Node; readonly end: AbortController } | undefined

  /** `formState`: what the browser kept of an earlier view of the page. */
  constructor(host: ControllerHost, formState: string | null) {
    this.#host = host
    this.#formState = formState
    this.#words = createFileWords(host.words(), enFiles)
    this.#events = new FileEvents(
      host,
      () => this.#words,
      () => this.#entering.done(),
    )
    this.#redraw = new Redraw(host.element)
    this.#pictures = new Pictures(host, () => this.#redraw.soon())
    const root = host.element.shadowRoot
    this.#asking = new AskAgain(host)
    const sheet = fileStyles.styleSheet
    if (sheet) root?.adoptedStyleSheets.push(sheet)
    if (root) ignoreHeldEnter(root)
    this.#removals = new Removals(root)
  }

  static readonly clearShelf: () => Promise<void> = clearShelf
  static readonly sendAfterWork: typeof sendAfterWork = sendAfterWork

  get session(): Session | undefined {
    return this.#configured?.session
  }
  get fault(): SealDropError | undefined {
    const { element } = this.#host
    return this.#addition ?? this.#configured?.fault ?? exposureIn(element.form, element)
  }
  get admissible(): Admissible | undefined {
    return this.#configured?.admissible
  }
  get files(): readonly SessionFile[] {
    return this.session?.files ?? NO_FILES
  }
  get withdrawn(): Session['withdrawn'] {
    return this.session?.withdrawn ?? []
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
    const { serverReason } = this.#host.element
    if (words !== this.#words.base || serverReason !== this.#words.quotesServer)
      this.#words = createFileWords(words, enFiles, serverReason)
    this.#configure()
    this.#watchFormData()
    this.#focus.remember(this.#host.element.shadowRoot)
    this.#whileWorking.follow(this.#host.element, this.#events)
  }

  /** Draws again in a second while a row counts down to its next try. */
  afterDrawing(): void {
    this.#focus.restore(this.#host.element.shadowRoot)
    this.#pictures.follow(rowsOf(this), this.#words)
    this.#events.speaker.network(navigator.onLine === false)
    if (this.counts.retrying > 0 || this.#lines.isNeeded) this.#redraw.inASecond()
  }

  #configure(): void {
    if (this.#addition) return
    const settings = snapshotSettings(this.#host.element)
    const key = settingsKey(settings)
    if (key === this.#key || this.counts.moving > 0 || this.files.some(isOfThisView)) return
    this.#formState = this.#kept?.state ?? this.#formState
    this.#close()
    this.#key = key
    this.#configured = new ConfiguredSession(
      settings,
      standInsOf(this.#host.element)?.createSession ?? createSession,
      (file, session) => this.#onFileChanged(file, session),
      () => this.#onDetailsChanged(),
      (file, session) => this.#onReplaced(file, session),
      (file, session) => this.#onWithdrawnForGood(file, session),
    )
    this.warmUp()
    // Neither for a test without a browser, nor before it is known whose it is.
    if (!this.session || standInsOf(this.#host.element)) return
    this.#kept = new Kept(
      this.#host.element,
      settings,
      () => this.#host.onStateChanged(),
      () => this.session && this.#removals.endAll(this.session),
    )
    void this.#restore()
  }

  #onDetailsChanged(): void {
    const fault = keysFault(this.#words, this.#configured?.sealedFor)
    if (fault && fault !== this.#keysFaultSaid) this.#host.announce(fault)
    this.#keysFaultSaid = fault
    this.#redraw.next()
  }

  /** The browser restores the form, after the code was there. */
  restore(formState: string): void {
    this.#formState = formState
    void this.#restore()
  }
  /** Lists what an earlier view of the page delivered and its form did not send. */
  async #restore(): Promise<void> {
    const { session } = this
    const kept = this.#kept
    const receipts = (await kept?.take(this.#formState)) ?? []
    if (!session || kept !== this.#kept) return
    this.#formState = null
    const maxFiles = this.#maxFiles ?? Number.POSITIVE_INFINITY
    const isTaken = this.files.some(isRestored) || this.counts.active + receipts.length > maxFiles
    if (!isTaken) this.#host.quietly(() => session.restore(receipts))
    this.#host.onStateChanged()
  }
  /** Keeps what was delivered for a later view of the page. Returns the state that the browser may keep of the form control. */
  #keep(): string | null {
    this.#kept?.keep(this.receipts)
    return this.#kept?.isReady ? this.#kept.state : this.#formState
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
    const { folders } = this.#words.fileStrings
    if (added.some(({ isChosen }) => isChosen))
      this.#host.showNote(added.some(choice => choice.folders > 0) ? folders : '')
    const { session } = this
    if (session) this.#entering.do(this.#enter(added, session))
    this.#redraw.next()
  }
  /** Takes in what is still to come in, and then calls the session: "all" means these, too. */
  call(act: (session: Session, uploads: Uploads) => void): void {
    this.#entering.finish()
    if (this.session) act(this.session, this)
  }
  /** The session, when all has come in that was added. */
  async entered(): Promise<Session | undefined> {
    await this.#entering.done()
    return this.session
  }
  *#enter(added: readonly AddedFiles[], session: Session): Generator<void> {
    const { element } = this.#host
    // Files of one choice do not replace each other: where one replaces another, they come in together.
    const most = this.#maxFiles === 1 ? Number.POSITIVE_INFINITY : AT_ONCE
    for (const { files } of added) this.#events.expect(files.length)
    for (const { files, isChosen } of added) {
      let entered = 0
      for (let at = 0; at < files.length; at += most) {
        if (at > 0) yield
        if (session !== this.session) return
        const some = files.slice(at, at + most)
        const welcome = some.filter(file => element.dispatchEvent(new SealDropAddEvent(file)))
        this.#events.expect(-some.length)
        session.add(welcome)
        entered += welcome.length
      }
      if (isChosen && entered > 0) element.dispatchEvent(inputEvent())
    }
  }

  /** Why there are no entries, although there is something. */
  get entryError(): SealDropError | undefined {
    return this.#entryError
  }
  /** Puts what was delivered into the form's data. With `isByPerson` a new value fires `input` and `change`. */
  refreshValue(isByPerson: boolean): void {
    const { element, setFormValue, refreshValidity } = this.#host
    const { form, name, valueFormat } = element
    const before = element.value
    const entries = exposureIn(form, element) ?? entriesOf(this.receipts, valueFormat)
    const [listed, error] = entries instanceof Error ? [[], entries] : [entries, undefined]
    this.#entryError = error
    const value = listed.join('\n')
    setFormValue(value, this.#formEntries.dataOf(name, listed), this.#keep())
    if (!isByPerson || value === before) return
    refreshValidity() // a page that hears of the new value asks the form whether it can be sent
    element.dispatchEvent(inputEvent())
    element.dispatchEvent(new Event('change', { bubbles: true }))
  }
  /** Whether this button would write receipts into a URL. */
  isExposedBy(submitter: HTMLElement | null): boolean {
    const { element } = this.#host
    const { form, valueFormat, value } = element
    if (!form || !value || element.matches(':disabled')) return false
    return valueFormat === 'receipt' && methodOf(form, submitter) === 'get'
  }
  /** The form is about to be sent by GET, with entries that are not for a URL. */
  exposed(): SealDropError {
    return exposed()
  }
  #watchFormData(): void {
    const { element, onStateChanged } = this.#host
    const root = element.getRootNode()
    if (standInsOf(element) || root === this.#watched?.root) return
    this.#watched?.end.abort()
    const end = new AbortController()
    this.#watched = { root, end }
    const onWithheld = (): void => {
      exposed()
      onStateChanged()
      element.requestUpdate()
    }
    withholdReceipts(root, { element, receipts: () => this.receipts }, onWithheld, end.signal)
  }
  /** How many files the person, or the page, keeps from being sent. */
  get stopped(): number {
    return this.session?.isHeld ? this.counts.resumable : this.counts.paused
  }
  /** Which files are kept from being sent, in words; '' when none is. */
  get pausedText(): string {
    const { stopped, session } = this
    const { fileStrings, plural } = this.#words
    const isStopped = ({ state }: SessionFile): boolean =>
      session?.isHeld ? isResumable(stageOf(state)) : state.phase === 'paused'
    const first = stopped > 0 && this.files.find(isStopped)
    return first ? plural(fileStrings.stopped, stopped, { name: this.#words.nameOf(first) }) : ''
  }
  /** Says that another press of this button sends the form. */
  askAgain(submitter: HTMLElement | null): void {
    this.#asking.show(this.#words, submitter)
  }
  /** What failed, in words; '' when nothing did. */
  get failure(): string {
    return failureOf(this.#words, this.counts, this.files)
  }

  /** As long as files are listed, what the session allows: it may be other than the element's by now. */
  get #limits(): Pick<Settings, 'maxFiles' | 'multiple'> {
    return this.#configured?.settings ?? this.#host.element
  }
  get #maxFiles(): number | undefined {
    return maxFilesOf(this.#limits)
  }
  get #isListed(): boolean {
    return this.files.length > 0 || this.withdrawn.length > 0
  }
  /** How many more there may be beside those that are accepted: what is refused takes no place. */
  get #freePlaces(): number {
    const { active, judging } = this.counts
    return (this.#maxFiles ?? Number.POSITIVE_INFINITY) - active + judging
  }

  /** `name`: what the control is called. `dragged`: how many files are held over it; 0 where that is not known. */
  model(isFixed: boolean, name: string, dragged: number | undefined): UploadsModel {
    const { sealedFor, isSealed, provider = '' } = this.#configured ?? {}
    const isListed = this.#isListed
    const seal = { words: this.#words, provider, sealedFor, isBelowList: isListed }
    return {
      ...zoneWords(this.#words, {
        admissible: this.admissible ?? this.#host.outlook(),
        maxFiles: this.#maxFiles,
        active: this.counts.active,
        isListed,
        dragged,
      }),
      seal: isSealed ? sealView(seal) : undefined,
      list: isListed ? this.#list(isFixed, name) : undefined,
      isMultiple: this.#limits.multiple,
    }
  }
  #list(isFixed: boolean, name: string): TemplateResult {
    const { transport } = this.#configured ?? {}
    const now = Date.now()
    return listView({
      name,
      files: this.files,
      withdrawn: this.withdrawn,
      words: this.#words,
      counts: this.counts,
      upload: this.#host.element.upload,
      isSealed: this.#configured?.isSealed ?? true,
      isHeld: this.session?.isHeld ?? false,
      isFixed,
      now,
      rowsOf: count => this.#redraw.rowsOf(count),
      isLate: id => this.#answers.isLate(id),
      pictures: this.#pictures,
      secondsLeft: id => this.#lines.secondsLeft(id, transport?.endpoint ?? '', now),
      isOffline: navigator.onLine === false,
      act: (action, file) => this.#act(action, file),
      undo: file => this.#undo(file),
      pauseAll: () => this.#actOnAll('pause'),
      resumeAll: () => this.#actOnAll('resume'),
    })
  }

  close(): void {
    this.#redraw.stop()
    this.#close()
    this.#key = ''
    this.#watched?.end.abort()
    this.#watched = undefined
  }
  #close(): void {
    this.#configured?.close()
    this.#configured = undefined
    this.#kept?.close()
    this.#kept = undefined
    this.#entering.finish() // each sees that its session is gone
    this.#events.clear()
    this.#whileWorking.follow(this.#host.element, this.#events)
    this.#answers.clear()
    this.#lines.clear()
    this.#pictures.clear()
    this.#asking.hide()
  }

  /** Lets one go on, or all, also what an earlier view of the page left: as many of those as there are places. */
  resume(id?: string): void {
    const { session, counts } = this
    if (!session) return
    const maxFiles = this.#maxFiles
    const hasPlaces = this.#offers.resume(session, id, maxFiles, counts.active)
    const { tooMany } = this.#words.fileStrings
    this.#host.showNote(hasPlaces ? '' : this.#words.plural(tooMany, maxFiles ?? 0))
  }

  #act(action: FileAction, file: SessionFile): void {
    const { id } = file
    if (action === 'remove') this.#remove(file)
    else if (action === 'resume') this.resume(id)
    else this.session?.[action](id)
  }
  #remove(file: SessionFile): void {
    this.#changeList(session => this.#removals.remove(session, file.id))
    const canUndo = this.withdrawn.some(({ file: { id } }) => id === file.id)
    this.#events.speaker.tell(canUndo ? 'withdrawn' : 'removed', file)
  }
  #undo(file: SessionFile): void {
    this.#changeList(session => this.#removals.undo(session, file.id))
    this.#events.speaker.tell('putBack', file)
  }
  /** Sends all that a form waits for; the session settles when it is done. */
  workForForm(): void {
    const { session } = this
    if (!session) return
    session.resumeOwn()
    this.#events.speaker.tellWork(session)
  }
  #changeList(change: (session: Session) => void): void {
    const { element } = this.#host
    const before = element.value
    if (this.session) change(this.session)
    element.requestUpdate()
    // A changed value has fired `input` already, and a native control fires it once.
    if (element.value === before) element.dispatchEvent(inputEvent())
  }
  #actOnAll(action: 'pause' | 'resume'): void {
    this.session?.[action === 'resume' ? 'resumeOwn' : action]()
    this.#host.element.requestUpdate() // to pause everything changes no file
  }

  #onReplaced(file: SessionFile, session: Session): void {
    this.#events.speaker.tell('replaced', file)
    this.#takeBack(file, session)
  }
  #onWithdrawnForGood(file: SessionFile, session: Session): void {
    this.#removals.forget(file.id)
    this.#takeBack(file, session)
    this.#host.element.requestUpdate()
  }
  /** Nobody can ask for it any more: it goes from the service, too, unless a form was sent with it or another view chose it. */
  #takeBack({ file, state }: SessionFile, session: Session): void {
    if (state.phase !== 'done' || !file || this.#kept?.isSent(state.receipt)) return
    void session.takeBack(state.receipt)
  }
  #onLate(file: SessionFile, isFirstTime: boolean): void {
    const kind = file.state.phase === 'checking' ? 'unread' : 'late'
    if (isFirstTime) this.#events.speaker.tell(kind, file)
    this.#redraw.soon()
  }
  #onFileChanged(file: SessionFile, session: Session): void {
    const { state } = file
    this.#asking.hide()
    this.#answers.follow(file)
    this.#lines.follow(file, Date.now())
    this.#events.onFileChanged(file, session)
    this.#whileWorking.follow(this.#host.element, this.#events)
    if (this.withdrawn.length > 0) this.#removals.makeWay(session, this.#freePlaces)
    if (state.phase === 'done') this.#configured?.confirmKeys(state.receipt.sealed.recipients)
    this.#redraw.soon()
  }
}
