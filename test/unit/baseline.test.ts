import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readSource } from '../source-text.ts'

const src = join(import.meta.dirname, '../../src')

/** Node's own, or not for a page that uploads. */
const elsewhere =
  /^(sandbox|relay|open|desk|testing|core\/relay)\/|\/relay\.ts$|^(core|element)\/environment\.ts$/

/** How each thing shows in code. Those that no page may do without a word: the second half came to browsers since 2022. */
const features: Readonly<Record<string, RegExp>> = {
  WebCrypto: /\bcrypto\.subtle\b/,
  Worker: /\bnew Worker\(/,
  'Web Locks': /\bnavigator\.locks\b/,
  ElementInternals: /\bElementInternals\b/,
  adoptedStyleSheets: /\badoptedStyleSheets\b/,

  structuredClone: /\bstructuredClone\(/,
  'Promise.withResolvers': /\bPromise\.withResolvers\b/,
  'Promise.try': /\bPromise\.try\b/,
  'URL.canParse': /\bURL\.canParse\b/,
  'URL.parse': /\bURL\.parse\b/,
  'AbortSignal.any': /\bAbortSignal\.any\b/,
  'AbortSignal.timeout': /\bAbortSignal\.timeout\b/,
  'Array.fromAsync': /\bArray\.fromAsync\b/,
  'Array by copy': /\.(toSorted|toReversed|toSpliced)\(/,
  groupBy: /\b(Object|Map)\.groupBy\b/,
  'Set methods': /\.(isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/,
  'Iterator helpers': /\bIterator\.from\b/,
  'well-formed strings': /\.(isWellFormed|toWellFormed)\(/,
  'base64 of bytes': /\.(fromBase64|toHex|fromHex)\(/,
  'RegExp.escape': /\bRegExp\.escape\b/,
}

it('a browser is refused for want of what the page uses, and of nothing else', async () => {
  const paths = (await readdir(src, { recursive: true })).filter(
    path => path.endsWith('.ts') && !elsewhere.test(path),
  )
  const code = (
    await Promise.all(paths.map(async path => readSource(await readFile(join(src, path), 'utf8'))))
  )
    .map(source => source.code)
    .join('\n')
  const used = Object.keys(features).filter(name => features[name]?.test(code))
  const checks = ['core/environment.ts', 'element/environment.ts']
  const texts = await Promise.all(checks.map(path => readFile(join(src, path), 'utf8')))
  const asked = texts.flatMap(text => {
    const [, table = ''] = /const needs[^{]*\{(.*?)\n\}\)/s.exec(text) ?? []
    return [...table.matchAll(/^ {2}(?:'([^']+)'|(\w+)):/gm)].map(([, a, b]) => a ?? b)
  })
  expect(asked.sort()).toEqual(used.sort())
})
