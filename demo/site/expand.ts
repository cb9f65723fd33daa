import { readFileSync } from 'node:fs'
import { extname, join, posix } from 'node:path'
import { exportsText } from './declarations.ts'
import { manifestTable } from './manifest.ts'
import { headingsIn, lowered, partOf, relinked } from './sections.ts'
import { PROJECT, type Source } from './sources.ts'

/**
 * `<!-- include README.md#install -->`: the text under that heading of one of the project's own files, with all lower
 * headings; with `alone` in the end without those.
 */
const INCLUDE = /^<!-- include ([A-Z]+\.md)(?:#([\w-]+))?( alone)? -->$/gm
/** `<!-- code test/some/file.ts -->`: a file of the project, as a code block. */
const CODE = /^<!-- code ([\w./+[\]-]+) -->$/gm
/** `<!-- manifest slots -->`: a list of the custom elements manifest. */
const MANIFEST = /^<!-- manifest (\w+) -->$/gm
/** `<!-- exports open/index -->`: what an entry of the package exports, by its types. */
const EXPORTS = /^<!-- exports ([\w/]+) -->$/gm

/** Where on the site a heading of a project's file is shown, as a link from the site's root: `guides/relay.md#in-node`. */
type Places = ReadonlyMap<string, string>

/** Other files of the project that its pages link to, and where the site has them. */
const COPIES: Readonly<Record<string, string>> = {
  LICENSE: 'LICENSE.txt',
  'test/vectors/format/vectors.json': 'vectors.json',
}

const lastHeadingBefore = (text: string, index: number) => headingsIn(text.slice(0, index)).at(-1)

const findPlaces = (sources: readonly Source[], files: ReadonlyMap<string, string>): Places => {
  const places = new Map<string, string>()
  const set = (key: string, place: string): void => void (places.has(key) || places.set(key, place))
  for (const { path, text } of sources)
    for (const { 1: file = '', 2: anchor, 3: alone, index } of text.matchAll(INCLUDE)) {
      const above = lastHeadingBefore(text, index)
      const here = above && above.level > 1 ? `${path}.md#${above.anchor}` : `${path}.md`
      set(anchor === undefined ? file : `${file}#${anchor}`, here)
      const part = partOf(files.get(file) ?? '', { anchor, isAlone: alone !== undefined })
      for (const { anchor: lower } of part.headings) set(`${file}#${lower}`, `${path}.md#${lower}`)
    }
  set('README.md', 'index.md')
  return places
}

/** A link of a project's file, as one of the page that shows a part of it. */
const placed = (target: string, file: string, page: string, places: Places): string => {
  if (/^[a-z]+:/.test(target)) return target
  const [path = '', anchor] = target.split('#')
  const name = path === '' ? file : path
  const place = COPIES[name] ?? places.get(anchor === undefined ? name : `${name}#${anchor}`)
  if (place === undefined) throw new Error(`${page}.md: the site shows no ${name}#${anchor ?? ''}`)
  const [to = '', at] = place.split('#')
  const link = to === `${page}.md` ? '' : posix.relative(posix.dirname(page), to)
  return at === undefined ? link || `${posix.basename(page)}.md` : `${link}#${at}`
}

/** A file of ours as somebody writes it who has installed the package. */
export const asInstalled = (code: string): string =>
  code
    .replaceAll(/'(?:\.\.\/)+src\/index\.ts'/g, "'sealdrop'")
    .replaceAll(/'(?:\.\.\/)+src\/(\w+(?:\/\w+)*)\/index\.ts'/g, "'sealdrop/$1'")

const asBlock = (path: string): string => {
  const code = asInstalled(readFileSync(join(PROJECT, path), 'utf8')).trimEnd()
  return `\`\`\`${extname(path).slice(1) || 'text'} ${posix.basename(path)}\n${code}\n\`\`\``
}

/** Makes the function that puts into a page what it takes from elsewhere in the project. */
export const createExpander = (
  sources: readonly Source[],
  files: ReadonlyMap<string, string>,
): ((page: string, text: string) => string) => {
  const places = findPlaces(sources, files)
  return (page, text) =>
    text
      .replaceAll(INCLUDE, (_, file: string, anchor?: string, alone?: string, index = 0) => {
        const part = partOf(files.get(file) ?? '', { anchor, isAlone: alone !== undefined })
        const level = lastHeadingBefore(text, index)?.level ?? 1
        return relinked(lowered(part.text, level - part.level), target =>
          placed(target, file, page, places),
        )
      })
      .replaceAll(CODE, (_, path: string) => asBlock(path))
      .replaceAll(MANIFEST, (_, list: string) => manifestTable(list))
      .replaceAll(EXPORTS, (_, entry: string) => exportsText(entry))
}
