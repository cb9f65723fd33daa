import { LitElement } from 'lit'
import type { ESTree } from 'vite'
import { SealDropElement } from '../../src/element/index.ts'
import { type Doc, type Member, type Parameter, readSource, type Source } from './source.ts'

/** Something with a name and a sentence: a slot, a part, a state. */
export interface Named {
  readonly name: string
  readonly description: string
}

export interface Field extends Named {
  readonly type: string
  readonly isReadOnly: boolean
}

/** A property that can also be an attribute. */
export interface Setting extends Named {
  readonly type: string
  /** undefined for what text cannot say. */
  readonly attribute: string | undefined
  /** As it is written in JavaScript; undefined where there is none. */
  readonly default: string | undefined
  readonly isReflected: boolean
  readonly isFlag: boolean
  /** The texts it can be, where there are only these. */
  readonly choices: readonly string[]
  /** What its attribute's text is, beside its own type: numbers, lists and JSON are read from text. */
  readonly asText: string | undefined
}

export interface Method extends Named {
  readonly parameters: readonly Parameter[]
  readonly returns: string
}

export interface FiredEvent extends Named {
  readonly type: string
}

export interface EventClass extends Named {
  readonly fields: readonly Field[]
}

export interface ElementDescription extends Named {
  readonly className: string
  readonly settings: readonly Setting[]
  readonly fields: readonly Field[]
  readonly methods: readonly Method[]
  readonly events: readonly FiredEvent[]
  readonly eventClasses: readonly EventClass[]
  readonly slots: readonly Named[]
  readonly parts: readonly Named[]
  readonly states: readonly Named[]
  readonly customProperties: readonly (Named & { readonly default: string | undefined })[]
}

const className = 'SealDropElement'
const settingsSource = readSource('src/element/settings.ts')
const elementSource = readSource('src/element/seal-drop.ts')
const events = readSource('src/element/events.ts')
const failEvent = readSource('src/element/fail-event.ts')
/** The base classes first. */
const line: readonly (readonly [Source, string])[] = [
  [settingsSource, 'SettingsElement'],
  [readSource('src/element/form-control.ts'), 'FormControl'],
  [elementSource, className],
]

/** What the browser or Lit calls, and nobody else. */
const isTheirs = (name: string): boolean => /Callback$/.test(name) || name in LitElement.prototype

const textOr = (source: Source, type: ESTree.TSType | undefined, otherwise: string): string =>
  type ? source.textOf(type) : otherwise

/** The members of a union, with what an alias of the same file stands for. */
const choicesOf = (type: ESTree.TSType | undefined): readonly ESTree.TSType[] => {
  if (type?.type === 'TSUnionType') return type.types.flatMap(choicesOf)
  if (type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier') {
    const alias = settingsSource.alias(type.typeName.name)
    if (alias) return choicesOf(alias)
  }
  return type ? [type] : []
}
const literalOf = (type: ESTree.TSType): string | undefined =>
  type.type === 'TSLiteralType' &&
  type.literal.type === 'Literal' &&
  typeof type.literal.value === 'string'
    ? type.literal.value
    : undefined

/** What the text of an attribute is, where the property's type does not have it already. */
const asTextOf = (choices: readonly ESTree.TSType[]): string | undefined => {
  const has = (type: ESTree.TSType['type']): boolean => choices.some(one => one.type === type)
  if (has('TSStringKeyword') || has('TSBooleanKeyword') || has('TSLiteralType')) return undefined
  // A template literal type: text that is a number.
  return has('TSNumberKeyword') ? `\`$\{number}\`` : 'string'
}

const plain = new SealDropElement() as unknown as Readonly<Record<string, unknown>>

const settingOf = (member: Member): Setting => {
  const { name, type, doc } = member
  const declared = SealDropElement.elementProperties.get(name)
  if (!declared) throw new Error(`The property ${name} is not in the table of settings.ts.`)
  const choices = choicesOf(type)
  const texts = choices.flatMap(choice => literalOf(choice) ?? [])
  const isAlias = texts.length > 0 && texts.length === choices.length
  const attribute = declared.attribute ?? name.toLowerCase()
  const byDefault = plain[name]
  return {
    name,
    description: doc.text,
    type: isAlias
      ? texts.map(text => `'${text}'`).join(' | ')
      : textOr(settingsSource, type, 'unknown'),
    attribute: typeof attribute === 'string' ? attribute : undefined,
    default: typeof byDefault === 'string' ? `'${byDefault}'` : byDefault?.toString(),
    isReflected: declared.reflect === true,
    isFlag: declared.type === Boolean,
    choices: isAlias ? texts : [],
    asText: typeof attribute === 'string' ? asTextOf(choices) : undefined,
  }
}

const fieldOf = (source: Source, member: Member, members: readonly Member[]): Field => ({
  name: member.name,
  description: member.doc.text,
  type: textOr(source, member.type, 'unknown'),
  isReadOnly: !members.some(({ kind, name }) => kind === 'setter' && name === member.name),
})

const namedBy = (doc: Doc, tag: string): readonly Named[] =>
  doc.tags.flatMap(([name, text]) => {
    if (name !== tag) return []
    const [, what = '', description = ''] = /^(\S+) - (.*)$/.exec(text) ?? []
    if (!what) throw new Error(`@${tag} ${text}: write the name, " - ", and a sentence.`)
    return [{ name: what, description }]
  })

const eventTypes = events.globals('GlobalEventHandlersEventMap')

const eventClassOf = (source: Source, name: string): EventClass => ({
  name,
  description: source.classDoc(name).text,
  fields: source
    .members(name)
    .map(member => ({ ...fieldOf(source, member, []), isReadOnly: true })),
})

/** The element as its class and its base classes say: their source, and what Lit made of it. */
export const describeElement = (): ElementDescription => {
  if (SealDropElement.observedAttributes.length === 0) throw new Error('There are no attributes.')
  const doc = elementSource.classDoc(className)
  const settings = settingsSource.members('SettingsElement').filter(({ kind }) => kind === 'field')
  const missing = [...SealDropElement.elementProperties.keys()].filter(
    key => !settings.some(({ name }) => name === key),
  )
  if (missing.length > 0) throw new Error(`Not declared in settings.ts: ${missing.join(', ')}`)

  const fields = new Map<string, Field>()
  const methods = new Map<string, Method>()
  for (const [source, name] of line) {
    const members = source.members(name)
    for (const member of members) {
      if (isTheirs(member.name)) continue
      if (member.kind === 'getter') fields.set(member.name, fieldOf(source, member, members))
      if (member.kind === 'method')
        methods.set(member.name, {
          name: member.name,
          description: member.doc.text,
          parameters: member.parameters,
          returns: textOr(source, member.type, 'void'),
        })
    }
  }

  return {
    name: doc.tags.find(([tag]) => tag === 'tag')?.[1] ?? '',
    description: doc.text,
    className,
    settings: settings.map(settingOf),
    fields: [...fields.values()],
    methods: [...methods.values()],
    events: namedBy(doc, 'fires').map(event => ({
      ...event,
      type: eventTypes.get(event.name) ?? 'Event',
    })),
    eventClasses: [events, failEvent].flatMap(source =>
      source.classes.map(name => eventClassOf(source, name)),
    ),
    slots: namedBy(doc, 'slot'),
    parts: namedBy(doc, 'csspart'),
    states: namedBy(doc, 'cssstate'),
    customProperties: namedBy(doc, 'cssprop').map(({ name, description }) => {
      const [, inner = name, byDefault] = /^\[(.*?)=(.*)\]$/.exec(name) ?? []
      return { name: inner, description, default: byDefault }
    }),
  }
}
