import {
  type CSSResultGroup,
  LitElement,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import type { Authorize, Receipt, SessionFile, Transport } from '../core/contracts.ts'
import type { SealDropError } from '../core/errors.ts'
import type { Seal } from '../seal/choice.ts'
import type { RetryPolicy } from '../session/retry.ts'
import type { Session } from '../session/session.ts'
import type { WorkerUrl } from '../thread/thread.ts'
import { announce } from './announcer.ts'
import { type Dragged, receiveDrops } from './drop.ts'
import { Entrance } from './entrance.ts'
import { elementEnvironmentError } from './environment.ts'
import { FaultTeller, faultText } from './fault.ts'
import { FormControl } from './form-control.ts'
import { NextFrame } from './frame.ts'
import { localeOf } from './locale.ts'
import { pageLabelOf } from './naming.ts'
import { defaults, properties } from './properties.ts'
import { maxFilesOf, type Settings, sealToBe, type ValueFormat } from './settings.ts'
import { en } from './strings/en.ts'
import { styles } from './styles.ts'
import { type Verdict, verdictOf } from './verdict.ts'
import { widgetView } from './view/widget.ts'
import { createWords, type Words } from './words.ts'
import type { Host, Works } from './works/works.ts'

/**
 * A form control that takes documents, checks and encrypts them in the page, and delivers only ciphertext.
 *
 * New settings take effect at once while no file is listed, and otherwise when the list is empty again: a file travels
 * as the page said when it was added. Taken out of the page, the element stops and forgets its files; moved within the
 * page in one go, it does not.
 *
 * @tag seal-drop
 *
 * @slot label - The control's name, where no `<label>` gives it.
 * @slot hint - What may be added, instead of our words.
 * @slot prompt - The words above the button.
 * @slot footer - Below everything.
 *
 * @fires sealdrop-add - A file is about to enter (`file`); cancelable.
 * @fires sealdrop-reject - A file was refused (`id`, `file`, `error`).
 * @fires sealdrop-state - A file is in a new state, or further within it (`id`, `state`).
 * @fires sealdrop-receipt - A file arrived (`receipt`).
 * @fires sealdrop-fail - A file failed (`id`, `error`); without `id` it is the element that cannot work.
 * @fires sealdrop-settled - Nothing moves any more (`receipts`, `failed`).
 * @fires input - The person added or removed a file, or the value changed.
 * @fires change - The value changed.
 *
 * @csspart label - The control's name.
 * @csspart zone - Where files are dropped.
 * @csspart button - Opens the file chooser.
 * @csspart prompt - The words above the button.
 * @csspart hint - What may be added.
 * @csspart list - All files.
 * @csspart file - One file.
 * @csspart thumb - Its badge.
 * @csspart name - Its name.
 * @csspart meta - Its type and size.
 * @csspart status - Where it stands.
 * @csspart bar - Its progress.
 * @csspart action - A button of one file.
 * @csspart summary - Where the whole batch stands.
 * @csspart seal - Whom files are encrypted for.
 *
 * @cssstate empty - No file is listed.
 * @cssstate dragging - Files are held over the element.
 * @cssstate busy - A file is on its way.
 * @cssstate paused - A file is paused.
 * @cssstate complete - Every file was delivered.
 * @cssstate failed - A file failed, or the element cannot work.
 * @cssstate disabled - Switched off, by itself or by a fieldset.
 * @cssstate offline - The browser has no network.
 *
 * @cssprop --sealdrop-accent - Button, progress, focus.
 * @cssprop --sealdrop-surface - Background of zone and files.
 * @cssprop --sealdrop-text - Names and prompts.
 * @cssprop --sealdrop-muted - Everything said beside.
 * @cssprop --sealdrop-line - Borders.
 * @cssprop --sealdrop-danger - What went wrong.
 * @cssprop --sealdrop-success - What arrived.
 * @cssprop --sealdrop-radius - Of zone and files (12px).
 * @cssprop --sealdrop-gap - Between all parts (10px).
 * @cssprop --sealdrop-font - Font family (the page's).
 */
export class SealDropElement extends FormControl implements Settings {
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  }
  static override readonly styles: CSSResultGroup = styles
  static override readonly properties: PropertyDeclarations = properties

  declare required: boolean
  declare readOnly: boolean
  declare multiple: boolean
  declare accept: string
  declare maxSize: string | number
  declare maxFiles: number | undefined
  declare transport: string | Transport | undefined
  declare endpoint: string | undefined
  declare options: Readonly<Record<string, unknown>> | string | undefined
  declare seal: string | Seal | undefined
  declare recipients: string | readonly string[] | undefined
  declare pin: string | readonly string[] | undefined
  declare upload: 'auto' | 'submit' | 'manual'
  declare valueFormat: ValueFormat
  declare fileName: 'opaque' | 'original'
  declare capture: string | undefined
  declare label: string
  declare hint: string
  declare lang: string
  declare workerUrl: WorkerUrl | undefined
  declare parallel: number | undefined
  declare authorize: Authorize | undefined
  declare origins: readonly string[] | undefined
  declare retryPolicy: Partial<RetryPolicy> | undefined

  #words: Words = createWords(en, 'en')
  /** The page itself changes the list, and needs no event. */
  #isQuiet = false
  #environmentError: SealDropError | undefined
  readonly #faultTeller = new FaultTeller()
  #note = ''
  #dragged: Dragged | undefined
  #life: AbortController | undefined
  readonly #frame = new NextFrame(() => this.requestUpdate())

  constructor() {
    super()
    Object.assign(this, defaults)
    this.addEventListener('click', event => {
      // A click on the page's <label> comes in as one on the host itself.
      if (event.composedPath()[0] === this) this.focus()
    })
  }

  /** Every file that was added and not removed, refused ones too; a new frozen array after every change. */
  get files(): readonly SessionFile[] {
    return this.#works?.files ?? NO_FILES
  }
  get receipts(): readonly Receipt[] {
    return this.#works?.receipts ?? []
  }

  /** Takes files in, as if the person had chosen them. What is wrong with one, its state says. */
  add(files: Iterable<File>): void {
    this.#entrance.add(files)
    this.refreshValidity()
  }
  /** Sends what is ready, where `upload` is not `auto`. */
  start(): void {
    this.#entrance.act(session => session.start())
  }
  pause(id?: string): void {
    this.#entrance.act(session => session.pause(id))
  }
  resume(id?: string): void {
    this.#entrance.act(session => session.resume(id))
  }
  cancel(id?: string): void {
    this.#entrance.act(session => session.cancel(id))
  }
  retry(id?: string): void {
    this.#entrance.act(session => session.retry(id))
  }
  removeFile(id: string): void {
    this.#quietly(session => session.removeFile(id))
  }
  clear(): void {
    this.#entrance.clear()
    this.#quietly(session => session.clear())
    this.refreshValidity()
  }
  /** The receipts, when nothing moves any more. Rejects with the first SealDropError if a file failed. */
  async settled(): Promise<Receipt[]> {
    return (await this.#entrance.session()).settled()
  }
  /** Starts what is ready, settles, then commits where the transport commits a batch. */
  async finish(): Promise<Receipt[]> {
    return (await this.#entrance.session()).finish()
  }
  override focus(options?: FocusOptions): void {
    this.anchor()?.focus(options)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#life = new AbortController()
    const { signal } = this.#life
    const redraw = (): void => this.requestUpdate()
    receiveDrops(this, this.#dropping, signal)
    const mend = (): void => {
      void this.#entrance.load()
      this.#works?.mend()
      redraw()
    }
    addEventListener('online', mend, { signal })
    addEventListener('offline', redraw, { signal })
    this.addEventListener('focusin', redraw, { signal }) // the page's <label> may have changed
    this.#environmentError = elementEnvironmentError()
    mend()
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#life?.abort()
    // Moved within the page, it is connected again by then, and its uploads go on.
    queueMicrotask(() => {
      if (this.isConnected) return
      this.#works?.close()
      this.#entrance.clear()
      this.#refreshValue()
    })
  }

  override requestUpdate(name?: PropertyKey, oldValue?: unknown): void {
    if (name !== undefined) this.#entrance.isStale = true
    super.requestUpdate(name, oldValue)
  }
  /** Whoever waits for the drawing does not want to wait for the next frame. */
  protected override getUpdateComplete(): Promise<boolean> {
    if (this.#frame.isAsked) this.requestUpdate()
    return super.getUpdateComplete()
  }
  protected override update(changed: PropertyValues): void {
    const locale = localeOf(this)
    if (locale !== this.#words.locale) this.#words = createWords(en, locale)
    this.#frame.drop()
    this.#entrance.open()
    super.update(changed)
  }
  protected override updated(changed: PropertyValues): void {
    if (changed.has('name') || changed.has('valueFormat')) this.#refreshValue()
    this.refreshValidity()
    this.#works?.drawn()
    this.showStates({
      dragging: this.#dragged !== undefined,
      disabled: this.isDisabled,
      offline: !navigator.onLine,
      ...(this.#works?.states() ?? { empty: true }),
      ...(this.#fault && { failed: true }),
    })
    this.#faultTeller.tell(this.#fault, this.#host)
  }
  protected override render(): TemplateResult {
    const works = this.#works
    const known = works?.known
    const maxFiles = maxFilesOf(this)
    const pageLabel = pageLabelOf(this, this.labels ?? [])
    const isFull = works !== undefined && maxFiles !== undefined && works.count >= maxFiles
    const hasFiles = this.files.length > 0
    return widgetView({
      words: this.#words,
      label: pageLabel.text ? '' : this.label,
      hasLabelSlot: pageLabel.isSlotted,
      controlName: pageLabel.text || this.label,
      hint: this.hint || known?.hint || '',
      accept: known?.accept || this.accept,
      capture: this.capture,
      isMultiple: this.multiple,
      isRequired: this.required,
      isDisabled: this.isDisabled,
      isReadOnly: this.readOnly,
      isCompact: hasFiles,
      fullAt: isFull ? maxFiles : undefined,
      dragged: this.#dragged,
      faultMessage: this.#textOf(this.#fault),
      invalidMessage: this.invalidMessage,
      note: this.#note,
      list: hasFiles ? works?.list(this.isDisabled || this.readOnly) : undefined,
      seal: this.#fault ? undefined : known ? known.seal : sealToBe(this),
      pick: () => this.#pick(),
      picked: files => this.#dropping.take(files, 0),
      redraw: () => this.requestUpdate(),
      focus: () => this.focus(),
    })
  }

  protected override judge(isStrict: boolean): Verdict {
    return verdictOf({
      words: this.#words,
      works: this.#works,
      waiting: this.#entrance.waiting,
      faultMessage: this.#textOf(this.#fault ?? this.entryError),
      customMessage: this.customMessage,
      isRequired: this.required,
      isDeferred: this.#isDeferred && !isStrict,
    })
  }
  protected override anchor(): HTMLElement | undefined {
    return this.shadowRoot?.querySelector<HTMLElement>('#choose') ?? undefined
  }
  protected override hasWork(): boolean {
    if (this.#entrance.waiting > 0) return true
    return Boolean(this.#works?.isOpen) && (this.#isDeferred || !this.#isTransportKnown)
  }
  protected override work(): Promise<unknown> {
    this.resume()
    return this.finish()
  }

  get #works(): Works | undefined {
    return this.#entrance.works
  }
  /** The work happens when the form is sent. */
  get #isDeferred(): boolean {
    return this.upload === 'submit' || Boolean(this.#works?.commits)
  }
  /** Until its code is there, nobody knows whether it waits for the form. The hint tells the size that it takes. */
  get #isTransportKnown(): boolean {
    return Boolean(this.#works?.known.hint)
  }
  get #fault(): SealDropError | undefined {
    return this.#environmentError ?? this.#works?.fault
  }
  #textOf(fault: SealDropError | undefined): string {
    return fault ? faultText(this.#words, fault) : ''
  }

  readonly #dropping = {
    canTake: (): boolean => !this.isDisabled && !this.readOnly && !this.#fault,
    take: (files: readonly File[], folders: number): void => {
      this.#note = folders > 0 ? this.#words.strings.folders : ''
      if (this.#note) this.#say(this.#note)
      this.requestUpdate()
      const before = this.files
      this.add(files)
      if (this.files !== before || this.#entrance.waiting > 0) this.dispatchInput()
    },
    dragged: (what: Dragged | undefined): void => {
      this.#dragged = what
      this.requestUpdate()
    },
  }

  readonly #host: Host = {
    settings: this,
    words: () => this.#words,
    root: () => this.shadowRoot,
    say: text => this.#say(text),
    dispatch: event => this.dispatchEvent(event),
    redraw: () => this.requestUpdate(),
    redrawSoon: () => this.#frame.ask(),
    filesChanged: hasValueChanged => {
      this.invalidMessage = ''
      if (hasValueChanged) this.#refreshValue(!this.#isQuiet)
      this.refreshValidity()
    },
    listChanged: () => this.dispatchInput(),
  }

  readonly #entrance = new Entrance({
    element: this,
    host: this.#host,
    fault: () => this.#fault,
    loaded: isLoaded => {
      if (!isLoaded && this.#entrance.waiting === 0) return
      this.#note = isLoaded ? '' : this.#words.strings.unloaded
      if (this.#note) this.#say(this.#note)
      this.requestUpdate()
    },
  })

  #quietly(act: (session: Session) => void): void {
    const session = this.#works?.session
    this.#isQuiet = true
    try {
      if (session) act(session)
    } finally {
      this.#isQuiet = false
    }
  }

  #refreshValue(isLoud = false): void {
    this.setEntries(this.#works?.entries(this.valueFormat) ?? [], isLoud)
  }
  #say(text: string): void {
    const region = this.shadowRoot?.querySelector('#said')
    if (region) announce(region, text)
  }

  #pick(): void {
    if (this.anchor()?.matches(':disabled, [aria-disabled]')) return
    this.shadowRoot?.querySelector<HTMLInputElement>('#input')?.click()
  }
}

const NO_FILES: readonly SessionFile[] = Object.freeze([])

declare global {
  interface HTMLElementTagNameMap {
    'seal-drop': SealDropElement
  }
}
