import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { launch, type Page } from 'puppeteer-core'
import { browserPath } from '../../browser-path.ts'
import { firefoxPath } from '../../engine-paths.ts'
import { createFolder } from '../driver/downloads.ts'
import type { Tab } from '../driver/engine.ts'
import { endWithUs } from '../driver/group.ts'
import { tabOn } from '../driver/puppeteer-tab.ts'
import { undoOnFailure } from '../driver/undo.ts'

/** A browser whose profile and temporary folder can be searched once it is gone. */
export interface KeptBrowser {
  open(): Promise<Tab>
  /** All that consoles said, at any level. */
  readonly said: readonly string[]
  /** Holds the profile, the caches, and the folder for temporary files; nothing else. */
  readonly folder: string
  /** Ends it as a crash or an empty battery does: nothing is tidied up. */
  kill(): Promise<void>
  close(): Promise<void>
}

/** So that what a profile is to hold gets there within seconds, and no page of the browser's own is asked for. */
const firefoxPrefs = {
  'browser.chrome.site_icons': false,
  'browser.sessionstore.interval': 500,
  'dom.disable_beforeunload': true,
}

export const launchKept = (name: 'chrome' | 'firefox'): Promise<KeptBrowser> =>
  undoOnFailure(async (later, close) => {
    const folder = await createFolder(`kept-${name}`, later)
    const temporary = join(folder, 'tmp')
    await mkdir(temporary)
    const chromium = name === 'chrome' ? await browserPath() : undefined
    const browser = await launch({
      browser: name,
      executablePath: chromium?.executablePath ?? firefoxPath() ?? '',
      ...(chromium && { args: chromium.args }),
      userDataDir: join(folder, 'profile'),
      env: { ...process.env, HOME: folder, TMPDIR: temporary },
      extraPrefsFirefox: firefoxPrefs,
    })
    const { pid } = browser.process() ?? {}
    if (pid === undefined) throw new Error('It did not start.')
    if (process.platform !== 'win32') later(endWithUs(pid))
    let isKilled = false
    later(async () => {
      if (!isKilled) await browser.close()
    })
    const said: string[] = []
    const listen = (page: Page): void => {
      page.on('console', message => said.push(message.text()))
      page.on('pageerror', error => said.push(String(error)))
    }
    return {
      async open() {
        const page = await browser.newPage()
        listen(page)
        return tabOn(page, '')
      },
      said,
      folder,
      async kill() {
        isKilled = true
        const gone = new Promise(resolve => browser.process()?.once('exit', resolve))
        // All its processes are one group.
        process.kill(-pid, 'SIGKILL')
        await gone
      },
      close,
    }
  })
