import { type CSSResultGroup, LitElement, type PropertyValues, type TemplateResult } from 'lit'
import type { Receipt, SessionFile } from '../core/contracts.ts'
import type { SealDropError } from '../core/errors.ts'
import { acceptOf, type Outlook, outlookOf } from './admissible.ts'
import type { ControllerHost } from './controller-host.ts'
import { DropController } from './drop.ts'
import { FormControl } from './form-control.ts'
import { loadLanguages } from './load-languages.ts'
import { loadUploads } from './load-uploads.ts'
import { ariaAttributes, localeOf, pageLabelOf, tieAria } from './page-context.ts'
import { isSealed, maxFilesOf, providerOf } from './settings.ts'
import { en } from './strings/en.ts'
import { styles } from './styles.ts'
import { UploadController } from './upload-controller.ts'
import { type ValidationMode, type ValidityReport, validityOf } from './validity.ts'
import { expectedSealView, sealText } from './view/seal.ts'
import { announce, widgetView } from './view/widget.ts'
import { createWords, faultText, hintText, type Words } from './words.ts'

/**
 * A form control that takes documents, checks and encrypts them in the page, and delivers only ciphertext.
 *
 * New settings take effect at once while no file is listed, and otherwise when the list is empty again: a file is sent
 * as the settings were when it was added. Taken out of the page, the element stops and forgets its files; moved within the
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
 * @csspart thumb - Its picture, which shows it in large, or its type.
 * @csspart name - Its name.
 * @csspart meta - Its type and size.
 * @csspart status - Where it stands.
 * @csspart bar - Its progress.
 * @csspart action - A button of one file.
 * @csspart summary - Where the whole batch stands.
 * @csspart viewer - The window that shows a picture in large.
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
 * @cssstate user-invalid - Something is wrong with it, and whoever used it knows: as `:user-invalid` of a native control.
 *
 * @cssprop --sealdrop-accent - Button, progress, focus.
 * @cssprop --sealdrop-surface - Background of zone and files.
 * @cssprop --sealdrop-text - Names and prompts.
 * @cssprop --sealdrop-muted - Everything said beside.
 * @cssprop --sealdrop-line - Borders.
 * @cssprop --sealdrop-danger - What went wrong.
 * @cssprop --sealdrop-success - What arrived.
 * @cssprop [--sealdrop-radius=12px] - Of zone and files.
 * @cssprop [--sealdrop-gap=10px] - Between all parts.
 * @cssprop --sealdrop-font - Font family (the page's).
 */
