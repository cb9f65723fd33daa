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
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const options = {
    runOnly: only
      ? { type: 'rule', values: only.filter(rule => !ignored.includes(rule)) }
      : { type: 'tag', values: TAGS },
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

/** What a person may ask of the browser, or of the system. */
const CONTRASTS = [
  { contrast: 'no-preference', forcedColors: 'none' },
  { contrast: 'more', forcedColors: 'none' },
  { contrast: 'more', forcedColors: 'active' },
] as const

/** What colours, and what comes with them (in forced colours a button has a border and a size of its own), can change. */
const OF_COLOURS = [
  'color-contrast',
  'link-in-text-block',
  'scrollable-region-focusable',
  'target-size',
] as const

/**
 * The same in light and dark, each also with more contrast, and in forced colours: every rule in the first, and in the others those
 * that they can change. Then all that was asked for is taken back.
 */
export const complaintsInAllColours = async (
  page: Page,
  scope: Scope = {},
): Promise<readonly string[]> => {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const)
    for (const preferences of CONTRASTS) {
      await page.emulateMedia({ colorScheme, ...preferences, reducedMotion: 'reduce' })
      // axe reads the page's own colours, where the system's are drawn.
      const isForced = preferences.forcedColors === 'active'
      const ignored = [...(scope.ignored ?? []), ...(isForced ? ['color-contrast'] : [])]
      const where = [colorScheme, ...Object.values(preferences)].join(' ')
      const isFirst = colorScheme === 'light' && preferences === CONTRASTS[0]
      const only = isFirst
        ? scope.only
        : OF_COLOURS.filter(rule => scope.only?.includes(rule) ?? true)
      for (const one of await complaints(page, { ignored, ...(only && { only }) }))
        found.push(`${where}: ${one}`)
    }
  await page.emulateMedia({
    colorScheme: null,
    contrast: null,
    forcedColors: null,
    reducedMotion: null,
  })
  return found
}
