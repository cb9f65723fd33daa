import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import {
  Builder,
  Capabilities,
  Key as Keys,
  type WebDriver,
  type WebElement,
} from 'selenium-webdriver'
import { webkitPaths } from '../../engine-paths.ts'
import { createFolder, savedIn } from './downloads.ts'
import { callOf, type Engine, type Key, stillCallOf, type Tab } from './engine.ts'
import { eventually } from './eventually.ts'
import { startGroup } from './group.ts'
import { undoOnFailure } from './undo.ts'

const TIMEOUT_MS = 120_000

const keys: Readonly<Record<Key, string>> = { Tab: Keys.TAB, Enter: Keys.ENTER, ' ': Keys.SPACE }

declare global {
  interface Window {
    /** The file input whose dialog came up last. */
    opened?: EventTarget | undefined
  }
}

/** Runs in the page. Under automation no dialog is drawn: the click that asks for it is seen instead. */
const watchDialogs = (): void => {
  window.opened = undefined
  const see = (event: Event): void => {
    const [target] = event.composedPath()
    if (target instanceof HTMLInputElement && target.type === 'file') window.opened = target
  }
  addEventListener('click', see, { capture: true })
}

const tabOn = (driver: WebDriver, handle: string, downloads: string, close: Tab['close']): Tab => {
  /** The driver works on one tab at a time. */
  const here = async (): Promise<WebDriver> => {
    if ((await driver.getWindowHandle()) !== handle) await driver.switchTo().window(handle)
    return driver
  }
  const run = async <Result>(expression: string): Promise<Result> =>
    (await here()).executeScript<Result>(`return ${expression}`)
  return {
    complaints: [],
    goto: async url => (await here()).get(url),
    reload: async () => (await here()).navigate().refresh(),
    evaluate: (inPage, ...args) => run(callOf(inPage, args)),
    async click(find, ...args) {
      const element = await run<WebElement | null>(stillCallOf(find, args))
      if (!element) throw new Error(`Nothing to click on: ${callOf(find, args)}`)
      await element.click()
    },
    press: async key => (await here()).actions().sendKeys(keys[key]).perform(),
    async hold(key, times) {
      const actions = (await here()).actions()
      for (let n = 0; n < times; n++) actions.keyDown(keys[key]).pause(50)
      await actions.keyUp(keys[key]).perform()
    },
    async choose(open, files) {
      await run(callOf(watchDialogs, []))
      await open()
      const input = await run<WebElement | null>('window.opened')
      if (!input) throw new Error('No dialog came up.')
      await input.sendKeys(files.join('\n'))
    },
    async download(start) {
      await start()
      return savedIn(downloads)
    },
    screenshot: async () => Buffer.from(await (await here()).takeScreenshot(), 'base64'),
    close,
  }
}

/** A port that is free now: the driver takes none of its own choice. */
const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

/** A screen nobody sees. It says which number it took. */
const startScreen = async (
  xvfb: string,
  later: (undo: () => Promise<unknown>) => void,
): Promise<string> => {
  const screen = startGroup(xvfb, ['-displayfd', '3', '-nolisten', 'tcp'])
  later(() => screen.stop())
  const lines = createInterface({ input: screen.process.stdio[3] as Readable })
  const [number] = await once(lines, 'line')
  return `:${number}`
}

/** WebKitGTK's small browser by its own driver, WebDriver over HTTP. Undefined where it is not installed. */
export const launchWebKit = async (): Promise<Engine | undefined> => {
  const paths = webkitPaths()
  if (!paths) return undefined
  return undoOnFailure(async (later, close) => {
    const DISPLAY = await startScreen(paths.xvfb, later)
    const HOME = await createFolder('webkit', later)
    const downloads = join(HOME, 'downloads')
    await mkdir(downloads)
    await mkdir(join(HOME, '.config'))
    await writeFile(join(HOME, '.config', 'user-dirs.dirs'), 'XDG_DOWNLOAD_DIR="$HOME/downloads"\n')
    const port = await freePort()
    const service = startGroup(paths.driver, [`--port=${port}`, '--host=127.0.0.1'], {
      DISPLAY,
      HOME,
      XDG_CONFIG_HOME: join(HOME, '.config'),
      // Its sandbox needs what containers do not give; the only pages here are the tests' own.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    })
    later(() => service.stop())
    const url = `http://127.0.0.1:${port}`
    await eventually(() => fetch(`${url}/status`))
    const driver = await new Builder()
      .usingServer(url)
      .withCapabilities(new Capabilities({ browserName: 'MiniBrowser' }))
      .build()
    later(() => driver.quit())
    await driver.manage().setTimeouts({ script: TIMEOUT_MS, pageLoad: TIMEOUT_MS })
    const first = await driver.getWindowHandle()
    return {
      name: 'WebKitGTK',
      version: String((await driver.getCapabilities()).get('browserVersion')),
      async open() {
        await driver.switchTo().newWindow('window')
        const handle = await driver.getWindowHandle()
        return tabOn(driver, handle, downloads, async () => {
          await driver.switchTo().window(handle)
          await driver.close()
          await driver.switchTo().window(first)
        })
      },
      close,
    }
  })
}
