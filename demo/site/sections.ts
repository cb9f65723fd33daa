import { createAnchors } from './anchors.ts'

export interface Heading {
  readonly line: number
  /** 1 for `#`. */
  readonly level: number
  readonly text: string
  readonly anchor: string
}

/** The headings of a Markdown text; what looks like one in a code block is none. */
export const headingsIn = (text: string): readonly Heading[] => {
  const anchorOf = createAnchors()
  const headings: Heading[] = []
  let fence = ''
  for (const [line, words] of text.split('\n').entries()) {
    const [, marks = ''] = /^ *(```+)/.exec(words) ?? []
    if (fence === '' ? marks !== '' : words.trim() === fence) {
      fence = fence === '' ? marks : ''
      continue
    }
    const [, signs, title = ''] = fence === '' ? (/^(#+) (.+)$/.exec(words) ?? []) : []
    if (signs !== undefined)
      headings.push({
        line,
        level: signs.length,
        text: title.trim(),
        anchor: anchorOf(title.trim()),
      })
  }
  return headings
}

export interface Part {
  /** Without the heading that it stands under. */
  readonly text: string
  /** The headings in it, with their levels and anchors in the whole. */
  readonly headings: readonly Heading[]
  /** That of the heading it stands under. */
  readonly level: number
}

export interface PartOptions {
  /** Without one: the whole text but its title. */
  readonly anchor?: string | undefined
  /** Down to the next heading of any level. */
  readonly isAlone?: boolean
}

/**
 * What stands under a heading, with what stands under the lower headings behind it.
 *
 * @throws where there is no such heading.
 */
export const partOf = (text: string, { anchor, isAlone = false }: PartOptions): Part => {
  const headings = headingsIn(text)
  const first = anchor === undefined ? headings[0] : headings.find(it => it.anchor === anchor)
  if (!first) throw new Error(`There is no heading #${anchor}.`)
  const next = headings.find(
    ({ line, level }) => line > first.line && (isAlone || level <= first.level),
  )
  const lines = text.split('\n').slice(first.line + 1, next?.line)
  const inside = headings.filter(({ line }) => line > first.line && line < (next?.line ?? Infinity))
  return { text: lines.join('\n').trim(), headings: inside, level: first.level }
}

/** The text with its headings that many levels lower. */
export const lowered = (text: string, levels: number): string => {
  const lines = text.split('\n')
  for (const { line, level, text: title } of headingsIn(text))
    lines[line] = `${'#'.repeat(Math.max(1, level + levels))} ${title}`
  return lines.join('\n')
}

/** The text with every link's target changed, but not in code. */
export const relinked = (text: string, change: (target: string) => string): string =>
  text.replaceAll(
    /^( *)```.*?^\1```$|`[^`\n]+`|\]\(([^)\s]+)\)/gms,
    (whole: string, _indent: string | undefined, target: string | undefined) =>
      target === undefined ? whole : `](${change(target)})`,
  )
