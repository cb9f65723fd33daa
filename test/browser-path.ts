import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from 'playwright'
import {
  browserPackage,
  installBy,
  installPackages,
  isRoot,
  mayInstall,
  shellPackage,
} from './install.ts'

export interface Browser {
  readonly executablePath: string
  readonly args: string[]
}

/** A test's browser talks to the test's servers, and to nobody else. */
const args = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  ...(isRoot ? ['--no-sandbox'] : []),
]

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** The first program of this name on the PATH. */
export const onPath = (name: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map(folder => join(folder, name))
    .find(path => existsSync(path))

/** A browser that is there but lacks a system library is of no use. On Windows asking would open a window. */
const starts = async (path: string): Promise<boolean> => {
  if (!existsSync(path)) return false
  if (process.platform === 'win32') return true
  return promisify(execFile)(path, ['--version'], { timeout: 30_000 }).then(
    () => true,
    () => false,
  )
}

const firstThatStarts = async (): Promise<string | undefined> => {
  const candidates = [chromium.executablePath(), ...names.map(onPath), ...usualPlaces]
  for (const path of candidates) if (path && (await starts(path))) return path
  return undefined
}

const installers: readonly (() => void)[] = [
  () => {
    const cli = join(dirname(createRequire(import.meta.url).resolve('playwright')), 'cli.js')
    installBy(process.execPath, cli, 'install', 'chromium')
  },
  () => installPackages([browserPackage]),
]

/** The same engine without all that a browser is beside it: a test takes two thirds of the time in it. */
const shell = async (): Promise<string | undefined> => {
  const path = onPath(shellPackage)
  return path && (await starts(path)) ? path : undefined
}

/**
 * How a test runner's configuration starts the browser: the one `SEALDROP_SHELL` or `SEALDROP_BROWSER` names, the
 * system's headless shell, Playwright's own browser, or the system's. Installs nothing, for a configuration is also read
 * where no browser is needed; without one the runner says what is missing.
 */
export const launchOptions = async (): Promise<{ executablePath?: string; args: string[] }> => {
  const { SEALDROP_SHELL, SEALDROP_BROWSER } = process.env
  const named = SEALDROP_SHELL ?? SEALDROP_BROWSER
  const executablePath = named ?? (await shell()) ?? (await firstThatStarts())
  return executablePath ? { executablePath, args } : { args }
}

/**
 * What runs pages fastest, for tests that are about the page alone: the browser that `SEALDROP_BROWSER` names, or else
 * the headless shell, which is installed where it may. Undefined where neither is there.
 */
export const shellPath = async (): Promise<string | undefined> => {
  const chosen = process.env.SEALDROP_BROWSER ?? (await shell())
  if (chosen) return chosen
  installPackages([shellPackage])
  return shell()
}

/**
 * A Chromium: the one `SEALDROP_BROWSER` names, Playwright's own, the system's, or else one it installs. Rejects with
 * words that say what to do.
 */
export const browserPath = async (): Promise<Browser> => {
  const chosen = process.env.SEALDROP_BROWSER
  if (chosen) {
    if (await starts(chosen)) return { executablePath: chosen, args }
    throw new Error(`SEALDROP_BROWSER is ${chosen}, and that does not start.`)
  }
  let found = await firstThatStarts()
  for (const install of installers) {
    if (found) break
    if (mayInstall()) install()
    found = await firstThatStarts()
  }
  if (found) return { executablePath: found, args }
  throw new Error(
    'The tests need a Chromium or Chrome. Install one (npx playwright install --with-deps chromium), or name yours: ' +
      'SEALDROP_BROWSER=/path/to/chrome npm test',
  )
}
