import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import type { Site } from '../frameworks/site.ts'
import { SCRIPT, type Services, startServices } from './two-services.ts'

const dist = join(import.meta.dirname, '..', '..', 'dist')

let services: Services
let cdn: Site
test.beforeAll(async () => {
  services = await startServices()
  cdn = await services.site({ folder: dist, isPublic: true })
})
test.beforeEach(() => services.reset())
test.afterAll(async () => {
  await services.close()
  await cdn.close()
})

/** What themes and plugins of all ages bring along: globals, changed prototypes, a loader of modules, resets. */
const FURNITURE = `
  window.$ = window.jQuery = selector => document.querySelectorAll(selector)
  window.define = Object.assign(() => { throw new Error('An anonymous module.') }, { amd: {} })
  window.module = window.exports = window.require = undefined
  window.process = { env: {} }
  window.session = window.uploads = window.transport = 'of a plugin'
  Array.prototype.each = Array.prototype.forEach
  Array.prototype.toJSON = function () { return [...this] }
  String.prototype.strip = String.prototype.trim
  Function.prototype.bindAsEventListener = Function.prototype.bind
  document.addEventListener('click', event => event.target.closest('a') && event.preventDefault())
  document.addEventListener('drop', event => event.preventDefault())
  setInterval(() => document.body.classList.toggle('slide'), 200)`

const STYLES = `
  * { margin: 0; padding: 0; box-sizing: content-box; list-style: none }
  button, input, label, ul, li, div { all: unset; float: left; font: 11px/1 serif; text-transform: uppercase }`

const pageWith = (tag: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><base href="/blog/2026/"><title>Apply</title>
<link rel="icon" href="data:,"><style>${STYLES}</style><script>${FURNITURE}</script>${tag}</head>
<body class="page page-id-7"><form action="apply/">${services.body}
<input type="hidden" name="action" value="apply"><input type="hidden" name="id" value="7">
<button name="submit">Apply</button></form>
<script>document.addEventListener('DOMContentLoaded', () => {${SCRIPT}})</script></body></html>`

for (const [kind, tagFrom] of [
  ['a module', (url: string) => `<script type="module" src="${url}sealdrop.js"></script>`],
  ['a classic script', (url: string) => `<script defer src="${url}sealdrop.iife.js"></script>`],
] as const)
  test(`among a CMS's themes and plugins, from a CDN as ${kind}, the form carries both references`, async ({
    page,
  }, { outputDir }) => {
    const folder = join(outputDir, 'site')
    await mkdir(join(folder, 'blog', '2026', 'apply'), { recursive: true })
    await writeFile(join(folder, 'index.html'), pageWith(tagFrom(cdn.url)))
    await writeFile(join(folder, 'blog', '2026', 'apply', 'index.html'), '<h1>Thank you</h1>')
    const site = await services.site({ folder })
    await services.deliverToBoth(page, site.url)
    await page.getByRole('button', { name: 'Apply' }).click()
    await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
    const sent = new URL(page.url()).searchParams
    expect([sent.get('identity'), sent.get('income'), sent.get('id')]).toEqual([
      expect.stringMatching(/\S/),
      expect.stringMatching(/\S/),
      '7',
    ])
    await site.close()
  })
