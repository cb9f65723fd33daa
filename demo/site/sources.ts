import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const PROJECT: string = fileURLToPath(new URL('../..', import.meta.url))
export const PAGES: string = fileURLToPath(new URL('pages', import.meta.url))
/** Where the site is put. */
export const SITE: string = fileURLToPath(new URL('../../.cache/site', import.meta.url))

/** The project's own files that the site shows, or parts of them. */
const FILES = [
  'README.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'FORMAT.md',
  'SECURITY.md',
] as const

/** A page as it is written, without what stands before its text. */
export interface Source {
  /** Without a suffix, such as `guides/website`. */
  readonly path: string
  readonly description: string
  readonly text: string
}

const FRONT = /^---\ndescription: (.+)\n---\n+/

/** @throws where a page does not begin with its description. */
export const asSource = (path: string, file: string): Source => {
  const [front, description] = FRONT.exec(file) ?? []
  if (front === undefined || description === undefined)
    throw new Error(`${path}.md does not begin with a description.`)
  return { path, description, text: file.slice(front.length) }
}

/** The pages in `demo/site/pages`. */
export const readSources = async (): Promise<readonly Source[]> => {
  const names = await readdir(PAGES, { recursive: true })
  const pages = names.filter(name => name.endsWith('.md')).map(name => name.replaceAll('\\', '/'))
  return Promise.all(
    pages.map(async name =>
      asSource(name.slice(0, -'.md'.length), await readFile(join(PAGES, name), 'utf8')),
    ),
  )
}

/** The texts of `FILES`, by their names. */
export const readProjectFiles = async (): Promise<ReadonlyMap<string, string>> =>
  new Map(
    await Promise.all(
      FILES.map(
        async name => [name, await readFile(join(PROJECT, name), 'utf8')] as [string, string],
      ),
    ),
  )
