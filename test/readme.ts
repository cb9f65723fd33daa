import { createAnchors } from '../demo/site/anchors.ts'

/** The TypeScript in the README, block by block. */
export const codeIn = (readme: string): readonly string[] =>
  [...readme.matchAll(/^```ts\b[^\n]*\n(.*?)^```$/gms)].map(([, code = '']) => code)

/** Markdown without its code blocks, those in lists too: what looks like a heading, a link or a row in there is none. */
export const prose = (text: string): string => text.replaceAll(/^( *)```.*?^\1```$/gms, '')

export interface Heading {
  /** 1 for `#`. */
  readonly level: number
  readonly text: string
}

export const headingsOf = (text: string): readonly Heading[] =>
  [...prose(text).matchAll(/^(#+) (.+)$/gm)].map(([, marks = '', heading = '']) => ({
    level: marks.length,
    text: heading.trim(),
  }))

/** The anchors that GitHub and npm give to a page's headings. */
export const anchorsOf = (text: string): readonly string[] =>
  headingsOf(text)
    .map(({ text: heading }) => heading)
    .map(createAnchors())

/** The targets of all links. */
export const linksIn = (text: string): readonly string[] =>
  [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)

/** What stands under a heading, down to the next one of any level. */
export const sectionOf = (text: string, heading: string): string => {
  const lines = text.split('\n')
  const from = lines.findIndex(line => /^#+ /.test(line) && line.replace(/^#+ /, '') === heading)
  if (from < 0) throw new Error(`There is no heading "${heading}".`)
  const rest = lines.slice(from + 1)
  const to = rest.findIndex(line => /^#+ /.test(line))
  return rest.slice(0, to < 0 ? undefined : to).join('\n')
}

/** The rows of all tables in a text, cell by cell, without the heads. */
export const rowsIn = (text: string): readonly (readonly string[])[] => {
  const lines = text.split('\n')
  const isRow = (line: string | undefined): line is string => line?.startsWith('|') ?? false
  const isRule = (line: string | undefined): boolean => /^\|[\s|:-]+\|$/.test(line ?? '')
  return lines.flatMap((line, index) =>
    !isRow(line) || isRule(line) || isRule(lines[index + 1])
      ? []
      : [
          line
            .slice(1, -1)
            // A bar in a cell is escaped.
            .split(/(?<!\\)\|/)
            .map(cell => cell.trim()),
        ],
  )
}

/** What stands in backticks. */
export const namesIn = (text: string): readonly string[] =>
  [...prose(text).matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)

/** The names in the item of a list under a heading that begins with these words. */
export const itemOf = (text: string, heading: string, words: string): readonly string[] => {
  const item = new RegExp(`^- ${words}.*?:(.*?)(?=^- |\n\n)`, 'ms')
  const [, names = ''] = item.exec(`${sectionOf(text, heading)}\n\n`) ?? []
  return [...new Set(namesIn(names))].sort()
}

const withoutComments = (source: string): string =>
  source.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')

/** The texts that a union type of a source file lists, such as `type Remark = | 'encrypted' | …`. */
export const unionIn = (source: string, name: string): readonly string[] => {
  const [, body = ''] =
    new RegExp(`^export type ${name} =(.*?)\n\n`, 'ms').exec(withoutComments(source)) ?? []
  return [...body.matchAll(/'([^']+)'/g)].map(([, member = '']) => member)
}

/** The names of an interface's properties and methods, not those of objects in it. */
export const membersIn = (source: string, name: string): readonly string[] => {
  const [, body = ''] =
    new RegExp(`^(?:export )?interface ${name}\\b[^{]*\\{\n(.*?)^\\}`, 'ms').exec(
      withoutComments(source),
    ) ?? []
  return [...body.matchAll(/^ {2}(?:readonly )?(\w+)\??[:(]/gm)].map(([, member = '']) => member)
}
