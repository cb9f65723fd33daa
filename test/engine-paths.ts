import { existsSync } from 'node:fs'
import { onPath } from './browser-path.ts'
import { enginePackages, installPackages } from './install.ts'

const usualPlaces = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
]

/** The Firefox that `SEALDROP_FIREFOX` names, or else the system's. */
export const firefoxPath = (): string | undefined =>
  process.env.SEALDROP_FIREFOX ??
  [onPath('firefox-esr'), onPath('firefox'), ...usualPlaces].find(path => path && existsSync(path))

/** WebKitGTK's driver, which `SEALDROP_WEBKIT_DRIVER` can name, and the screen that its browser draws on. */
export const webkitPaths = (): { readonly driver: string; readonly xvfb: string } | undefined => {
  const driver = process.env.SEALDROP_WEBKIT_DRIVER ?? onPath('WebKitWebDriver')
  const xvfb = onPath('Xvfb')
  return driver && xvfb ? { driver, xvfb } : undefined
}

const engines = [
  { name: 'Firefox', path: firefoxPath, packages: enginePackages.firefox },
  { name: 'WebKitGTK', path: webkitPaths, packages: enginePackages.webkit },
] as const

/** Installs the engines that these tests lack, where it may, and says aloud which of them are skipped then. */
export const installEngines = (files: readonly string[]): void => {
  const isWebKitWanted = files.some(path => path.endsWith('/webkit.test.ts'))
  const wanted = engines.filter(({ name }) => name !== 'WebKitGTK' || isWebKitWanted)
  installPackages(wanted.flatMap(({ path, packages }) => (path() ? [] : packages)))
  for (const { name, path, packages } of wanted)
    if (!path())
      console.error(
        `\nSKIPPED: ${name} is not installed, so no journey runs in it. On Debian: apt-get install ${packages.join(' ')}`,
      )
}
