import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT } from './sources.ts'

interface Described {
  readonly name: string
  readonly description?: string
}

interface Parameter extends Described {
  readonly type?: { readonly text: string }
  readonly optional?: boolean
}

interface Member extends Described {
  readonly kind: 'field' | 'method'
  readonly type?: { readonly text: string }
  readonly parameters?: readonly Parameter[]
  readonly return?: { readonly type?: { readonly text: string } }
  readonly readonly?: boolean
}

type Lists = Readonly<Record<'slots' | 'cssParts' | 'cssStates' | 'cssProperties', Described[]>>
type Declaration = Lists & { readonly tagName?: string; readonly members: readonly Member[] }

interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[]
}

const readElement = (): Declaration => {
  const manifest: Manifest = JSON.parse(
    readFileSync(join(PROJECT, 'dist/custom-elements.json'), 'utf8'),
  )
  const element = manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .find(({ tagName }) => tagName === 'seal-drop')
  if (!element) throw new Error('The manifest has no seal-drop.')
  return element
}

/** A bar would end the cell, and a line break the row. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')
const code = (text: string): string => `\`${cell(text)}\``

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')

const typeOf = ({ kind, type, parameters = [], ...member }: Member): string => {
  if (kind === 'field') return type?.text ?? ''
  const given = parameters.map(
    ({ name, type, optional }) => `${name}${optional ? '?' : ''}: ${type?.text ?? 'unknown'}`,
  )
  return `(${given.join(', ')}) => ${member.return?.type?.text ?? 'void'}`
}

/** A list of the custom elements manifest, as a table in Markdown. */
export const manifestTable = (list: string): string => {
  const element = readElement()
  if (list === 'members')
    return table(
      ['name', 'type', 'meaning'],
      element.members.map(member => [
        code(member.name),
        code(typeOf(member)),
        cell(member.description ?? ''),
      ]),
    )
  const entries = element[list as keyof Lists]
  return table(
    ['name', 'meaning'],
    entries.map(({ name, description = '' }) => [code(name), cell(description)]),
  )
}
