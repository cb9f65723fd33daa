import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BrowserContextOptions, chromium, type ElementHandle, type Page } from 'playwright'
import { browserPath } from '../../browser-path.ts'
import { callOf, type Engine, type Tab } from './engine.ts'

export interface ChromiumTab extends Tab {
  readonly page: Page
}

export interface Chromium extends Engine {
  open(): Promise<ChromiumTab>
}

export interface ChromiumOptions {
  /** What it pretends to be: one of Playwright's `devices`. */
  readonly device?: BrowserContextOptions
  /** Further words of the command line. */
  readonly args?: readonly string[]
  /** All that it writes is below this, its temporary files, too. Without it, it keeps nothing, as in a private window. */
  readonly folder?: string
}

const tabOn = (page: Page, isTouched: boolean): ChromiumTab => {
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(String(error)))
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  // It catches dialogs only while somebody listens, and its order to do so can reach the page later than a key.
  page.on('filechooser', () => {})
  return {
    page,
    complaints,
    async goto(url) {
      await page.goto(url)
    },
    async reload() {
      await page.reload()
    },
    evaluate: (run, ...args) => page.evaluate(callOf(run, args)),
    async click(find, ...args) {
      const found = (await page.evaluateHandle(callOf(find, args))).asElement()
      if (!found) throw new Error(`Nothing to click on: ${callOf(find, args)}`)
      const element = found as ElementHandle<Element>
      await (isTouched ? element.tap() : element.click())
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
      const dialog = page.waitForEvent('filechooser')
      await open()
      await (await dialog).setFiles([...files])
    },
    async download(start) {
      const download = page.waitForEvent('download')
      await start()
      const saved = await download
      return { name: saved.suggestedFilename(), bytes: await readFile(await saved.path()) }
    },
    screenshot: () => page.screenshot(),
    close: () => page.close(),
  }
}

/** Driven by Playwright. */
export const launchChromium = async ({
  device = {},
  args: more = [],
  folder,
}: ChromiumOptions = {}): Promise<Chromium> => {
  const { executablePath, args } = await browserPath()
  if (folder !== undefined) {
    const temporary = join(folder, 'temporary')
    await mkdir(temporary)
    const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
      ...device,
      executablePath,
      args: [...args, ...more],
      env: { ...process.env, TMPDIR: temporary },
    })
    return {
      name: 'Chromium',
      version: context.browser()?.version() ?? '',
      open: async () => tabOn(await context.newPage(), device.hasTouch === true),
      close: () => context.close(),
    }
  }
  const browser = await chromium.launch({ executablePath, args: [...args, ...more] })
  const context = await browser.newContext(device)
  return {
    name: 'Chromium',
    version: browser.version(),
    open: async () => tabOn(await context.newPage(), device.hasTouch === true),
    close: () => browser.close(),
  }
}
