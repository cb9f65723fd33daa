import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createExpander } from '../demo/site/expand.ts'
import { paths } from '../demo/site/menu.ts'
import { headingsIn } from '../demo/site/sections.ts'
import { asSource, PROJECT, SITE } from '../demo/site/sources.ts'
import { blocks } from './site-code.ts'

const read = (path: string): string => readFileSync(join(SITE, path), 'utf8')
const pages = readdirSync(SITE, { recursive: true, encoding: 'utf8' })
  .map(name => name.replaceAll('\\', '/'))
  .filter(name => name.endsWith('.html'))

const valuesOf = (attribute: string, html: string): readonly string[] =>
  [...html.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'))].map(([, value = '']) => value)

const SIGNS: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#39;': "'",
  '&amp;': '&',
}

/** What a page says, without its markup. */
const textOf = (html: string): string =>
  html.replaceAll(/<[^>]+>/g, '').replaceAll(/&[#\w]+;/g, sign => SIGNS[sign] ?? sign)

/** What a page's links and files name that is not there; anchors are looked for in the page they lead to. */
const deadLinks = (page: string, html: string): readonly string[] =>
  [...valuesOf('href', html), ...valuesOf('src', html)].filter(link => {
    if (/^https?:/.test(link)) return false
    const [path = '', anchor] = link.split('#')
    const target = path === '' ? page : posix.join(posix.dirname(page), path)
    if (!existsSync(join(SITE, target))) return true
    return anchor !== undefined && !valuesOf('id', read(target)).includes(anchor)
  })

describe('the documentation', () => {
  test('has every page of its menu, and no other', () => {
    expect(pages.toSorted()).toEqual(paths.map(path => `${path}.html`).toSorted())
  })

  test('has no dead link and no dead anchor', () => {
    const dead = pages.flatMap(page => deadLinks(page, read(page)).map(link => `${page}: ${link}`))
    expect(dead).toEqual([])
  })

  test('loads nothing from elsewhere, and has no script or style within a page', () => {
    for (const page of pages) {
      const html = read(page)
      const loaded = [...html.matchAll(/<(?:script|link|img|iframe|source)\b[^>]*>/g)]
      expect(loaded.filter(([tag]) => /="(?:https?:)?\/\//.test(tag)).map(([tag]) => tag)).toEqual(
        [],
      )
      // Code is shown as text: what is left of markup here is the page's own.
      expect(html, page).not.toMatch(/<style\b|<script(?![^>]*\ssrc=)|<[^>]+\s(?:style|on\w+)=/)
    }
  })

  test('shows every section of the README', () => {
    const readme = readFileSync(join(PROJECT, 'README.md'), 'utf8')
    const shown = pages.map(read).join()
    // Their heads have no text of their own: what is below each of them has a page.
    const heads = ['SealDrop', 'Contents', 'Use it', 'Options', 'Going further']
    const sections = headingsIn(readme).filter(({ text }) => !heads.includes(text))
    expect(sections.length).toBeGreaterThan(25)
    const texts = readme.split('\n')
    const missing = sections.filter(({ line }) => {
      const words = texts.slice(line + 1).find(text => /^[A-Z][\w ,]{20,}/.test(text)) ?? ''
      return !shown.includes((/^[\w ,]+/.exec(words)?.[0] ?? '').trim())
    })
    expect(missing.map(({ text }) => text)).toEqual([])
  })

  test('shows code as it is written', () => {
    const shown = new Map<string, string>()
    for (const page of pages)
      shown.set(page.replace('.html', ''), textOf(read(page)).replaceAll(/\s+/g, ' '))
    const missing = blocks().filter(
      ({ page, code }) => !shown.get(page)?.includes(code.trim().replaceAll(/\s+/g, ' ')),
    )
    expect(missing.map(({ page, code }) => `${page}: ${code}`)).toEqual([])
  })

  test('lists every page, with a description, in llms.txt', () => {
    const lines = read('llms.txt').split('\n')
    const listed = lines.flatMap(line => /^- \[.+\]\((.+)\.md\): .{20,}$/.exec(line)?.[1] ?? [])
    expect(listed).toEqual(paths)
    expect(paths.filter(path => !existsSync(join(SITE, `${path}.md`)))).toEqual([])
  })
})

describe('the checker', () => {
  test('finds what leads nowhere', () => {
    const html = '<a href="#nothing">a</a> <a href="index.html">b</a> <img src="gone.png">'
    expect(deadLinks('index.html', html)).toEqual(['#nothing', 'gone.png'])
  })
})

describe('a page that takes a part of one of the project’s files', () => {
  const files = new Map([
    ['README.md', '# A\n\n## B\n\nSee [C](#c).\n\n### D\n\n## C\n\nThe end.\n'],
  ])
  const page = (path: string, text: string) => asSource(path, `---\ndescription: x\n---\n${text}`)
  const b = page('guides/b', '# B\n\n<!-- include README.md#b -->')

  test('links to the page that has the other part', () => {
    const c = page('about/c', '# C\n\n## Here\n\n<!-- include README.md#c -->')
    const expand = createExpander([b, c], files)
    expect(expand('guides/b', b.text)).toBe('# B\n\nSee [C](../about/c.md#here).\n\n## D')
  })

  test('is refused where no page has it', () => {
    const expand = createExpander([b], files)
    expect(() => expand('guides/b', b.text)).toThrow('README.md#c')
  })
})
