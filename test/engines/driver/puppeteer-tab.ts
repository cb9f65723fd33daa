import type { ElementHandle, Page } from 'puppeteer-core'
import { savedIn } from './downloads.ts'
import { callOf, stillCallOf, type Tab } from './engine.ts'

/** A tab that puppeteer drives. `downloads`: where the browser saves. */
export const tabOn = (page: Page, downloads: string): Tab => {
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(String(error)))
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  return {
    complaints,
    async goto(url) {
      await page.goto(url)
    },
    async reload() {
      await page.reload()
    },
    evaluate: <Args extends readonly unknown[], Result>(
      run: (...args: Args) => Result,
      ...args: Args
    ) => page.evaluate(callOf(run, args)) as Promise<Awaited<Result>>,
    async click(find, ...args) {
      const element = (await page.evaluateHandle(stillCallOf(find, args))).asElement()
      if (!element) throw new Error(`Nothing to click on: ${callOf(find, args)}`)
      await (element as ElementHandle<Element>).click()
    },
    press: key => page.keyboard.press(key),
    async hold(key, times) {
      for (let n = 0; n < times; n++) {
        await page.keyboard.down(key)
        await page.evaluate('new Promise(requestAnimationFrame)')
      }
      await page.keyboard.up(key)
    },
    async choose(open, files) {
      const dialog = page.waitForFileChooser()
      // What `open` throws comes first; then nobody waits for the dialog any more.
      dialog.catch(() => {})
      await open()
      await (await dialog).accept([...files])
    },
    async download(start) {
      await start()
      return savedIn(downloads)
    },
    screenshot: () => page.screenshot(),
    close: () => page.close(),
  }
}
