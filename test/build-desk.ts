import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { desk } from '../vite.config.ts'
import { chunksOf } from './chunks.ts'
import { type Holding, noticesFor } from './notices.ts'

const source = fileURLToPath(new URL('../src/desk/', import.meta.url))

/** The script, whole in one piece. */
const bundle = async (): Promise<{ readonly code: string } & Holding> => {
  const [chunk, ...others] = chunksOf(await build(desk))
  if (!chunk || others.length > 0 || chunk.imports.length > 0)
    throw new Error('The desk must be one script that imports nothing.')
  return chunk
}

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** A browser hashes what it read, where every line ends in one character. */
const read = async (name: string): Promise<string> =>
  (await readFile(join(source, name), 'utf8')).replaceAll('\r\n', '\n')

/** Inside a script or style element nothing may look like its end, or like a comment that swallows the end. */
const fitting = (text: string): string => {
  if (/<\/(script|style)|<!--/i.test(text))
    throw new Error('The desk holds what would end its own element.')
  return text
}

/** Nothing but what is in the file itself runs or draws, and no request is made. What it does not stop is in SECURITY.md. */
const policyFor = (script: string, style: string): string =>
  [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ')

const replaceOnce = (page: string, old: string, text: string): string => {
  if (page.split(old).length !== 2) throw new Error(`The desk's page must have one ${old}.`)
  // As a function: a `$&` in the script stands for nothing.
  return page.replace(old, () => text)
}

/** It is handed on alone, so what others' licences ask for is in it, at its end. */
const noticesIn = async (script: Holding): Promise<string> => {
  const notices = noticesFor([{ ...script, fileName: 'desk.html' }], await read('../../LICENSE'))
  // A comment may hold two hyphens, but not what looks like its end.
  if (/-->|--!>/.test(notices)) throw new Error('A licence holds the end of a comment.')
  return `<!--\n${notices}-->\n`
}

/** The desk as one page that needs nothing else, not even a server. */
export const deskPage = async (): Promise<string> => {
  const [page, css, chunk] = await Promise.all([read('index.html'), read('desk.css'), bundle()])
  const [script, style] = [fitting(chunk.code), fitting(css)]
  const policy = `<meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policyFor(script, style)}">`
  const whole = [
    ['<meta charset="utf-8">', policy],
    ['<link rel="stylesheet" href="/desk/desk.css">', `<style>${style}</style>`],
    [
      '<script type="module" src="/desk/main.ts"></script>',
      `<script type="module">${script}</script>`,
    ],
  ].reduce(
    (now, [old = '', text = '']) => replaceOnce(now, old, text),
    page.replaceAll(/ *<!-- served -->.*<!-- \/served -->\n/g, ''),
  )
  return `${whole}${await noticesIn(chunk)}`
}

/** Writes `dist/desk.html`. */
export const buildDesk = async (folder = 'dist'): Promise<void> => {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'desk.html'), await deskPage())
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildDesk()
  console.log('dist/desk.html: open it in a browser, keep it where the recipient can find it.')
}
