import hljs from 'highlight.js/lib/common'
import { createAnchors } from './anchors.ts'

/** The part of markdown-it that the site uses: Eleventy brings it along. */
export interface MarkdownIt {
  readonly renderer: { readonly rules: Record<string, Rule | undefined> }
  readonly utils: { escapeHtml(text: string): string }
}

interface Token {
  readonly tag: string
  readonly info: string
  readonly content: string
  attrGet(name: string): string | null
  attrSet(name: string, value: string): void
}

type Rule = (
  tokens: readonly Token[],
  index: number,
  options: unknown,
  environment: unknown,
  renderer: { renderToken(tokens: readonly Token[], index: number, options: unknown): string },
) => string

/** What highlight.js calls a language that it knows under another name. */
const LANGUAGES: Readonly<Record<string, string>> = {
  astro: 'xml',
  dts: 'typescript',
  html: 'xml',
  py: 'python',
  svelte: 'xml',
  tsx: 'typescript',
  vue: 'xml',
}

const coloured = (code: string, language: string, escaped: string): string => {
  const name = LANGUAGES[language] ?? language
  return hljs.getLanguage(name) ? hljs.highlight(code, { language: name }).value : escaped
}

/** A link between two pages is written to the other's Markdown, so that it also works where the source is read. */
const asPublished = (target: string): string =>
  /^[a-z]+:/.test(target) ? target : target.replace(/\.md(?=#|$)/, '.html')

/** How the pages' Markdown becomes HTML: anchors, links, coloured code, tables that scroll by themselves. */
export const amendMarkdown = ({ renderer: { rules }, utils }: MarkdownIt): void => {
  // The tokens of one page: its anchors are counted from its top.
  const pages = new WeakMap<readonly Token[], (heading: string) => string>()
  rules.heading_open = (tokens, index, options, _environment, renderer) => {
    const anchorOf = pages.get(tokens) ?? createAnchors()
    pages.set(tokens, anchorOf)
    tokens[index]?.attrSet('id', anchorOf(tokens[index + 1]?.content ?? ''))
    return renderer.renderToken(tokens, index, options)
  }

  rules.heading_close = (tokens, index, options, _environment, renderer) => {
    const anchor = tokens[index - 2]?.attrGet('id') ?? ''
    const mark =
      tokens[index]?.tag === 'h1'
        ? ''
        : ` <a class="mark" href="#${anchor}" aria-hidden="true" tabindex="-1">#</a>`
    return `${mark}${renderer.renderToken(tokens, index, options)}`
  }

  rules.link_open = (tokens, index, options, _environment, renderer) => {
    const token = tokens[index]
    token?.attrSet('href', asPublished(token.attrGet('href') ?? ''))
    return renderer.renderToken(tokens, index, options)
  }

  // What is wider than the page scrolls by itself, and a keyboard must reach what scrolls.
  rules.table_open = () => '<div class="table" tabindex="0"><table>\n'
  rules.table_close = () => '</table></div>\n'

  rules.fence = (tokens, index) => {
    const { info = '', content = '' } = tokens[index] ?? {}
    const [language = '', ...names] = info.trim().split(/\s+/)
    const name =
      names.length > 0 ? `<figcaption>${utils.escapeHtml(names.join(' '))}</figcaption>` : ''
    const code = coloured(content, language, utils.escapeHtml(content))
    return `<figure class="code">${name}<pre tabindex="0"><code>${code}</code></pre></figure>\n`
  }
}
