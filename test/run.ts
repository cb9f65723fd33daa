import { spawn } from 'node:child_process'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { browserPath } from './browser-path.ts'
import {
  closingLine,
  judged,
  oneFailed,
  readPlaywright,
  readVitest,
  sum,
  type Tally,
} from './tally.ts'

const root = join(import.meta.dirname, '..')
const longestMs = 15 * 60_000

process.chdir(root)
process.env.PATH = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`

/** The exit code, or null for a step that did not start, was ended by a signal, or did not end in time. */
const exitCodeOf = (command: string, ...words: string[]): Promise<number | null> =>
  new Promise(resolve => {
    console.log(`\n> ${[command, ...words].join(' ')}`)
    const step = spawn(command, words, {
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
      timeout: longestMs,
    })
    step.once('error', () => resolve(null))
    step.once('close', resolve)
  })

/** A step without tests: silent in the count when it went well. */
const step = async (...words: [string, ...string[]]): Promise<Tally> =>
  (await exitCodeOf(...words)) === 0 ? { passed: 0, failed: 0, skipped: 0 } : oneFailed

/** A test runner, believed only by the report it wrote itself. */
const runner = async <Report>(
  path: string,
  read: (report: Report) => Tally,
  ...words: [string, ...string[]]
): Promise<Tally> => {
  await rm(path, { force: true })
  const exitCode = await exitCodeOf(...words)
  try {
    return judged(read(JSON.parse(await readFile(path, 'utf8'))), exitCode)
  } catch (cause) {
    console.error(`${words[0]} left no report that can be read:`, cause)
    return oneFailed
  }
}

const findBrowser = async (): Promise<Tally> => {
  try {
    process.env.SEALDROP_BROWSER = (await browserPath()).executablePath
    return { passed: 0, failed: 0, skipped: 0 }
  } catch (cause) {
    console.error(cause instanceof Error ? cause.message : cause)
    return oneFailed
  }
}

await mkdir('.cache', { recursive: true })
// One after the other, whatever becomes of the one before: a failure must not hide the next.
const total = sum([
  await findBrowser(),
  await step('npm', 'run', '--silent', 'check'),
  await step('npm', 'run', '--silent', 'build'),
  await runner(
    '.cache/vitest.json',
    readVitest,
    'vitest',
    'run',
    '--config',
    'test/vitest.config.ts',
  ),
  await runner(
    '.cache/playwright.json',
    readPlaywright,
    'playwright',
    'test',
    '--config',
    'test/playwright.config.ts',
  ),
])
process.exitCode = total.failed > 0 ? 1 : 0
console.log(`\n${closingLine(total)}`)
