import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { enFiles } from '../../src/element/strings/en-files.ts'
import { languageFor } from '../../src/element/strings/languages.ts'
import { type Look, schemes, widths } from './looks.ts'

const MARGIN_PX = 12

/** For all pictures: an estimate of the time left follows the clock. */
const NOW = '2026-06-15T13:00:00Z'

/** The same letters on every machine, one state below the other, and nothing that moves. */
const STYLE = `
@font-face { font-family: Looks; src: url(/looks/400.woff2); font-weight: 400 }
@font-face { font-family: Looks; src: url(/looks/700.woff2); font-weight: 700 }
@font-face { font-family: SFMono-Regular; src: url(/looks/400.woff2) }
body { font-family: Looks }
header, h2 { display: none }
main { display: block; max-inline-size: none; padding: 0 }
section { box-sizing: border-box; padding: ${MARGIN_PX}px }
`

const { resolve } = createRequire(import.meta.url)
const font = (weight: string): string =>
  resolve(
    `@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-${weight}-normal.woff2`,
  )

const serveStyle = (page: Page): Promise<unknown> =>
  page.route('**/looks/*', async route => {
    const [, weight] = /(\d+)\.woff2$/.exec(route.request().url()) ?? []
    await route.fulfill(
      weight
        ? { contentType: 'font/woff2', body: await readFile(font(weight)) }
        : { contentType: 'text/css', body: STYLE },
    )
  })

/** What is said of a file only after some seconds: the first pictures would have been taken before it, or not. */
const lateWords = async (lang: string): Promise<readonly string[]> => {
  const { status } = (await languageFor(lang))?.fileStrings ?? enFiles
  return [status.checkingLate, status.confirmingLate]
}

/** Until what was asked for is drawn, letters included, and each state at a whole pixel: else it would look like another where one above it grew. */
const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    await document.fonts.ready
    for (const section of document.querySelectorAll<HTMLElement>('section')) {
      section.style.blockSize = ''
      section.style.blockSize = `${Math.ceil(section.getBoundingClientRect().height)}px`
    }
    for (const _ of [1, 2]) await new Promise(requestAnimationFrame)
  })

/** Takes every state in one look, at all widths and in all colours, into `folder`. */
export const take = async (
  browser: Browser,
  gallery: string,
  { name, query }: Look,
  folder: string,
): Promise<void> => {
  const page = await browser.newPage({
    locale: 'en-US',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  })
  try {
    await page.clock.setFixedTime(NOW)
    await serveStyle(page)
    await page.goto(`${gallery}?${query}`)
    await page.addStyleTag({ url: '/looks/style.css' })
    // The first page of all waits until Vite has bundled the packages.
    await page.locator('html[data-drawn]').waitFor({ timeout: 60_000 })
    const lang = new URLSearchParams(query).get('lang') ?? 'en'
    for (const words of await lateWords(lang))
      await page.locator('#before').getByText(words).first().waitFor({ timeout: 60_000 })
    const states = await page.locator('section').all()
    for (const width of widths) {
      await page.setViewportSize({ width: width + 2 * MARGIN_PX, height: 1000 })
      for (const [scheme, media] of Object.entries(schemes)) {
        await page.emulateMedia(media)
        await drawn(page)
        for (const state of states) {
          const path = join(name, `${width}-${scheme}`, `${await state.getAttribute('id')}.png`)
          await state.screenshot({ path: join(folder, path), animations: 'disabled' })
        }
      }
    }
  } finally {
    await page.close()
  }
}
