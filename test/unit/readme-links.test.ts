import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { anchorsOf, headingsOf, linksIn, namesIn, prose, rowsIn, sectionOf } from '../readme.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string): Promise<string> => readFile(join(root, path), 'utf8')

/** What `npm pack` packs. It needs no build: the pages do not come from there. */
const packed = (): readonly string[] => {
  const words = ['pack', '--dry-run', '--json', '--ignore-scripts']
  const shell = process.platform === 'win32'
  const told = execFileSync('npm', words, { cwd: root, encoding: 'utf8', stdio: 'pipe', shell })
  const [report] = JSON.parse(told) as [{ files: { path: string }[] }]
  return report.files.map(({ path }) => path)
}

/** Links of a page that lead nowhere, for somebody who has nothing but the package. */
const deadLinks = async (page: string, paths: readonly string[]): Promise<readonly string[]> => {
  const dead: string[] = []
  for (const link of linksIn(await read(page))) {
    if (/^https?:/.test(link)) continue
    const [path = '', anchor] = link.split('#')
    const target = path === '' ? page : posix.join(posix.dirname(page), path)
    const isThere = paths.includes(target)
    if (!isThere || (anchor !== undefined && !anchorsOf(await read(target)).includes(anchor)))
      dead.push(`${page}: ${link}`)
  }
  return dead
}

// It starts npm, which takes a second on an idle machine.
test('every link of a packed page leads to a packed file, and to a heading that is there', {
  timeout: 30_000,
}, async () => {
  const paths = packed()
  const pages = paths.filter(path => path.endsWith('.md'))
  expect(pages).toContain('README.md')
  expect((await Promise.all(pages.map(page => deadLinks(page, paths)))).flat()).toEqual([])
})

test.each(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'FORMAT.md'])(
  '%s names only files of the project that are there',
  async page => {
    const text = await read(page)
    // The marks of a broken code block would shift what stands between backticks, from there to the end.
    expect(prose(text)).not.toContain('```')
    const names = namesIn(text).filter(name => /^(src|test|demo)\/[\w./-]+$/.test(name))
    // Acme is the provider that a newcomer adds.
    const missing = names.filter(name => !/\/acme\b/.test(name) && !existsSync(join(root, name)))
    expect(missing).toEqual([])
  },
)

test('what ARCHITECTURE.md says is in a file is there', async () => {
  const page = await read('ARCHITECTURE.md')
  const places = [...page.matchAll(/`(\w+)` in\s+`(src\/[\w./-]+\.ts)`/g)]
  expect(places.length).toBeGreaterThan(5)
  const missing = await Promise.all(
    places.map(async ([place, name = '', path = '']) =>
      new RegExp(`\\b${name}\\b`).test(await read(path)) ? [] : [place],
    ),
  )
  expect(missing.flat()).toEqual([])
})

test('ARCHITECTURE.md has a row for every room and every entry of src', async () => {
  const told = sectionOf(await read('ARCHITECTURE.md'), 'The rooms')
  const rooms = (await readdir(join(root, 'src'), { withFileTypes: true })).map(entry =>
    entry.isDirectory() ? `src/${entry.name}/` : `src/${entry.name}`,
  )
  expect(rooms.filter(room => !namesIn(told).includes(room))).toEqual([])
})

test('CONTRIBUTING.md has a row for every command and every tool', async () => {
  const { scripts, devDependencies } = JSON.parse(await read('package.json'))
  const page = await read('CONTRIBUTING.md')
  const commands = rowsIn(sectionOf(page, 'The commands')).flatMap(([call = '']) =>
    namesIn(call).map(words => words.replace(/^npm (run )?/, '').replace(/ -- .*/, '')),
  )
  // npm calls it by itself.
  const called = Object.keys(scripts).filter(name => name !== 'prepack')
  expect(commands.toSorted()).toEqual(called.toSorted())
  const tools = rowsIn(sectionOf(page, 'Tools')).flatMap(([names = '']) => names.split(', '))
  expect(tools.toSorted()).toEqual(Object.keys(devDependencies).toSorted())
})

test('a sealed file says which version of the package made it', async () => {
  const { version } = JSON.parse(await read('package.json'))
  expect(await read('src/core/version.ts')).toContain(`VERSION = '${version}'`)
})

describe('the README', () => {
  test('lists its sections in its contents, in their order', async () => {
    const readme = await read('README.md')
    const anchors = anchorsOf(readme)
    const listed = linksIn(readme.slice(readme.indexOf('## Contents'), readme.indexOf('## See it')))
    const sections = headingsOf(readme).flatMap(({ level, text }, index) =>
      level > 1 && text !== 'Contents' ? [`#${anchors[index]}`] : [],
    )
    expect(listed).toEqual(sections)
  })
})

describe('the checker', () => {
  test('reads anchors as GitHub makes them', () => {
    const page = '# The `age` seal\n## What’s new?\n## a_b-c\n## a_b-c\n```sh\n# no heading\n```\n'
    expect(anchorsOf(page)).toEqual(['the-age-seal', 'whats-new', 'a_b-c', 'a_b-c-1'])
  })

  test('reads names behind a code block in a list, and none in it', () => {
    const page = '- Type this:\n\n  ```js\n  run(`a`)\n  ```\n\n  Then `b`.\n'
    expect(namesIn(page)).toEqual(['b'])
  })

  test('finds what leads nowhere', async () => {
    expect(await deadLinks('README.md', ['README.md'])).toContain('README.md: SECURITY.md')
  })
})
