import { LitElement } from 'lit'
import { type Gate, guardSubmit } from './submit.ts'

/** What `setValidity` is told. */
export interface Verdict {
  readonly flags: ValidityStateFlags
  readonly message: string
}

/**
 * What makes an element a form control: its entries in the form's data, its validity, and its wait at the form's submit.
 * What the entries and the verdict are, the subclass says.
 */
export abstract class FormControl extends LitElement {
  static readonly formAssociated: boolean = true

  declare name: string
  declare disabled: boolean
  protected readonly internals: ElementInternals | undefined = this.attachInternals?.()
  /** The page's own, by `setCustomValidity`. */
  protected customMessage = ''
  /** Shown at the control once somebody tried to send the form, until something changes. */
  protected invalidMessage = ''
  #isFieldsetDisabled = false
  #entries: readonly string[] = []
  #unguard: (() => void) | undefined
  readonly #gate: Gate = {
    hasWork: () => !this.isDisabled && this.hasWork(),
    work: () => this.work(),
    reportValidity: () => {
      this.refreshValidity(true)
      const isValid = this.reportValidity()
      // Back at once: a control that stays invalid would get no submit event to try again at.
      this.#setValidity(this.judge(false))
      return isValid
    },
  }

  constructor() {
    super()
    this.addEventListener('invalid', () => {
      // Scripts also ask silently, on load say; then nobody wants to be told off yet.
      if (navigator.userActivation?.isActive ?? true) this.#showInvalid()
    })
  }

  /** `isStrict`: nothing more is going to be done before the form is sent. */
  protected abstract judge(isStrict: boolean): Verdict
  /** Where the browser shows its message. */
  protected abstract anchor(): HTMLElement | undefined
  /** Whether something is left to do when the form is sent. */
  protected abstract hasWork(): boolean
  /** Does it; true when nothing is left. Never rejects. */
  protected abstract work(): Promise<boolean>
  protected abstract clear(): void

  /** Disabled by itself or by a fieldset around it. */
  protected get isDisabled(): boolean {
    return this.disabled || this.#isFieldsetDisabled
  }

  get form(): HTMLFormElement | null {
    return this.internals?.form ?? null
  }
  get labels(): NodeList | undefined {
    return this.internals?.labels
  }
  get validity(): ValidityState | undefined {
    this.refreshValidity()
    return this.internals?.validity
  }
  get validationMessage(): string {
    return this.internals?.validationMessage ?? ''
  }
  get willValidate(): boolean {
    return this.internals?.willValidate ?? false
  }
  checkValidity(): boolean {
    this.refreshValidity()
    return this.internals?.checkValidity() ?? false
  }
  reportValidity(): boolean {
    this.#showInvalid()
    return this.internals?.reportValidity() ?? false
  }
  setCustomValidity(message: string): void {
    this.customMessage = message
    this.refreshValidity()
  }

  /** One entry for each finished file, a line each. Set to '' it empties the control; nothing else can be put in. */
  get value(): string {
    return this.#entries.join('\n')
  }
  set value(value: string | null | undefined) {
    if (!value) this.clear()
    else if (value !== this.value)
      throw new DOMException('The value can only be emptied.', 'InvalidStateError')
  }

  /**
   * What the form's data holds under the control's name. The browser is given nothing to keep on disk: what it restores
   * after a crash would be references without the files' names. `isLoud`: the page is told, as by a native control.
   */
  protected setEntries(entries: readonly string[], isLoud: boolean): void {
    const before = this.value
    this.#entries = entries
    const data = new FormData()
    for (const entry of entries) data.append(this.name, entry)
    this.internals?.setFormValue(this.name && entries.length > 0 ? data : null, null)
    if (!isLoud || this.value === before) return
    this.dispatchInput()
    this.dispatchEvent(new Event('change', { bubbles: true }))
  }
  protected dispatchInput(): void {
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
  }

  protected refreshValidity(isStrict = false): void {
    this.#setValidity(this.judge(isStrict))
  }

  #showInvalid(): void {
    this.invalidMessage = this.validationMessage
    this.requestUpdate()
  }
  #setValidity({ flags, message }: Verdict): void {
    if (message === '') this.invalidMessage = ''
    this.internals?.setValidity(flags, message, this.anchor())
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
  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.#unguard?.()
    this.#unguard = form && this.isConnected ? guardSubmit(form, this.#gate) : undefined
  }
  formDisabledCallback(isDisabled: boolean): void {
    this.#isFieldsetDisabled = isDisabled
    this.requestUpdate()
  }
  formResetCallback(): void {
    this.invalidMessage = ''
    this.clear()
  }
}
