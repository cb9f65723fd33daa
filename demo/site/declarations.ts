import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { type ESTree, parseSync } from 'vite'
import { PROJECT } from './sources.ts'

/** Something that an entry of the package exports. */
export interface Exported {
  readonly name: string
  /** Whether it is there at run time, too. */
  readonly isValue: boolean
  /** As its module declares it. */
  readonly text: string
  /** What its docstring says. */
  readonly doc: string
}

interface Module {
  readonly path: string
  readonly text: string
  readonly program: ESTree.Program
  readonly docBefore: (start: number) => string
}

const modules = new Map<string, Module>()

/** @param path below `dist/types`, without a suffix */
const read = (path: string): Module => {
  const known = modules.get(path)
  if (known) return known
  const text = readFileSync(join(PROJECT, 'dist/types', `${path}.d.ts`), 'utf8')
  const { program, comments, errors } = parseSync(`${path}.d.ts`, text, { lang: 'dts' })
  if (errors.length > 0) throw new Error(`${path}.d.ts cannot be read: ${errors[0]?.message}`)
  const docBefore = (start: number): string => {
    const comment = comments.findLast(({ end }) => end <= start)
    const isItsOwn = comment?.value.startsWith('*') && text.slice(comment.end, start).trim() === ''
    return isItsOwn
      ? (comment?.value
          .slice(1)
          .replaceAll(/^\s*\* ?/gm, '')
          .trim() ?? '')
      : ''
  }
  const module = { path, text, program, docBefore }
  modules.set(path, module)
  return module
}

const beside = (path: string, source: string): string =>
  posix.join(posix.dirname(path), source).replace(/\.js$/, '')

const nameOf = (node: ESTree.ModuleExportName): string =>
  node.type === 'Literal' ? String(node.value) : node.name

/** The names that a declaration makes: more than one only for `const a, b`. */
const declaredBy = (node: ESTree.Declaration): readonly string[] => {
  if (node.type === 'VariableDeclaration')
    return node.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []))
  return 'id' in node && node.id?.type === 'Identifier' ? [node.id.name] : []
}

const exportedBy = (
  { text, docBefore }: Module,
  statement: ESTree.Span,
  node: ESTree.Declaration,
): readonly Exported[] =>
  declaredBy(node).map(name => ({
    name,
    isValue: !/^TS(Interface|TypeAlias)/.test(node.type),
    text: text.slice(node.start, node.end).replace(/^declare /, ''),
    doc: docBefore(statement.start),
  }))

/** What a module declares under a name, or hands on from another. */
const find = (module: Module, name: string): Exported => {
  const found = lookFor(module, name)
  if (!found) throw new Error(`${module.path}.d.ts does not say what ${name} is.`)
  return found
}

const lookFor = (module: Module, name: string): Exported | undefined => {
  for (const statement of module.program.body) {
    const isExport = statement.type === 'ExportNamedDeclaration'
    const node = isExport ? statement.declaration : statement
    if (node && /Declaration$/.test(node.type) && !/^(Ex|Im)port/.test(node.type)) {
      const found = exportedBy(module, statement, node as ESTree.Declaration)
      const own = found.find(it => it.name === name)
      if (own) return own
    }
    if (isExport && statement.source) {
      const specifier = statement.specifiers.find(({ exported }) => nameOf(exported) === name)
      if (specifier)
        return find(read(beside(module.path, statement.source.value)), nameOf(specifier.local))
    }
    // What was imported may be handed on further down.
    if (statement.type === 'ImportDeclaration') {
      const specifier = statement.specifiers.find(({ local }) => local.name === name)
      if (specifier?.type === 'ImportSpecifier')
        return find(read(beside(module.path, statement.source.value)), nameOf(specifier.imported))
    }
    if (statement.type === 'ExportAllDeclaration') {
      const found = lookFor(read(beside(module.path, statement.source.value)), name)
      if (found) return found
    }
  }
  return undefined
}

/** What an entry exports, in alphabetical order; what is there at run time comes first. */
const exportsOf = (entry: string): readonly Exported[] => {
  const module = read(entry)
  const found = module.program.body.flatMap((statement): readonly Exported[] => {
    if (statement.type !== 'ExportNamedDeclaration') return []
    if (statement.declaration) return exportedBy(module, statement, statement.declaration)
    return statement.specifiers.map(({ exported }) => ({
      ...find(module, nameOf(exported)),
      name: nameOf(exported),
    }))
  })
  const order = new Intl.Collator('en')
  return found.toSorted(
    (a, b) => Number(b.isValue) - Number(a.isValue) || order.compare(a.name, b.name),
  )
}

/** A docstring as Markdown: its tags as a list, and nothing in it that could be taken for markup. */
const prose = (doc: string): string =>
  doc
    .replaceAll(/`[^`]*`|</g, part => (part === '<' ? '&lt;' : part))
    .replaceAll(/\{@link (\w+)\}/g, '`$1`')
    .replace(/\n(?=@)/, '\n\n')
    .replaceAll(/^@param (\S+) /gm, '- `$1`: ')
    .replaceAll(/^@throws /gm, '- Throws ')
    .replaceAll(/^@(\w+) /gm, '- $1: ')

/** The declarations of an entry, as a part of a page. */
export const exportsText = (entry: string): string => {
  const all = exportsOf(entry)
  const part = (title: string, some: readonly Exported[]): string =>
    some.length === 0
      ? ''
      : [
          `## ${title}`,
          ...some.map(({ name, doc, text }) =>
            [`### ${name}`, ...(doc ? [prose(doc)] : []), `\`\`\`dts\n${text}\n\`\`\``].join(
              '\n\n',
            ),
          ),
        ].join('\n\n')
  return [
    part(
      'Functions and classes',
      all.filter(({ isValue }) => isValue),
    ),
    part(
      'Types',
      all.filter(({ isValue }) => !isValue),
    ),
  ]
    .filter(text => text !== '')
    .join('\n\n')
}
