import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type ElementHandle, launch, type Page } from 'puppeteer-core'
import { firefoxPath } from '../../engine-paths.ts'
import { createFolder, savedIn } from './downloads.ts'
import { callOf, type Engine, stillCallOf, type Tab } from './engine.ts'
import { endWithUs } from './group.ts'
import { undoOnFailure } from './undo.ts'

const TIMEOUT_MS = 120_000

const tabOn = (page: Page, downloads: string): Tab => {
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

/**
 * The system's Firefox by WebDriver BiDi. Undefined where it is not installed. All that it writes is below `folder`, its temporary
 * files, too, which is one of its own unless it is given.
 */
export const launchFirefox = async (given?: {
  readonly folder: string
}): Promise<Engine | undefined> => {
  const executablePath = firefoxPath()
  if (!executablePath) return undefined
  return undoOnFailure(async (later, close) => {
    const folder = given?.folder ?? (await createFolder('firefox', later))
    const [downloads, temporary] = [join(folder, 'downloads'), join(folder, 'temporary')]
    for (const path of [downloads, temporary]) await mkdir(path)
    const browser = await launch({
      env: { ...process.env, TMPDIR: temporary },
      browser: 'firefox',
      executablePath,
      userDataDir: join(folder, 'profile'),
      protocolTimeout: TIMEOUT_MS,
      extraPrefsFirefox: {
        // A page without an icon is asked for one otherwise, against its policy.
        'browser.chrome.site_icons': false,
        'browser.download.folderList': 2,
        'browser.download.dir': downloads,
        'dom.disable_beforeunload': true,
      },
    })
    const { pid } = browser.process() ?? {}
    // Puppeteer starts it as a group of its own, and ends it when we are told to end, but not when we are killed.
    if (pid !== undefined && process.platform !== 'win32') later(endWithUs(pid))
    later(() => browser.close())
    return {
      name: 'Firefox',
      version: (await browser.version()).replace(/^firefox\//i, ''),
      open: async () => tabOn(await browser.newPage(), downloads),
      close,
    }
  })
}
