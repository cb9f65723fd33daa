/** A source file taken apart: its code without comments, and what stood in its strings. */
export interface SourceText {
  /** Comments and regular expressions are blanked; the n-th string or template part reads `'n'`. */
  readonly code: string
  readonly strings: readonly string[]
}

/** After one of these a slash begins a regular expression; after anything else it divides. */
const beforeRegex = /(^|[([{,;:=!&|?+*%<>~^-]|=>|\b(return|typeof|case|in|of|await|void))\s*$/

/** Where a regular expression that begins at `start` ends. */
const regexEnd = (text: string, start: number): number => {
  let inClass = false
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at]
    if (character === '\\') at++
    else if (character === '[') inClass = true
    else if (character === ']') inClass = false
    else if (character === '/' && !inClass) return at + 1
  }
  return text.length
}

/** Just enough of a lexer to tell code from words. */
export const readSource = (text: string): SourceText => {
  const strings: string[] = []
  let code = ''
  let at = 0

  const keep = (content: string): void => {
    code += `'${strings.push(content) - 1}'`
  }

  const quoted = (quote: string): void => {
    const start = ++at
    while (at < text.length && text[at] !== quote) at += text[at] === '\\' ? 2 : 1
    keep(text.slice(start, at++))
  }

  const template = (): void => {
    let start = ++at
    while (at < text.length && text[at] !== '`') {
      if (text[at] === '\\') at += 2
      else if (text.startsWith('${', at)) {
        keep(text.slice(start, at))
        at += 2
        code += '+('
        codeUntil('}')
        code += ')+'
        start = ++at
      } else at++
    }
    keep(text.slice(start, at++))
  }

  /** Stops at the closing brace that was not opened here. */
  const codeUntil = (end: string | undefined): void => {
    let depth = 0
    while (at < text.length) {
      const character = text.charAt(at)
      if (character === end && depth === 0) return
      if (text.startsWith('//', at))
        at = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at)
      else if (text.startsWith('/*', at)) at = text.indexOf('*/', at) + 2
      else if (character === "'" || character === '"') quoted(character)
      else if (character === '`') template()
      else if (character === '/' && beforeRegex.test(code.slice(-12))) {
        at = regexEnd(text, at)
        code += ' /r/ '
      } else {
        if (character === '{') depth++
        if (character === '}') depth--
        code += character
        at++
      }
    }
  }

  codeUntil(undefined)
  return { code, strings }
}

/** Everything a module refers to: static, dynamic and type imports, re-exports, and files beside it by URL. */
export const specifiersOf = ({ code, strings }: SourceText): string[] =>
  [
    ...code.matchAll(/\bfrom\s*'(\d+)'/g),
    ...code.matchAll(/\bimport\s*\(?\s*'(\d+)'/g),
    ...code.matchAll(/\bnew\s+URL\(\s*'(\d+)'\s*,\s*import\.meta\.url/g),
  ].map(([, index]) => strings[Number(index)] ?? '')

/** Whether it imports something that only shows when it runs. */
export const importsBlindly = ({ code }: SourceText): boolean =>
  /\bimport\s*\(\s*(?!'\d+'\s*[,)])/.test(code)
