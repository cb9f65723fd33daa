import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CustomElementDeclaration } from 'custom-elements-manifest/schema'
import { expect, test } from 'vitest'
import { SealDropElement } from '../../src/element/index.ts'
import { customElementsManifest } from '../manifest/custom-elements.ts'
import { describeElement } from '../manifest/element.ts'
import { frameworks } from '../manifest/frameworks.ts'
import { propsDeclaration } from '../manifest/props.ts'
import { itemOf, namesIn, rowsIn, sectionOf } from '../readme.ts'

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
const rowsOf = (heading: string) => rowsIn(sectionOf(readme, heading))
const sorted = (names: Iterable<string>): readonly string[] => [...new Set(names)].sort()

const [module] = customElementsManifest(describeElement()).modules
const declared = module?.declarations?.[0] as CustomElementDeclaration
const members = declared.members ?? []
const namesOf = (things: readonly { readonly name: string }[] = []): readonly string[] =>
  sorted(things.map(({ name }) => name))

const table = rowsOf('Attributes and properties').map(([attribute = '', property = '']) => ({
  attribute: namesIn(attribute)[0],
  property: namesIn(property)[0] ?? '',
}))

test('an editor knows the attributes of the README, and no others', () => {
  const attributes = table.flatMap(({ attribute }) => attribute ?? [])
  expect(attributes.length).toBeGreaterThan(20)
  expect(namesOf(declared.attributes)).toEqual(sorted(attributes))
  for (const { name, fieldName } of declared.attributes ?? [])
    expect(table).toContainEqual({ attribute: name, property: fieldName })
})

test('and its properties, those that can only be read among them', () => {
  const fields = members.filter(({ kind }) => kind === 'field')
  const isReadOnly = (field: object): boolean => 'readonly' in field && field.readonly === true
  const [, readOnly = ''] =
    /^Read only:(.*?)\. `value`/ms.exec(sectionOf(readme, 'Attributes and properties')) ?? []
  expect(namesOf(fields.filter(isReadOnly))).toEqual(sorted(namesIn(readOnly)))
  expect(namesOf(fields.filter(field => !isReadOnly(field)))).toEqual(
    sorted([...table.map(({ property }) => property), 'value']),
  )
})

test('and its methods, with what they take', () => {
  const methods = members.filter(member => member.kind === 'method')
  const shown = rowsOf('Methods').flatMap(([calls = '']) => namesIn(calls))
  expect(namesOf(methods)).toEqual(sorted(shown.map(call => call.replace(/\(.*/, ''))))
  for (const { name, parameters = [] } of methods) {
    const [, inside = ''] =
      /\((.*)\)/.exec(shown.find(call => call.startsWith(`${name}(`)) ?? '') ?? []
    // focus takes options, as on any element.
    if (name !== 'focus') expect(parameters.length, name).toBe(inside === '' ? 0 : 1)
    if (inside.endsWith('?')) expect(parameters[0]?.optional, name).toBe(true)
  }
})

test('and its events, with the class of each', () => {
  const shown = rowsOf('Events').flatMap(([names = '']) => namesIn(names))
  expect(namesOf(declared.events)).toEqual(sorted(shown))
  const classes = (module?.declarations ?? []).slice(1)
  for (const { name, type } of declared.events ?? []) {
    const isOurs = name.startsWith('sealdrop-')
    const event = classes.find(one => one.name === type.text)
    expect(event !== undefined, name).toBe(isOurs)
    if (!event || !('members' in event)) continue
    const row = rowsOf('Events').find(([names = '']) => namesIn(names).includes(name))
    expect(namesOf(event.members)).toEqual(sorted(namesIn(row?.[2] ?? '')))
  }
})

test.each([
  ['Slots', declared.slots],
  ['Parts', declared.cssParts],
  ['States', declared.cssStates],
  ['Custom properties', declared.cssProperties],
] as const)('and its %s', (words, things) => {
  const heading = 'Slots, parts, states and custom properties'
  expect(namesOf(things)).toEqual(itemOf(readme, heading, words))
})

test('everything has a sentence', () => {
  const things = [
    ...members,
    ...(declared.attributes ?? []),
    ...(declared.events ?? []),
    ...(declared.cssProperties ?? []),
  ]
  const silent = things.filter(({ description }) => !/[.…]$/.test(description ?? ''))
  expect(silent.map(({ name }) => name)).toEqual([])
})

test('nothing of Lit, of the browser, or of the inside is told', () => {
  const told = namesOf(members)
  const hidden = ['requestUpdate', 'updateComplete', 'renderRoot', 'connectedCallback']
  const inside = ['formResetCallback', 'refreshValidity', 'isDisabled', 'internals', 'judge']
  expect([...hidden, ...inside].filter(name => told.includes(name))).toEqual([])
  expect(told.filter(name => name.startsWith('#') || name.startsWith('_'))).toEqual([])
})

test('a default is what a new element has', () => {
  const element = new SealDropElement() as unknown as Readonly<Record<string, unknown>>
  for (const member of members) {
    if (member.kind !== 'field' || !('default' in member) || !member.default) continue
    const value = element[member.name]
    expect(member.default).toBe(typeof value === 'string' ? `'${value}'` : `${value}`)
  }
  expect(members).toContainEqual(expect.objectContaining({ name: 'maxSize', default: "'20MiB'" }))
})

test('a framework takes each by its property and by its attribute, and hears each event', () => {
  const text = propsDeclaration(describeElement())
  const keys = [...text.matchAll(/^ {2}'?([\w-]+)'?\??: /gm)].map(([, key = '']) => key)
  const events = namesOf(declared.events).filter(name => name.startsWith('sealdrop-'))
  const written = table.flatMap(({ attribute, property }) => [attribute ?? property, property])
  expect(sorted(keys)).toEqual(sorted([...written, ...events]))
  const lines = rowsOf('In a framework').flatMap(([, line = '']) => namesIn(line))
  const entries = lines.flatMap(line => /'sealdrop\/(\w+)'/.exec(line)?.[1] ?? [])
  expect(sorted(entries)).toEqual(Object.keys(frameworks).sort())
})
