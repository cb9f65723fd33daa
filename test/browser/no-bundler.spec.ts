import { mkdir, readFile, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { test } from 'playwright/test'
import { installPacked } from '../consumer.ts'
import { SCRIPT, type Services, startServices } from './two-services.ts'

const root = join(import.meta.dirname, '..', '..')

let services: Services
test.beforeAll(async () => {
  services = await startServices()
})
test.beforeEach(() => services.reset())
test.afterAll(() => services.close())

const pageWith = (head: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Apply</title><link rel="icon" href="data:,">${head}</head>
<body>${services.body}<script type="module" src="/main.js"></script></body></html>`

/** That of the npm package; another one in the README has hashes for the script tag. */
const importMapIn = (readme: string): string => {
  const maps = readme.match(/^<script type="importmap">$.*?^<\/script>$/gms) ?? []
  const [map, ...others] = maps.filter(text => text.includes('"sealdrop/define"'))
  if (!map || others.length > 0) throw new Error('The README should have one such map.')
  return map
}

test('an import map instead of a bundler: the one in the README', async ({ page }) => {
  const readme = await readFile(join(root, 'README.md'), 'utf8')
  const { folder } = await installPacked('import-map', {
    'index.html': pageWith(importMapIn(readme)),
    'main.js': `import 'sealdrop/define'\n${SCRIPT}`,
  })
  for (const name of ['lit', 'lit-html', 'lit-element', '@lit', '@noble']) {
    const place = join(folder, 'node_modules', name)
    await mkdir(dirname(place), { recursive: true })
    await symlink(join(root, 'node_modules', name), place, 'junction')
  }
  const site = await services.site({ folder })
  await services.deliverToBoth(page, site.url)
  await site.close()
})
