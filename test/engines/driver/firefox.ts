import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { launch } from 'puppeteer-core'
import { firefoxPath } from '../../engine-paths.ts'
import { createFolder } from './downloads.ts'
import type { Engine } from './engine.ts'
import { endWithUs } from './group.ts'
import { tabOn } from './puppeteer-tab.ts'
import { undoOnFailure } from './undo.ts'

const TIMEOUT_MS = 120_000

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
