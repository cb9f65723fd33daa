import type { PropertyDeclarations } from 'lit'

const own = { attribute: false } as const
/** Reflected as on native controls, but a default is not written into the page. */
const mirrored = { reflect: true, useDefault: true } as const
const flag = { ...mirrored, type: Boolean } as const

/** Attributes and properties, as the README lists them. */
export const properties: PropertyDeclarations = {
  name: mirrored,
  required: flag,
  disabled: flag,
  readOnly: { ...flag, attribute: 'readonly' },
  multiple: flag,
  accept: { useDefault: true },
  maxSize: { attribute: 'max-size', useDefault: true },
  maxFiles: { attribute: 'max-files' },
  transport: {},
  endpoint: {},
  options: {},
  seal: {},
  recipients: {},
  pin: {},
  upload: { useDefault: true },
  valueFormat: { attribute: 'value-format', useDefault: true },
  fileName: { attribute: 'file-name', useDefault: true },
  capture: {},
  label: { useDefault: true },
  hint: { useDefault: true },
  lang: mirrored,
  workerUrl: { attribute: 'worker-url' },
  parallel: {},
  authorize: own,
  origins: {},
  retryPolicy: own,
}

/** What a property is while nobody says otherwise; the others are undefined. */
export const defaults: Readonly<Record<string, unknown>> = {
  name: '',
  label: '',
  hint: '',
  lang: '',
  required: false,
  disabled: false,
  readOnly: false,
  multiple: false,
  accept: '.pdf,.jpg,.png',
  maxSize: '20MiB',
  upload: 'auto',
  valueFormat: 'reference',
  fileName: 'opaque',
}

/** What cannot be read stays a string, so that it can be said to be wrong. */
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

/** Empty, these have nothing to say, either. Of the others an empty one must not pass for none: `pin`, say. */
const saysNothing: ReadonlySet<string> = new Set(['seal', 'workerUrl'])

/**
 * What a property becomes when it is set to `value`, by its attribute or by a script: frameworks set the property with
 * the attribute's text, and say null, undefined or '' where they have nothing to say.
 */
export const read = (name: string, value: unknown): unknown => {
  const byDefault = defaults[name]
  if (value === undefined || value === null) return byDefault
  if (value === '' && (byDefault !== undefined || name in readers || saysNothing.has(name)))
    return byDefault
  return typeof value === 'string' ? (readers[name]?.(value) ?? value) : value
}