export class SealDropElement extends FormControl {
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  }
  static override readonly styles: CSSResultGroup = styles

  /** No locale asked for these: they are drawn while others are awaited. */
  #words: Words = createWords('')
  #locale = ''
  #outlook: Outlook = NOTHING_READ
  #note = ''
  /** While the page itself changes the list, which fires no `input` and no `change`. */
  #isQuiet = false
  readonly #host: ControllerHost = {
    element: this,
    words: () => this.#words,
    outlook: () => this.#outlook,
    hasNewSettings: () => this.hasNewSettings,
    announce: line => announce(this.shadowRoot, line),
    showNote: note => {
      if (note) announce(this.shadowRoot, note)
      if (note !== this.#note) this.requestUpdate()
      this.#note = note
    },
    onStateChanged: () => this.#refreshValue(false),
    setFormValue: (...given) => this.setFormValue(...given),
    refreshValidity: () => this.refreshValidity(),
    quietly: act => this.#quietly(act),
    onFilesChanged: mayChangeValue => {
      if (mayChangeValue) this.#refreshValue(!this.#isQuiet)
      this.refreshValidity()
    },
    onFilesForgotten: () => {
      this.untouch()
      this.#refreshValue(false)
      this.refreshValidity()
      this.requestUpdate() // otherwise the drawn list would keep their names and contents in memory
    },
  }
  readonly #controller = new UploadController(this.#host)
  readonly #drop = new DropController({
    element: this,
    canTake: () => this.#canTake(),
    take: (files, folders) => this.#take(files, folders),
  })

  constructor() {
    super()
    // A click on the page's <label> comes in as one on the host itself; in Firefox also after one inside, where the label is around it.
    let isInside = false
    this.addEventListener('click', event => {
      if (event.composedPath()[0] === this) {
        if (!isInside) this.#choose()
      } else {
        isInside = true
        setTimeout(() => {
          isInside = false
        })
      }
    })
    this.addEventListener('focusin', () => this.requestUpdate()) // the page's <label> may have changed
  }

  /** Every file that was added and not removed, refused ones too; a new frozen array after every change. */
  get files(): readonly SessionFile[] {
    return this.#controller.uploads?.files ?? NO_FILES
  }
  /** What was delivered, in the order of the list. */
  get receipts(): readonly Receipt[] {
    return this.#controller.uploads?.receipts ?? []
  }

  /** Adds files, as a person does by choosing them, but without `input`. The state of a refused one says why. */
  add(files: Iterable<File>): void {
    this.#controller.add(files)
    this.refreshValidity()
  }
  /** Sends what is ready, where `upload` is not `auto`. */
  start(): void {
    this.#controller.act(session => session.start())
  }
  /** Stops a file; without an id all of them, and what is ready waits, too. */
  pause(id?: string): void {
    this.#controller.act(session => session.pause(id))
  }
  /**
   * Lets a paused file go on where it stopped; without an id all of them. Also what an earlier view of the page left, while
   * there is a place for it.
   */
  resume(id?: string): void {
    this.#controller.act((_, uploads) => uploads.resume(id))
  }
  /** Ends a file, or all; what the service has of it is deleted there, where the service can. */
  cancel(id?: string): void {
    this.#controller.act(session => session.cancel(id))
  }
  /** Tries a failed file again, or all; one that waits for its next try goes on at once. */
  retry(id?: string): void {
    this.#controller.act(session => session.retry(id))
  }
  /** Cancels a file, and takes it off the list. */
  removeFile(id: string): void {
    this.#quietly(() => this.#controller.uploads?.session?.removeFile(id))
  }
  /** Cancels all files, and empties the list. */
  clear(): void {
    this.#controller.clearQueue()
    this.#quietly(() => this.#controller.uploads?.call(session => session.clear()))
    this.refreshValidity()
    this.requestUpdate() // no file changes where all were removed before
  }
  /** The receipts, when nothing moves any more. Rejects with the first SealDropError if a file failed. */
  async settled(): Promise<Receipt[]> {
    return (await this.#controller.session()).settled()
  }
  /** Starts what is ready, settles, then commits where the transport commits a batch. */
  async finish(): Promise<Receipt[]> {
    return (await this.#controller.session()).finish()
  }
  /**
   * Deletes all that is kept in this browser for pages of this origin, whoever left it: for a sign-out. What is being sent goes
   * on, but survives no reload. Nothing is taken back at the services.
   */
  async clearShelf(): Promise<void> {
    return (await loadUploads()).Uploads.clearShelf()
  }
  /** Moves the focus to the button that opens the file chooser. */
  override focus(options?: FocusOptions): void {
    this.anchor()?.focus(options)
  }

  static override get observedAttributes(): string[] {
    // biome-ignore lint/complexity/noThisInStatic: by a class's name, Lit would finish that class and not this one
    return [...super.observedAttributes, ...ariaAttributes]
  }
  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now)
    this.requestUpdate()
  }

  /** Nobody who waits for the drawing should have to wait for the next frame. */
  protected override getUpdateComplete(): Promise<boolean> {
    if (this.#controller.uploads?.isRedrawDue) this.requestUpdate()
    return super.getUpdateComplete()
  }
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    const locale = localeOf(this)
    if (locale !== this.#locale || changed.has('strings')) void this.#speak(locale)
    this.#outlook = outlookOf(this)
  }
  protected override updated(changed: PropertyValues): void {
    const { uploads, fault } = this.#controller
    if (changed.has('name') || changed.has('valueFormat')) this.#refreshValue(false)
    this.refreshValidity()
    this.#group()
    this.showStates({
      dragging: this.#drop.dragged !== undefined,
      disabled: this.isDisabled,
      offline: !navigator.onLine,
      ...(uploads?.states ?? { empty: true }),
      ...(fault && { failed: true }),
    })
    this.#controller.reportFault()
  }
  protected override render(): TemplateResult {
    const { uploads, fault } = this.#controller
    const { dragged } = this.#drop
    const pageLabel = pageLabelOf(this, this.labels ?? [])
    const name = pageLabel.name || this.label
    const model = uploads?.model(this.isDisabled || this.readOnly, name, dragged)
    const admissible = uploads?.admissible ?? this.#outlook
    return widgetView({
      accept: acceptOf(admissible, this.capture),
      hint: hintText(this.#words, admissible, maxFilesOf(this)),
      isMultiple: this.multiple,
      ...model,
      element: this,
      words: this.#words,
      pageLabel,
      name,
      seal: fault ? undefined : model ? model.seal : this.#expectedSeal(),
      isDisabled: this.isDisabled,
      isDragged: dragged !== undefined,
      faultMessage: this.#textOf(fault),
      invalidMessage: this.invalidMessage,
      note: this.#note,
      choose: () => this.#choose(),
      take: files => this.#take(files),
    })
  }

  protected override judge(mode: ValidationMode): ValidityReport {
    const { uploads, queued, fault } = this.#controller
    const exposed = mode === 'exposing' && this.value ? uploads?.exposed() : undefined
    return validityOf({
      words: this.#words,
      uploads,
      queued,
      faultMessage: this.#textOf(fault ?? uploads?.entryError ?? exposed),
      customMessage: this.customMessage,
      isRequired: this.required,
      mode,
      isDeferred: this.#isDeferred && mode === 'editing',
    })
  }
  protected override isExposedBy(submitter: HTMLElement | null): boolean {
    return this.#controller.uploads?.isExposedBy(submitter) ?? false
  }
  protected override askAgain(submitter: HTMLElement | null): void {
    this.#controller.uploads?.askAgain(submitter)
  }
  protected override anchor(): HTMLElement | undefined {
    return this.shadowRoot?.querySelector<HTMLElement>('#choose') ?? undefined
  }
  protected override restore(state: string): void {
    this.#controller.restore(state)
  }
  protected override hasWork(): boolean {
    const { uploads, queued } = this.#controller
    if (queued > 0) return true
    if (!uploads || uploads.counts.open === 0) return false
    // Until the transport's code is there, nobody knows whether it waits for the form.
    return this.#isDeferred || !uploads.isTransportLoaded
  }
  protected override work(): Promise<unknown> {
    this.#controller.act((_, uploads) => uploads.workForForm())
    return this.finish()
  }
  /** The work happens when the form is sent. */
  get #isDeferred(): boolean {
    return this.upload === 'submit' || Boolean(this.#controller.uploads?.commits)
  }

  /** English is there at once. Until other words are, those before stay; where they cannot be loaded, it is English. */
  async #speak(locale: string): Promise<void> {
    this.#locale = locale
    const { strings } = this
    const spoken =
      /^en\b/.test(locale) && !strings
        ? undefined
        : await loadLanguages()
            .then(({ spokenIn }) => spokenIn(locale, strings, en))
            .catch(() => undefined)
    if (locale !== this.#locale || strings !== this.strings) return
    this.#words = createWords(locale, spoken)
    this.requestUpdate()
  }
  #expectedSeal(): TemplateResult | undefined {
    const provider = providerOf(this)
    if (!provider || !isSealed(this)) return undefined
    return expectedSealView(sealText(this.#words, provider, this.#words.strings.sealedFor))
  }
  #textOf(fault: SealDropError | undefined): string {
    return fault ? faultText(this.#words, fault) : ''
  }
  /**
   * Tells assistive technology what the element is, by a name of ours: a `<label>` would name the group, too, and be read twice
   * with the button. Where the page names the element by ARIA, that would be the group's name: then it is none.
   */
  #group(): void {
    const button = this.anchor()
    if (button) tieAria(this, button)
    const { internals } = this
    if (!internals) return
    internals.ariaLabel = this.#words.strings.group
    const isNamed = this.hasAttribute('aria-label') || this.hasAttribute('aria-labelledby')
    internals.role = isNamed ? null : 'group'
  }
  #choose(): void {
    this.focus()
    this.shadowRoot?.querySelector<HTMLElement>('#input')?.click() // opens nothing while it is disabled
  }
  #canTake(): boolean {
    return !this.isDisabled && !this.readOnly && !this.#controller.fault
  }
  /** A person gave these files. The element may have been switched off while the chooser was open. */
  #take(files: readonly File[], folders = 0): void {
    if (!this.#canTake()) return
    this.#controller.add(files, true, folders)
    this.refreshValidity()
  }
  #quietly(act: () => void): void {
    this.#isQuiet = true
    try {
      act()
    } finally {
      this.#isQuiet = false
    }
  }
  #refreshValue(isByPerson: boolean): void {
    const { uploads, formState } = this.#controller
    if (uploads) uploads.refreshValue(isByPerson)
    else this.setFormValue('', null, formState)
  }
}

const NOTHING_READ: Outlook = { formats: [], largest: undefined, fault: undefined }
const NO_FILES: readonly SessionFile[] = Object.freeze([])

declare global {
  interface HTMLElementTagNameMap {
    'seal-drop': SealDropElement
  }
}
