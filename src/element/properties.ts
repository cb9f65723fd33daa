import type { ComplexAttributeConverter, PropertyDeclarations } from 'lit'

/** JSON; what cannot be read stays a string, so that it can be said to be wrong. */
const json: ComplexAttributeConverter<unknown> = {
  fromAttribute(text) {
    if (text === null) return undefined
    try {
      return JSON.parse(text)
    } catch {
      return text
    }
  },
}

/** Words with spaces between them. */
const list: ComplexAttributeConverter<readonly string[] | undefined> = {
  fromAttribute: text => text?.split(/\s+/).filter(word => word !== ''),
}

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
  maxFiles: { attribute: 'max-files', type: Number },
  transport: {},
  endpoint: {},
  options: { converter: json },
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
  parallel: { type: Number },
  authorize: own,
  origins: { converter: list },
  retryPolicy: own,
}
