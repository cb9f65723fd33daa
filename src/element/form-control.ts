import type { PropertyValues } from 'lit'
import type { Gate } from './gate.ts'
import { SettingsElement } from './settings.ts'
import { standInsOf } from './stand-ins.ts'
import { dropSubmit, guardSubmit } from './submit.ts'
import type { ValidationMode, ValidityReport } from './validity.ts'

/** Native fields, as all those of a form are until somebody used them or tried to send it: `reportValidity()` does not change that. */
const UNTRIED = 'input:is(:valid,:invalid):not(:is(:user-valid,:user-invalid))'

/**
 * What makes an element a form control: its entries in the form's data, its validity, and its work before the form is
 * sent. What the entries are and what is valid, the subclass says.
 */
export abstract class FormControl extends SettingsElement {
  static readonly formAssociated: boolean = true

  readonly #attached = this.attachInternals?.()
  /** Undefined where it has too little for a form, as in test runners; the page is then told by `environment.ts`. */
  protected readonly internals: ElementInternals | undefined =
    this.#attached && 'setFormValue' in this.#attached ? this.#attached : undefined
  /** The message that the page set with `setCustomValidity()`. */
  protected customMessage = ''
  /** The mode that the browser is told the validity in. */
  #mode: ValidationMode = 'editing'
  /** The message that is shown since somebody tried to send the form, and how it was judged then. */
  #shown: { readonly message: string; readonly mode: ValidationMode } | undefined
  #value = ''
  /** Somebody has changed it, or tried to send its form: `:user-invalid` of a native control waits for that, too. */
  #isTouched = false
  /** A script has it reported. */
  #isReported = false
  /** What the browser says: disabled by its own attribute, or by a fieldset around it. */
  #isDisabledByBrowser = false
  #unguard: (() => void) | undefined
  readonly #gate: Gate = {
    touch: () => this.#touch(),
    hasWork: () => !this.isDisabled && this.hasWork(),
    work: async () => {
      await this.work().catch(() => {}) // the validity says what failed
      return !this.#isBlocked
    },
    isBlocked: () => this.#isBlocked,
    askAgain: submitter => this.askAgain(submitter),
    isExposedBy: submitter => this.isExposedBy(submitter),
    reportValidity: isExposed => {
      this.#mode = isExposed ? 'exposing' : 'submitting'
      this.reportValidity()
      // At once: a control that stays invalid would get no submit event, so that the form could not be sent again.
      this.#mode = 'editing'
      this.refreshValidity()
    },
  }

  constructor() {
    super()
    // Written before the element was defined, it would hide the accessor for ever. Lit sees to the settings alone.
    Reflect.deleteProperty(this, 'value')
    let isByScript = false
    this.addEventListener('invalid', () => {
      isByScript = true
      // Comes before the next listener, unless the event is fired within a script: for a press it is the browser that fires it.
      queueMicrotask(() => {
        isByScript = false
      })
    })
    this.addEventListener('invalid', () => {
      if (this.#isReported) return
      if (!isByScript) return this.#showInvalid(true)
      const root = this.getRootNode() as Document | ShadowRoot
      const { activeElement } = root
      queueMicrotask(() => {
        // `checkValidity()` moves no focus: nobody should read an error yet.
        if (root.activeElement !== activeElement)
          this.#showInvalid(!this.form?.querySelector(UNTRIED))
      })
    })
    this.addEventListener('input', ({ target }) => {
      if (target === this) this.#touch()
    })
  }

  protected abstract judge(mode: ValidationMode): ValidityReport
  /** Whether this button would put entries into a URL that are not for one. */
  protected abstract isExposedBy(submitter: HTMLElement | null): boolean
  /** Says that the form can be sent now, by another press. */
  protected abstract askAgain(submitter: HTMLElement | null): void
  /** Where the browser shows its message. */
  protected abstract anchor(): HTMLElement | undefined
  /** Whether something is left to do when the form is sent. */
  protected abstract hasWork(): boolean
  /** Does it. */
  protected abstract work(): Promise<unknown>
  protected abstract clear(): void
  /** Brings back what `setFormValue` was given as the state. */
  protected abstract restore(state: string): void

  get #isBlocked(): boolean {
    return !this.isDisabled && this.judge('submitting').message !== ''
  }
  /** Disabled by itself or by a fieldset around it. */
  protected get isDisabled(): boolean {
    return this.disabled || this.#isDisabledByBrowser
  }
  /** Shown at the control until it is valid; '' when there is nothing to show. */
  protected get invalidMessage(): string {
    return (this.willValidate && this.#shown?.message) || ''
  }

  /** The form it belongs to. */
  get form(): HTMLFormElement | null {
    return this.internals ? this.internals.form : (this.closest?.('form') ?? null)
  }
  /** The `<label>` elements that name it. */
  get labels(): NodeList | undefined {
    return (
      this.#attached?.labels ??
      this.ownerDocument?.querySelectorAll(`label[for=${JSON.stringify(this.id)}]`)
    )
  }
  /** What is wrong with it, as on any form control. */
  get validity(): ValidityState {
    const { flags, message } = this.refreshValidity()
    return this.internals?.validity ?? ({ ...flags, valid: !message } as ValidityState)
  }
  /** What is wrong with it, in words; '' when nothing is. */
  get validationMessage(): string {
    return this.refreshValidity().message
  }
  /** Whether its validity counts when the form is sent. */
  get willValidate(): boolean {
    return this.internals?.willValidate ?? !(this.isDisabled || this.readOnly)
  }
  /** Whether it is valid; fires `invalid` when it is not. */
  checkValidity(): boolean {
    const { message } = this.refreshValidity()
    if (this.internals) return this.internals.checkValidity()
    const isValid = !message || !this.willValidate
    if (!isValid) this.dispatchEvent(new Event('invalid', { cancelable: true }))
    return isValid
  }
  /** Whether it is valid; shows what is wrong when it is not. */
  reportValidity(): boolean {
    this.#showInvalid() // refreshes the validity, too
    this.#isReported = true
    const isValid = this.internals?.reportValidity() ?? this.checkValidity()
    this.#isReported = false
    return isValid
  }
  /** Makes it invalid with these words, until they are set to ''. */
  setCustomValidity(message: string): void {
    this.customMessage = message
    this.refreshValidity()
  }

  /** One entry for each finished file, a line each. Set to '' it empties the control; nothing else can be put in. */
  get value(): string {
    return this.#value
  }
  set value(value: string | null | undefined) {
    if (!value) this.clear()
    else if (value !== this.#value)
      throw new DOMException('The value can only be emptied.', 'InvalidStateError')
  }

  /** Sets the value, what the form's data holds, and the state that the browser may restore later. */
  protected setFormValue(value: string, data: FormData | null, state: string | null): void {
    this.#value = value
    const holder = this.internals ?? standInsOf(this)
    holder?.setFormValue(data, state)
  }

  protected refreshValidity(): ValidityReport {
    const report = this.judge(this.#mode)
    this.internals?.setValidity(report.flags, report.message, this.anchor())
    if (this.#shown) this.#show(this.#shown.mode)
    this.showStates({
      'user-invalid':
        this.#isTouched && this.willValidate && (report.isLasting || this.#shown !== undefined),
    })
    return report
  }
  /** As if nobody had used it yet. */
  protected untouch(): void {
    this.#shown = undefined
    this.#isTouched = false
    this.requestUpdate()
  }
  #touch(): void {
    this.#isTouched = true
    this.refreshValidity()
  }
  /** From now on the message is shown, and kept up to date, until there is none. `isSent`: somebody tried to send the form. */
  #showInvalid(isSent = false): void {
    this.refreshValidity()
    this.#show(this.#mode)
    if (isSent) this.#touch()
  }
  #show(mode: ValidationMode): void {
    const { message } = this.judge(mode)
    if (message !== this.#shown?.message) this.requestUpdate()
    this.#shown = message ? { message, mode } : undefined
  }

  /** Sets the `:state()`s that are true. */
  protected showStates(states: Readonly<Record<string, boolean>>): void {
    for (const [name, isOn] of Object.entries(states)) {
      try {
        this.internals?.states[isOn ? 'add' : 'delete'](name)
      } catch {
        return // Chromium before 125 takes names that begin with two dashes only
      }
    }
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.formAssociatedCallback(this.form)
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.formAssociatedCallback(null)
  }
  protected override willUpdate(changed: PropertyValues): void {
    // Lit writes attributes after the drawing. This one is written before: what is drawn depends on the browser's answer.
    if (changed.has('disabled')) this.toggleAttribute?.('disabled', this.disabled)
    super.willUpdate(changed)
  }
  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.#unguard?.()
    this.#unguard = form && this.isConnected ? guardSubmit(form, this.#gate) : undefined
  }
  formDisabledCallback(isDisabled: boolean): void {
    this.#isDisabledByBrowser = isDisabled
    this.requestUpdate()
  }
  /** What the browser kept of an earlier view of the page: only ever what `setFormValue` was given. */
  formStateRestoreCallback(state: unknown, mode: string): void {
    if (mode === 'restore' && typeof state === 'string') this.restore(state)
  }
  formResetCallback(): void {
    if (this.form) dropSubmit(this.form)
    this.untouch()
    this.clear()
  }
}
