import {
  LitElement,
  type PropertyDeclaration,
  type PropertyDeclarations,
  type PropertyValues,
} from 'lit'
import type { Authorize, Transport } from '../core/contracts.ts'
import type { Seal } from '../seal/choice.ts'
import type { SessionOptions } from '../session/session.ts'
import type { WorkerUrl } from '../thread/thread.ts'
import type { OwnStrings } from './strings/strings.ts'

export type ValueFormat = 'reference' | 'ticket' | 'receipt'

/** `initial`: what a property is while nobody has set it. */
type Declaration = PropertyDeclaration & { readonly initial?: unknown }

const own = { attribute: false } as const
/** A default is not written into the page. */
const text = (initial: string): Declaration => ({ useDefault: true, initial })
/** Reflected, as on native controls. */
const mirrored: Declaration = { ...text(''), reflect: true }
const flag: Declaration = { ...mirrored, type: Boolean, initial: false }

/** Properties, as the README lists them. Their attributes are called the same, with dashes between the words. */
const declarations: Readonly<Record<string, Declaration>> = {
  name: mirrored,
  required: flag,
  disabled: flag,
  readOnly: { ...flag, attribute: 'readonly' },
  multiple: flag,
  accept: text('.pdf,.jpg,.png'),
  maxSize: text('20MiB'),
  maxFiles: {},
  transport: {},
  endpoint: {},
  options: {},
  seal: {},
  recipients: {},
  pin: {},
  upload: text('auto'),
  valueFormat: text('reference'),
  fileName: text('opaque'),
  capture: {},
  previews: text('on'),
  label: text(''),
  hint: text(''),
  lang: mirrored,
  strings: own,
  workerUrl: {},
  parallel: {},
  shelf: text('on'),
  shelfScope: {},
  stripLocation: flag,
  refuseProtected: flag,
  serverReason: flag,
  guardLeave: flag,
  keepAwake: flag,
  authorize: own,
  origins: {},
  retryPolicy: own,
  timeouts: own,
}
const names = Object.keys(declarations)
const recordOf = <Value>(valueFor: (name: string) => Value): Record<string, Value> =>
  Object.fromEntries(names.map(name => [name, valueFor(name)]))

/** What cannot be read stays a string, so that the session options can say that it is wrong. */
const json = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const number = (text: string): unknown => (Number.isNaN(Number(text)) ? text : Number(text))

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  maxFiles: number,
  parallel: number,
  options: json,
  origins: text => text.split(/\s+/).filter(word => word !== ''),
}

/** Empty text means none for these, too. For others it must not: an empty `pin` is one that a template did not fill in. */
const mayBeEmpty: ReadonlySet<string> = new Set(['seal', 'workerUrl'])

/**
 * What a property becomes when it is set to `value`, by its attribute or by a script: frameworks set the property with
 * the attribute's text, and write null, undefined or '' for no value.
 */
const read = (name: string, value: unknown): unknown => {
  const byDefault = declarations[name]?.initial
  if (value === undefined || value === null) return byDefault
  if (value === '' && (byDefault !== undefined || name in readers || mayBeEmpty.has(name)))
    return byDefault
  return typeof value === 'string' ? (readers[name]?.(value) ?? value) : value
}

/** The element's properties: how they are declared, what they default to, and how a written value is read. */
export abstract class SettingsElement extends LitElement {
  static override readonly properties: PropertyDeclarations = recordOf(name => ({
    attribute: name.replace(/[A-Z]/g, '-$&').toLowerCase(),
    ...declarations[name],
    noAccessor: true,
  }))

