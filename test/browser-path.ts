import { execFile, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from 'playwright'

export interface Browser {
  readonly executablePath: string
  readonly args: string[]
}

const isRoot = process.getuid?.() === 0

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

/** Says what it does: an installation takes a while. */
const run = (command: string, ...words: string[]): void => {
  console.error(`No Chromium found. Trying: ${[command, ...words].join(' ')}`)
  spawnSync(command, words, {
    stdio: ['ignore', 2, 2],
    timeout: 600_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}

const installers: readonly (() => void)[] = [
  () => {
    const cli = join(dirname(createRequire(import.meta.url).resolve('playwright')), 'cli.js')
    run(process.execPath, cli, 'install', 'chromium')
  },
  () => {
    if (!isRoot || !existsSync('/etc/debian_version')) return
    run('apt-get', 'update')
    run('apt-get', 'install', '-y', 'chromium')
  },
]

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
    install()
    found = await firstThatStarts()
  }
  if (found) return { executablePath: found, args }
  throw new Error(
    'The tests need a Chromium or Chrome. Install one (npx playwright install --with-deps chromium), or name yours: ' +
      'SEALDROP_BROWSER=/path/to/chrome npm test',
  )
}
