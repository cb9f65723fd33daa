import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright/test'

declare global {
  interface Window {
    axe: { run(context: object, options: object): Promise<AxeResults> }
  }
}

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Scope {
  /** Rules that do not apply, such as those of a whole page where the page is the test's own. */
  readonly ignored?: readonly string[]
  /** These rules alone, where another test has looked at the rest. */
  readonly only?: readonly string[]
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe has against the page as it is now: WCAG 2.2 A and AA, and its own best practices. */
export const complaints = async (page: Page, scope: Scope = {}): Promise<readonly string[]> => {
  const { ignored = [], only } = scope
  await page.evaluate(source)
  const options = {
    runOnly: only ? { type: 'rule', values: only } : { type: 'tag', values: TAGS },
    rules: Object.fromEntries(ignored.map(rule => [rule, { enabled: false }])),
    resultTypes: ['violations'],
    // Styles of other origins, of which no page of ours has any.
    preload: false,
  }
  return page.evaluate(async asked => {
    const { violations } = await window.axe.run(document, asked)
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  }, options)
}
