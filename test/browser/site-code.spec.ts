import { join } from 'node:path'
import { expect, type Page, test } from 'playwright/test'
import { type Block, blocksOf, isApplication } from '../site-code.ts'
import { type ExampleSite, startExampleSite } from './example-site.ts'

const PDF = join(import.meta.dirname, '..', 'samples', 'pdf', 'doc_1_3_pages.pdf')

let site: ExampleSite
test.beforeAll(async () => {
  site = await startExampleSite()
})
test.afterAll(() => site.close())

/** What a page says that should say nothing, and what its policy stopped. */
const complaintsOf = (page: Page): readonly string[] => {
  const complaints: string[] = []
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(String(error)))
  return complaints
}

/** What an import map is for. */
const IMPORTING = `<script type="module">import 'sealdrop/define'</script>
  <seal-drop label="Papers" transport="didww" endpoint="/relay/didww"></seal-drop>`

const frame = (shown: string): string => {
  if (/<!doctype/i.test(shown)) return shown
  const body = shown.includes('type="importmap"') ? `${shown}${IMPORTING}` : shown
  const script = body.includes('<script')
    ? ''
    : '<script type="module" src="/sealdrop/sealdrop.js"></script>'
  return `<!doctype html><html lang="en"><title>Example</title><link rel="icon" href="/icon.svg">${script}${body}`
}

/** Each element of the page takes a document, and delivers it. */
const deliverAll = async (page: Page): Promise<void> => {
  const elements = await page.locator('seal-drop').all()
  expect(elements.length).toBeGreaterThan(0)
  for (const element of elements) {
    await element.locator('input[type=file]').setInputFiles(PDF)
    // Where a form's submit would close a batch, this does.
    await element.evaluate(async (it: HTMLElementTagNameMap['seal-drop']) => {
      await it.finish()
    })
    await expect(element.getByText(/^(Delivered|Zugestellt)/)).toBeVisible()
  }
}

const names = new Map<string, number>()
const titleOf = ({ page, language }: Block): string => {
  const count = (names.get(`${page} ${language}`) ?? 0) + 1
  names.set(`${page} ${language}`, count)
  return `${page}, number ${count}`
}

for (const block of blocksOf('html').filter(it => !isApplication(it)))
  test(`the HTML of ${titleOf(block)} delivers a document, and nothing complains`, async ({
    page,
  }) => {
    const complaints = complaintsOf(page)
    await page.goto(site.put(frame(block.code)))
    await deliverAll(page)
    expect(complaints).toEqual([])
  })

/** A policy's header, its lines put together. */
const headerOf = (code: string): readonly [string, string] => {
  const [, name = '', value = ''] = /^([\w-]+): ([\s\S]+)$/.exec(code.trim()) ?? []
  return [name, value.replaceAll(/\s+/g, ' ')]
}

for (const block of blocksOf('http'))
  test(`under the policy of ${titleOf(block)} a document is delivered, and nothing is stopped`, async ({
    page,
  }) => {
    const complaints = complaintsOf(page)
    const [name, value] = headerOf(block.code)
    expect(name).toBe('Content-Security-Policy')
    const from = value.includes('cdn.example') ? 'https://cdn.example/sealdrop@0.1.0' : '/sealdrop'
    const [, nonce = ''] = /'nonce-(\w+)'/.exec(value) ?? []
    const body = `<script type="module" nonce="${nonce}" src="${from}/sealdrop.js"></script>
      <seal-drop ${block.name ?? ''} label="Papers" transport="didww" endpoint="/relay/didww"></seal-drop>`
    await page.goto(site.put(frame(body), { [name]: value }))
    await deliverAll(page)
    expect(complaints).toEqual([])
  })

for (const block of blocksOf('css'))
  test(`the style of ${titleOf(block)} reaches the element`, async ({ page }) => {
    const body = `<style>${block.code}</style>
      <seal-drop label="Papers" transport="didww" endpoint="/relay/didww"></seal-drop>`
    await page.goto(site.put(frame(body)))
    await expect(page.locator('seal-drop [part=button]')).toBeVisible()
    const unknown = await page.evaluate(() => {
      const rules = [...(document.styleSheets[0]?.cssRules ?? [])]
      const leaves = rules.flatMap(rule =>
        rule instanceof CSSMediaRule ? [...rule.cssRules] : [rule],
      )
      return leaves.filter(
        rule => !(rule instanceof CSSStyleRule) || !rule.selectorText || rule.style.length === 0,
      ).length
    })
    expect(unknown).toBe(0)
  })