  /** The name of its entries in the form's data. */
  declare name: string
  /** At least one file must be delivered. */
  declare required: boolean
  /** Switched off, as any form control. */
  declare disabled: boolean
  /** The list is shown and cannot be changed. */
  declare readOnly: boolean
  /** More than one file may be there. */
  declare multiple: boolean
  /** `.pdf,.jpg,.png`, or fewer of them, as on `<input type="file">`; judged by content. */
  declare accept: string
  /** How large a file may be as it is *sent*: `20MiB`, `500kB`, or bytes. */
  declare maxSize: string | number
  /** How many files may be there: with `multiple` no limit, else one. */
  declare maxFiles: number | undefined
  /** `didww`, `privasfer`, `dokstamp`, `cryptshare`, `tus`, `http`, or in JS a `Transport` object. */
  declare transport: string | Transport | undefined
  /** Base URL of the named transport; may be relative. */
  declare endpoint: string | undefined
  /** The named transport's other options; in text, as JSON. A string is JSON that could not be read. */
  declare options: Readonly<Record<string, unknown>> | string | undefined
  /** `age`, `age+pdf`, `didww` or `none: <reason>`; else `age` for `recipients`, or what the transport prescribes. */
  declare seal: string | Seal | undefined
  /** `age1…` and `age1tag1…` keys, or post-quantum ones (`age1pq1…`, `age1tagpq1…`), not both; in text, with spaces between. */
  declare recipients: string | readonly string[] | undefined
  /** DIDWW: the fingerprints of both keys, as `A:::B` or with a space. */
  declare pin: string | readonly string[] | undefined
  /** When files are sent: at once, when the form is, or by `start()` or `finish()`. */
  declare upload: 'auto' | 'submit' | 'manual'
  /** What the form's data holds of a file: the service's reference, the relay's signed ticket, or the receipt. */
  declare valueFormat: ValueFormat
  /** The name told to the server: a random UUID, or the original with 8 hex digits before its suffix. */
  declare fileName: 'opaque' | 'original'
  /** Which camera a phone offers, as on `<input type="file">`. */
  declare capture: string | undefined
  /** Whether the list shows pictures of JPEGs and PNGs. */
  declare previews: 'on' | 'off'
  /** The control's name, where no `<label>` or slot gives it. */
  declare label: string
  /** What may be added, instead of our words. */
  declare hint: string
  /** Locale of numbers and dates: else the nearest `lang`, then the browser's. */
  declare lang: string
  /** URL of `worker.js`, where it is not found by itself. */
  declare workerUrl: WorkerUrl | undefined
  /** Files in flight at once (3); requests, where several files share one. */
  declare parallel: number | undefined
  /** Whether unfinished ciphertext, and what the form has not sent yet, survive a reload in this browser. */
  declare shelf: 'on' | 'off'
  /** The site's opaque id of whoever is signed in: what was left under another one is deleted. */
  declare shelfScope: string | undefined
  /** Whether what a JPEG or PNG holds beside the picture, such as where it was taken, is left out. */
  declare stripLocation: boolean
  /** Whether a PDF is refused that opens only with a password or a certificate. */
  declare refuseProtected: boolean
  /** Whether the server's own words about a failure are shown after ours. */
  declare serverReason: boolean
  /** Whether the browser asks before the page is left, while a file has neither arrived nor been given up. */
  declare guardLeave: boolean
  /** Whether the screen stays on while files are on their way. */
  declare keepAwake: boolean
  /** The site's own words, by locale: they replace ours one by one. */
  declare strings: OwnStrings | undefined
  /** The headers of a request, or a promise of them; asked for each request. */
  declare authorize: Authorize | undefined
  /** Further origins that headers and bytes may go to; in text, with spaces between. */
  declare origins: readonly string[] | undefined
  /** How often, and how soon, what failed is tried again. */
  declare retryPolicy: SessionOptions['retryPolicy']
  /** How long each request waits, in milliseconds; those of the transport's options win. */
  declare timeouts: SessionOptions['timeouts']

  // Not set by the accessors: Lit would take that for a change, and write it into the page.
  readonly #values: Record<string, unknown> = recordOf(name => declarations[name]?.initial)
  #hasNewSettings = true

  static {
    // Accessors of our own, because a written value is read first: Lit has no other hook for that.
    for (const name of names)
      Object.defineProperty(SettingsElement.prototype, name, {
        get(this: SettingsElement): unknown {
          return this.#values[name]
        },
        set(this: SettingsElement, value: unknown) {
          const before = this.#values[name]
          this.#values[name] = read(name, value)
          this.requestUpdate(name, before)
        },
        configurable: true,
        enumerable: true,
      })
  }

  /** Whether a property was set that the next drawing has yet to read. */
  protected get hasNewSettings(): boolean {
    return this.#hasNewSettings
  }
  override requestUpdate(name?: PropertyKey, oldValue?: unknown): void {
    if (name !== undefined) this.#hasNewSettings = true
    super.requestUpdate(name, oldValue)
  }
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    this.#hasNewSettings = false
  }
}

/** The properties that decide how files travel. */
export type Settings = Readonly<
  Pick<
    SettingsElement,
    | 'name'
    | 'transport'
    | 'endpoint'
    | 'options'
    | 'seal'
    | 'recipients'
    | 'pin'
    | 'accept'
    | 'maxSize'
    | 'maxFiles'
    | 'stripLocation'
    | 'refuseProtected'
    | 'multiple'
    | 'upload'
    | 'valueFormat'
    | 'fileName'
    | 'workerUrl'
    | 'parallel'
    | 'shelf'
    | 'previews'
    | 'shelfScope'
    | 'origins'
    | 'retryPolicy'
    | 'timeouts'
    | 'authorize'
  >
>

/** How many files may be there: one, unless the page says otherwise. */
export const maxFilesOf = ({
  maxFiles,
  multiple,
}: Pick<Settings, 'maxFiles' | 'multiple'>): number | undefined =>
  maxFiles ?? (multiple ? undefined : 1)

/** Whether files leave encrypted. With any `seal` but a written `none` they do, or they do not leave at all. */
export const isSealed = ({ seal }: Pick<Settings, 'seal'>): boolean =>
  !(typeof seal === 'string' ? /^\s*none\b/.test(seal) : seal?.scheme === 'none')

/** What the transport is called; '' where none is named. */
export const providerOf = ({ transport }: Pick<Settings, 'transport'>): string =>
  typeof transport === 'object' ? (transport?.name ?? '') : (transport ?? '')
