import { LitElement, type PropertyDeclaration, type PropertyValues } from 'lit'
import type { SealDropError } from '../core/errors.ts'
import { read } from './properties.ts'
import { dropSubmit, type Gate, guardSubmit } from './submit.ts'
import type { Verdict } from './verdict.ts'

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
  /** As the browser says it: by its own attribute, or by a fieldset around it. */
  #isSwitchedOff = false
  /** The submit's work is over: what waits for a submit counts as undone. */
  #isStrict = false
  /** By which measure `invalidMessage` is so. */
  #isShownStrict = false
  /** Why there are no entries, although there is something. */
  protected entryError: SealDropError | undefined
  #entries: readonly string[] = []
  #unguard: (() => void) | undefined
  readonly #gate: Gate = {
    hasWork: () => !this.isDisabled && this.hasWork(),
    work: async () => {
      await this.work().catch(() => {}) // what failed, the verdict says
      return !this.#isBlocked
    },
    isBlocked: () => this.#isBlocked,
    reportValidity: () => {
      this.#isStrict = true
      try {
        return this.reportValidity()
      } finally {
        // Back at once: a control that stays invalid would get no submit event to try again at.
        this.#isStrict = false
        this.refreshValidity()
      }
    },
  }

  protected static override getPropertyDescriptor(
    name: string,
    key: string | symbol,
    options: PropertyDeclaration,
  ): PropertyDescriptor {
    // biome-ignore lint/complexity/noThisInStatic: Lit asks for the class at hand
    const plain = super.getPropertyDescriptor(name, key, options)
    return {
      ...plain,
      set(value: unknown) {
        plain?.set?.call(this, read(name, value))
      },
    }
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
  /** Does it. */
  protected abstract work(): Promise<unknown>
  protected abstract clear(): void

  /** Not by the page's own message: whether that stops the form the browser says, when it is sent. */
  get #isBlocked(): boolean {
    return !this.isDisabled && this.judge(true).own !== ''
  }

  /** Disabled by itself or by a fieldset around it. */
  protected get isDisabled(): boolean {
    return this.disabled || this.#isSwitchedOff
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
    this.refreshValidity()
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
    this.#showInvalid() // judges, too
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
  protected setEntries(given: readonly string[] | SealDropError, isLoud: boolean): void {
    const before = this.value
    this.entryError = given instanceof Error ? given : undefined
    const entries = given instanceof Error ? [] : given
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

  protected refreshValidity(): void {
    const { flags, message } = this.judge(this.#isStrict)
    this.internals?.setValidity(flags, message, this.anchor())
    if (this.invalidMessage && this.judge(this.#isShownStrict).message === '') {
      this.invalidMessage = ''
      this.requestUpdate()
    }
  }

  #showInvalid(): void {
    this.#isShownStrict = this.#isStrict
    this.invalidMessage = this.validationMessage
    this.requestUpdate()
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
    this.#isSwitchedOff = isDisabled
    this.requestUpdate()
  }
  formResetCallback(): void {
    if (this.form) dropSubmit(this.form)
    this.invalidMessage = ''
    this.clear()
  }
}
