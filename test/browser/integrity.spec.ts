import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { test as base, expect, type Page } from 'playwright/test'
import { installPacked } from '../consumer.ts'
import { loadedWith } from '../health/graph.ts'
import { codeIn } from '../readme.ts'
import { choose } from './chooser.ts'

const root = join(import.meta.dirname, '..', '..')
const dist = join(root, 'dist')
const PDF = join(root, 'test', 'samples', 'pdf', 'doc_1_3_pages.pdf')

interface Origin {
  readonly url: string
  close(): Promise<void>
}

type Answer = (path: string) => Promise<string | Buffer>

const serve = async (answer: Answer): Promise<Origin> => {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://any')
    const body = await answer(pathname).catch(() => undefined)
    response.writeHead(body === undefined ? 404 : 200, {
      'Content-Type': extname(pathname) === '.js' ? 'text/javascript' : 'text/html; charset=utf-8',
      'Access-Control-Allow-Origin': '*',
    })
    response.end(body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

interface Stage {
  /** The origin that has SealDrop's files. */
  readonly cdn: Origin
  /** The names of files that this origin has changed. */
  readonly changed: Set<string>
  /** Opens a page of another origin, with these tags and the element in it. */
  open(tags: string): Promise<void>
}

const test = base.extend<{ stage: Stage }>({
  stage: async ({ page }, use) => {
    const changed = new Set<string>()
    const cdn = await serve(async path => {
      const bytes = await readFile(join(dist, path))
      return changed.has(path.slice(1)) ? `${bytes}\n` : bytes
    })
    let tags = ''
    const site = await serve(async path =>
      path === '/upload'
        ? '{"id": "1"}'
        : `<!doctype html><html lang="en"><title>Apply</title>${tags}
          <seal-drop transport="http" endpoint="/upload" seal="none: a test"></seal-drop>`,
    )
    const open = async (wanted: string): Promise<void> => {
      tags = wanted
      await page.goto(site.url)
    }
    await use({ cdn, changed, open })
    await Promise.all([cdn.close(), site.close()])
  },
})

/** What the README's program prints for files of this origin, run by somebody who has installed the package. */
const documentedTags = async (url: string): Promise<string> => {
  const readme = await readFile(join(root, 'README.md'), 'utf8')
  const [program = '', ...others] = codeIn(readme).filter(code => code.includes('sri.json'))
  expect(others).toEqual([])
  expect(program).toContain('https://cdn.example/sealdrop@0.1.0/')
  const { folder } = await installPacked(`integrity-${new URL(url).port}`, {})
  const path = join(folder, 'tags.mjs')
  await writeFile(path, program.replace('https://cdn.example/sealdrop@0.1.0/', `${url}/`))
  return execFileSync(process.execPath, [path], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}

const hashes: Record<string, string> = JSON.parse(await readFile(join(dist, 'sri.json'), 'utf8'))
const nameOf = (pattern: RegExp): string =>
  Object.keys(hashes).find(name => pattern.test(name)) ?? ''

/** The import map as documented, and the classic script's tag in the module's place. */
const classicTags = async (url: string): Promise<string> => {
  const name = 'sealdrop.iife.js'
  const tag = `<script crossorigin src="${url}/${name}" integrity="${hashes[name]}"></script>`
  return (await documentedTags(url)).replace(/<script type="module".*<\/script>/, () => tag)
}

const isDefined = (page: Page): Promise<boolean> =>
  page.evaluate(() => customElements.get('seal-drop') !== undefined)

/** The errors of the console that speak of a hash. */
const refusals = (page: Page): readonly string[] => {
  const said: string[] = []
  page.on('console', message => {
    if (message.type() === 'error' && /integrity/i.test(message.text())) said.push(message.text())
  })
  return said
}

for (const [what, tagsFor, entry] of [
  ['the module', documentedTags, 'sealdrop.js'],
  ['the classic script', classicTags, 'sealdrop.iife.js'],
] as const) {
  test(`the tags that the README writes load ${what} from another origin, each file with a hash`, async ({
    page,
    stage,
  }) => {
    const refused = refusals(page)
    const loaded: string[] = []
    page.on('request', request => {
      if (request.url().startsWith(stage.cdn.url)) loaded.push(new URL(request.url()).pathname)
    })
    await stage.open(await tagsFor(stage.cdn.url))
    await choose(page, PDF)
    await expect(page.getByText(/^Delivered/)).toBeVisible()
    expect(loaded).toContain(`/${entry}`)
    expect(loaded.filter(path => !(path.slice(1) in hashes))).toEqual([])
    expect(refused).toEqual([])
  })

  test(`${what} is refused when the other origin has changed it`, async ({ page, stage }) => {
    stage.changed.add(entry)
    const refused = refusals(page)
    await stage.open(await tagsFor(stage.cdn.url))
    expect(await isDefined(page)).toBe(false)
    await expect.poll(() => refused.join()).toContain(entry)
  })
}

test('a file that the module imports at once is refused when it is changed', async ({
  page,
  stage,
}) => {
  const [imported = ''] = [...loadedWith('sealdrop.js')].filter(name => name !== 'sealdrop.js')
  stage.changed.add(imported)
  const refused = refusals(page)
  await stage.open(await documentedTags(stage.cdn.url))
  expect(await isDefined(page)).toBe(false)
  await expect.poll(() => refused.join()).toContain(imported)
})

test('a file that is loaded later is refused when it is changed', async ({ page, stage }) => {
  const late = nameOf(/^uploads-/)
  stage.changed.add(late)
  const refused = refusals(page)
  await stage.open(await documentedTags(stage.cdn.url))
  await choose(page, PDF)
  expect(await isDefined(page)).toBe(true)
  await expect.poll(() => refused.join()).toContain(late)
  await expect(page.getByText('doc_1_3_pages.pdf', { exact: true })).toBeHidden()
})

test('the transport of the classic script is refused when it is changed, also where its map has left the page', async ({
  page,
  stage,
}) => {
  stage.changed.add('transport-http.js')
  const refused = refusals(page)
  const tags = await classicTags(stage.cdn.url)
  // Browsers skip what is no URL.
  await stage.open(tags.replace('"integrity":{', '"integrity":{"https://[":"sha384-x",'))
  await page.evaluate(() => document.querySelector('script[type="importmap"]')?.remove())
  await choose(page, PDF)
  const widget = page.locator('seal-drop')
  const code = (): Promise<string | undefined> =>
    widget.evaluate(({ files }: HTMLElementTagNameMap['seal-drop']) => {
      const state = files[0]?.state
      return state && 'error' in state ? state.error.code : state?.phase
    })
  await expect.poll(code).toBe('network')
  expect(refused.join()).toContain('transport-http.js')
  stage.changed.clear()
  await page.getByRole('button', { name: /^try .* again/i }).click()
  await expect(page.getByText(/^Delivered/)).toBeVisible()
})
