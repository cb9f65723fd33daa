import { chromium, type Page } from 'playwright'
import { browserPath } from '../../browser-path.ts'
import type { Engine } from './engine.ts'

/** Driven by Playwright. */
export interface Chromium extends Engine {
  readonly page: Page
}

export const launchChromium = async (): Promise<Chromium> => {
  const { executablePath, args } = await browserPath()
  const browser = await chromium.launch({
    executablePath,
    args: [...args, '--js-flags=--expose-gc'],
  })
  const page = await browser.newPage()
  return {
    name: 'Chromium',
    version: browser.version(),
    page,
    async visit(url, files) {
      await page.goto(url)
      await page.setInputFiles('input', [...files])
    },
    ask: (method, args) =>
      page.evaluate(
        ([method, args]) =>
          (window.bench as unknown as Record<string, (...args: unknown[]) => unknown>)[method]?.(
            ...args,
          ),
        [method, args] as const,
      ),
    close: () => browser.close(),
  }
}
