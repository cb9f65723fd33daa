import type { ElementDescription, Setting } from './element.ts'

const HEAD = '// Made by `npm run build` from the class.\n'

const documented = (description: string, line: string): string =>
  `  /** ${description} */\n  ${line}\n`

/** A property of the element as somebody may write it: null and undefined are the default. */
const written = (className: string, { name, asText }: Setting): string =>
  [`${className}['${name}']`, ...(asText === undefined ? [] : [asText]), 'null', 'undefined'].join(
    ' | ',
  )

/** An attribute with a name of its own: text, or there or not. */
const attributeText = (className: string, { name, asText, isFlag }: Setting): string => {
  const own = isFlag ? 'boolean' : `Extract<${className}['${name}'], string | number>`
  const types = asText === 'string' ? ['string'] : asText ? [own, asText] : [own]
  return [...types, 'null', 'undefined'].join(' | ')
}

const linesOf = (className: string, setting: Setting): string => {
  const { name, attribute, description } = setting
  const property = documented(description, `${name}?: ${written(className, setting)}`)
  if (attribute === undefined || attribute === name) return property
  const key = /^\w+$/.test(attribute) ? attribute : `'${attribute}'`
  return property + documented(description, `${key}?: ${attributeText(className, setting)}`)
}

/** What every framework's typings share: what can be written on the element, and what is heard from it. */
export const propsDeclaration = (element: ElementDescription): string => {
  const { className, settings, events, eventClasses } = element
  const imported = [className, ...eventClasses.map(({ name }) => name)].sort()
  return `${HEAD}import type {
${imported.map(name => `  ${name},\n`).join('')}} from '../types/element/index.js'

/** What can be written on the element, by the names of its properties and of its attributes. */
export interface SealDropProps {
${settings.map(setting => linesOf(className, setting)).join('')}}

/** What it fires, as a listener on the element itself hears it. */
export interface SealDropEvents {
${events
  .filter(({ type }) => type !== 'Event')
  .map(({ name, type, description }) =>
    documented(description, `'${name}': ${type} & { readonly currentTarget: ${className} }`),
  )
  .join('')}}
`
}
