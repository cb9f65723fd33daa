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

/**
 * What axe has against the page as it is now: WCAG 2.2 A and AA, and its own best practices.
 *
 * @param ignored rules that do not apply, such as those of a whole page where the page is the test's own
 */
export const complaints = async (
  page: Page,
  ignored: readonly string[] = [],
): Promise<readonly string[]> => {
  await page.evaluate(source)
  return page.evaluate(async rules => {
    const { violations } = await window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: Object.fromEntries(rules.map(rule => [rule, { enabled: false }])),
    })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  }, ignored)
}
