import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ESTree, parseSync } from 'vite'

/** What a `/** … *\/` says: the words before the first tag, and the tags. */
export interface Doc {
  readonly text: string
  readonly tags: readonly (readonly [tag: string, text: string])[]
}

export interface Member {
  readonly kind: 'field' | 'getter' | 'setter' | 'method'
  readonly name: string
  /** Of a field, or what a method or getter returns; '' where none is written. */
  readonly type: ESTree.TSType | undefined
  readonly parameters: readonly Parameter[]
  readonly doc: Doc
}

export interface Parameter {
  readonly name: string
  readonly type: string
  readonly isOptional: boolean
}

/** A module of the source, as far as the descriptions need it. */
export interface Source {
  /** A node as it is written, on one line. */
  readonly textOf: (node: ESTree.Span) => string
  /** What stands before a class. */
  readonly classDoc: (name: string) => Doc
  /** The public members of a class, without constructor and what is static. */
  readonly members: (name: string) => readonly Member[]
  readonly classes: readonly string[]
  /** What `type Name = …` stands for. */
  readonly alias: (name: string) => ESTree.TSType | undefined
  /** The members of an interface in `declare global`, each with its type. */
  readonly globals: (name: string) => ReadonlyMap<string, string>
}

const KINDS = { get: 'getter', set: 'setter', method: 'method' } as const

const root = join(import.meta.dirname, '../..')

const docOf = (comment: string | undefined): Doc => {
  const plain = (comment ?? '').replaceAll(/^\s*\* ?/gm, '').trim()
  const [text = '', ...tags] = plain.split(/^@/m)
  return {
    text: text.trim().replaceAll(/(?<!\n)\n(?!\n)/g, ' '),
    tags: tags.map(tag => {
      const [, name = '', words = ''] = /^(\w+)\s*(.*)$/s.exec(tag.trim()) ?? []
      return [name, words.replaceAll(/\s+/g, ' ')] as const
    }),
  }
}

export const readSource = (path: string): Source => {
  const text = readFileSync(join(root, path), 'utf8')
  const { program, comments, errors } = parseSync(path, text, { lang: 'ts' })
  if (errors.length > 0) throw new Error(`${path} cannot be read: ${errors[0]?.message}`)

  const textOf = ({ start, end }: ESTree.Span): string =>
    text.slice(start, end).replaceAll(/\s+/g, ' ')
  const docBefore = ({ start }: ESTree.Span): Doc => {
    const comment = comments.findLast(({ end }) => end <= start)
    const isItsOwn = comment?.value.startsWith('*') && text.slice(comment.end, start).trim() === ''
    return docOf(isItsOwn ? comment?.value.slice(1) : undefined)
  }

  const classes = new Map<string, { readonly node: ESTree.Class; readonly doc: Doc }>()
  const aliases = new Map<string, ESTree.TSType>()
  const globals = new Map<string, ReadonlyMap<string, string>>()
  for (const statement of program.body) {
    const node =
      statement.type === 'ExportNamedDeclaration' && statement.declaration
        ? statement.declaration
        : statement
    if (node.type === 'ClassDeclaration' && node.id)
      classes.set(node.id.name, { node, doc: docBefore(statement) })
    if (node.type === 'TSTypeAliasDeclaration') aliases.set(node.id.name, node.typeAnnotation)
    if (node.type !== 'TSModuleDeclaration' || node.kind !== 'global') continue
    for (const inner of node.body.body)
      if (inner.type === 'TSInterfaceDeclaration')
        globals.set(inner.id.name, new Map(inner.body.body.flatMap(entryOf)))
  }
  function entryOf(node: ESTree.TSSignature): [string, string][] {
    if (node.type !== 'TSPropertySignature' || node.key.type !== 'Literal') return []
    const type = node.typeAnnotation?.typeAnnotation
    return [[String(node.key.value), type ? textOf(type) : '']]
  }

  const parameterOf = (node: ESTree.ParamPattern): Parameter => {
    if (node.type !== 'Identifier') throw new Error(`${path}: a parameter needs a plain name.`)
    const type = node.typeAnnotation?.typeAnnotation
    return { name: node.name, type: type ? textOf(type) : '', isOptional: node.optional ?? false }
  }
  const memberOf = (node: ESTree.ClassElement): readonly Member[] => {
    if (node.type !== 'MethodDefinition' && node.type !== 'PropertyDefinition') return []
    const isPublic = !node.accessibility || node.accessibility === 'public'
    if (!isPublic || node.static || node.key.type !== 'Identifier') return []
    const common = { name: node.key.name, doc: docBefore(node) }
    if (!('kind' in node)) {
      const type = node.typeAnnotation?.typeAnnotation
      return [{ ...common, kind: 'field', type, parameters: [] }]
    }
    if (node.kind === 'constructor') return []
    const type = node.value.returnType?.typeAnnotation
    const parameters = node.value.params.map(parameterOf)
    return [{ ...common, kind: KINDS[node.kind], type, parameters }]
  }
  const classOf = (name: string) => {
    const found = classes.get(name)
    if (!found) throw new Error(`${path} has no class ${name}.`)
    return found
  }

  return {
    textOf,
    classDoc: name => classOf(name).doc,
    members: name => classOf(name).node.body.body.flatMap(memberOf),
    classes: [...classes.keys()],
    alias: name => aliases.get(name),
    globals: name => globals.get(name) ?? new Map(),
  }
}
