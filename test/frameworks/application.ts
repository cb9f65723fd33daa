import { spawn } from 'node:child_process'
import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Pages } from './site.ts'

const ours = import.meta.dirname

/** An application of this folder, in a place of its own, where nothing of the project is found further up. */
export interface Application {
  /** What it can do, by the names of its npm scripts: `build`, and `check` or `start`. */
  readonly scripts: Readonly<Record<string, string>>
  readonly folder: string
}

/** npm could not reach its registry. */
export class Offline extends Error {}

const UNREACHABLE =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED)\b/

/**
 * Its own settings, and none of the runner's: a framework builds otherwise when it thinks that it is tested, and npm tells no
 * error below an `npm run --silent`.
 */
const environment = (): NodeJS.ProcessEnv => {
  const { NODE_ENV, NODE_OPTIONS, FORCE_COLOR, ...rest } = process.env
  const silent = {
    NEXT_TELEMETRY_DISABLED: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
    NG_CLI_ANALYTICS: 'false',
    NUXT_TELEMETRY_DISABLED: '1',
  }
  return { ...rest, ...silent, NO_COLOR: '1', npm_config_loglevel: 'error' }
}

type Settings = Readonly<Record<string, string>>

const start = (folder: string, words: readonly string[], settings: Settings = {}) =>
  spawn('npm', words, {
    cwd: folder,
    env: { ...environment(), ...settings },
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that what npm starts ends with it.
    detached: process.platform !== 'win32',
  })
type Process = ReturnType<typeof start>

const end = async (child: Process): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const closed = new Promise(resolve => child.once('close', resolve))
  if (process.platform === 'win32') child.kill()
  else process.kill(-child.pid)
  await closed
}

/** Resolves with what it said; rejects with that where it failed. */
export const npm = async (folder: string, ...words: string[]): Promise<string> => {
  const child = start(folder, words)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', text => (said += text))
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (exitCode === 0) return said
  const told = `npm ${words.join(' ')} ended with ${exitCode}:\n${said}`
  throw UNREACHABLE.test(said) ? new Offline(told) : new Error(told)
}

/** A folder that several applications have, and where in each. */
export interface Shared {
  readonly from: string
  readonly to: string
}

/** Installed as its lockfile says, with the package beside it as a newcomer adds it. Rejects with `Offline` where it cannot be. */
export const install = async (
  name: string,
  into: string,
  tarball: string,
  shared?: Shared,
): Promise<Application> => {
  const folder = join(into, name)
  await cp(join(ours, name), folder, { recursive: true })
  if (shared) await cp(join(ours, shared.from), join(folder, shared.to), { recursive: true })
  const quiet = [
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
    '--fetch-retry-mintimeout=1000',
    '--fetch-retry-maxtimeout=3000',
  ]
  await npm(folder, 'install', '--no-save', ...quiet, tarball)
  const { scripts } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  return { scripts, folder }
}

/** Its pages as they are published: built files in `dist`, or the server that its script `start` starts on a port of its choice. */
export const publish = async ({
  scripts,
  folder,
}: Application): Promise<Pages & { close(): Promise<void> }> => {
  if (!scripts.start) return { folder: join(folder, 'dist'), close: async () => {} }
  const child = start(folder, ['run', 'start'])
  const server = await new Promise<URL>((resolve, reject) => {
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', text => {
        said += text
        const [url] = /http:\/\/(localhost|127\.0\.0\.1):\d+/.exec(said) ?? []
        if (url) resolve(new URL(url))
      })
    child.once('close', () => reject(new Error(`The server has ended:\n${said}`)))
  })
  return { server, close: () => end(child) }
}

/** The server that its script `start` starts. Resolves once that answers at the URL. */
export const serveAt = async (
  url: URL,
  { folder }: Application,
  settings: Settings,
): Promise<{ close(): Promise<void> }> => {
  const child = start(folder, ['run', 'start'], settings)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', text => (said += text))
  const answers = (): Promise<boolean> =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await answers())) {
    if (child.exitCode !== null) throw new Error(`The server has ended:\n${said}`)
    await setTimeout(100)
  }
  return { close: () => end(child) }
}
