import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, posix, relative } from 'node:path'
import Eleventy from '@11ty/eleventy'
import { createExpander } from './expand.ts'
import { liveScript } from './live-script.ts'
import { amendMarkdown } from './markdown.ts'
import { menu, paths } from './menu.ts'
import { POLICY } from './policy.ts'
import { headingsIn } from './sections.ts'
import { PAGES, PROJECT, readProjectFiles, readSources, SITE, type Source } from './sources.ts'

interface Entry {
  readonly path: string
  readonly title: string
}

/** What the frame of a page says about it. */
interface About extends Entry {
  readonly description: string
  /** From this page to the site's root: '' or `../`. */
  readonly root: string
  /** Without folder and suffix. */
  readonly name: string
  readonly previous?: Entry | undefined
  readonly next?: Entry | undefined
}

/** Files of the package that the page's own element needs. */
const ELEMENT = [
  ...['sealdrop.iife.js', 'worker.js', 'post-quantum.js', 'shelf.js', 'tus-client.js', 'viewer.js'],
  ...['didww', 'privasfer', 'dokstamp', 'cryptshare', 'tus', 's3', 'http'].map(
    provider => `transport-${provider}.js`,
  ),
]

const titleOf = ({ path, text }: Source): string => {
  const [title] = headingsIn(text)
  if (title?.level !== 1) throw new Error(`${path}.md has no title.`)
  return title.text
}

const aboutAll = (sources: readonly Source[]): ReadonlyMap<string, About> => {
  const byPath = new Map(sources.map(source => [source.path, source]))
  const forgotten = sources.filter(({ path }) => !paths.includes(path))
  if (forgotten.length > 0)
    throw new Error(`Not in demo/site/menu.ts: ${forgotten.map(({ path }) => path).join(', ')}`)
  const entries = paths.map((path): Entry & Source => {
    const source = byPath.get(path)
    if (!source) throw new Error(`demo/site/menu.ts names ${path}, and there is no such page.`)
    return { ...source, title: titleOf(source) }
  })
  return new Map(
    entries.map(({ path, title, description }, index) => [
      path,
      {
        path,
        title,
        description,
        root: '../'.repeat(path.split('/').length - 1),
        name: posix.basename(path),
        previous: entries[index - 1],
        next: entries[index + 1],
      },
    ]),
  )
}

const headingsOf = (html: string): readonly { anchor: string; title: string }[] =>
  [...html.matchAll(/<h2 id="([^"]+)">(.*?)<\/h2>/g)].map(([, anchor = '', title = '']) => ({
    anchor,
    title: title.replace(/ <a class="mark".*$/, ''),
  }))

/** For programs that read: every page with its description, in the order of the menu. */
const llmsText = (about: ReadonlyMap<string, About>): string =>
  [
    '# SealDrop',
    '',
    `> ${about.get('index')?.description ?? ''}`,
    ...menu.flatMap(({ title, pages }) => [
      '',
      `## ${title}`,
      '',
      ...pages.map(path => {
        const page = about.get(path)
        return `- [${page?.title ?? ''}](${path}.md): ${page?.description ?? ''}`
      }),
    ]),
    '',
  ].join('\n')

const write = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

/** Builds the site from the pages, the project's own files, and `dist`. */
export const generateSite = async (): Promise<void> => {
  await rm(SITE, { recursive: true, force: true })
  const [sources, files] = await Promise.all([readSources(), readProjectFiles()])
  const about = aboutAll(sources)
  const expand = createExpander(sources, files)
  const { version } = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8'))

  // Eleventy wants paths from where it runs: the project's root.
  const eleventy = new Eleventy(relative('.', PAGES), relative('.', SITE), {
    quietMode: true,
    config(config) {
      config.setIncludesDirectory('../layout')
      config.addGlobalData('layout', 'page.liquid')
      config.addGlobalData('version', version)
      config.addGlobalData('policy', POLICY)
      config.addGlobalData(
        'sections',
        menu.map(({ title, pages }) => ({
          title,
          paths: pages,
          pages: pages.map(path => about.get(path)),
        })),
      )
      config.addGlobalData('eleventyComputed', {
        about: ({ page }: { page: { filePathStem: string } }) =>
          about.get(page.filePathStem.slice(1)),
        permalink: ({ page }: { page: { filePathStem: string } }) => `${page.filePathStem}.html`,
      })
      // Raw: what stands in double braces is a framework's, and nothing for the page's own template.
      config.addPreprocessor(
        'expand',
        'md',
        ({ page }, text) => `{% raw %}\n${expand(page.filePathStem.slice(1), text)}\n{% endraw %}`,
      )
      config.addFilter('headings', headingsOf)
      config.amendLibrary('md', amendMarkdown)
      config.addPassthroughCopy({
        'demo/icon.svg': 'icon.svg',
        'demo/site/style.css': 'style.css',
        'test/vectors/format/vectors.json': 'vectors.json',
        LICENSE: 'LICENSE.txt',
        ...Object.fromEntries(ELEMENT.map(name => [`dist/${name}`, `sealdrop/${name}`])),
      })
    },
  })
  await eleventy.write()
  await Promise.all([
    ...sources.map(({ path, text }) => write(join(SITE, `${path}.md`), expand(path, text))),
    write(join(SITE, 'llms.txt'), llmsText(about)),
    write(join(SITE, 'live.js'), await liveScript()),
    write(join(SITE, 'stand-ins.json'), '{}\n'),
  ])
}
