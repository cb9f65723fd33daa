import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Programs that judge our output from outside, or stand before our servers, and the Debian package that has each. */
export const judges = {
  openssl: 'openssl',
  age: 'age',
  qpdf: 'qpdf',
  pdfdetach: 'poppler-utils',
  pdftotext: 'poppler-utils',
  sha256sum: 'coreutils',
  pngcheck: 'pngcheck',
  djpeg: 'libjpeg-turbo-progs',
  nginx: 'nginx',
  promtool: 'prometheus',
  'redis-server': 'redis-server',
  caddy: 'caddy',
  haproxy: 'haproxy',
  'systemd-analyze': 'systemd',
} as const
export type Judge = keyof typeof judges

/** What the system's Python opens sealed files with. */
export const pythonPackage = 'python3-cryptography'

/** A bucket that is not ours: its four servers, which run in one process of the tests'. */
export const swiftPackages = [
  'swift-account',
  'swift-container',
  'swift-object',
  'swift-proxy',
] as const

export const browserPackage = 'chromium'
export const shellPackage = 'chromium-headless-shell'

/** The engines beside it that the journeys run in. */
export const enginePackages = {
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
} as const

/** All that `npm test` may install by apt. */
export const debianPackages: readonly string[] = [
  ...new Set([
    browserPackage,
    shellPackage,
    ...Object.values(enginePackages).flat(),
    ...Object.values(judges),
    pythonPackage,
    ...swiftPackages,
  ]),
].sort()

/** `SEALDROP_INSTALL=no` leaves the machine as it is, for whoever tests as root. */
export const mayInstall = (): boolean => process.env.SEALDROP_INSTALL !== 'no'

export const isRoot: boolean = process.getuid?.() === 0

/** Says what it does: an installation takes a while. */
export const installBy = (command: string, ...words: string[]): void => {
  console.error(`Installing what the tests need: ${[command, ...words].join(' ')}`)
  spawnSync(command, words, {
    stdio: ['ignore', 2, 2],
    timeout: 600_000,
    // So that no server among them starts by itself.
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
  })
}

/** Installs Debian packages, where this is a Debian machine and we are root. The caller looks whether it worked. */
export const installPackages = (packages: readonly string[]): void => {
  if (packages.length === 0 || !mayInstall()) return
  if (!isRoot || !existsSync('/etc/debian_version')) return
  // Two apt-gets at once both fail.
  const alone = [join(tmpdir(), 'sealdrop-apt.lock'), 'apt-get']
  installBy('flock', ...alone, 'update')
  installBy('flock', ...alone, 'install', '-y', '--no-install-recommends', ...packages)
}
