import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { chromium } from 'playwright'
import { expect, test } from 'playwright/test'
import type * as Release from '../../src/core/release.ts'
import { browserPath } from '../browser-path.ts'
import { familyOf, procText } from '../process-family.ts'

test.skip(process.platform !== 'linux', 'The memory of a process is read from /proc.')

declare global {
  interface Window {
    releasing: typeof Release
    /** What was read of a document. */
    read: Uint8Array<ArrayBuffer>
  }
}

const MIB = 1_048_576
const PAGE_BYTES = 4_096
/** The most that is read in one piece. */
const READ_MIB = 64

/** MiB that a process has in memory. */
const residentIn = async (pid: number): Promise<number> =>
  (Number((await procText(pid, 'statm')).split(' ')[1] ?? 0) * PAGE_BYTES) / MIB

/** The process of the page: the largest of those that draw, for the browser keeps an empty one ready beside it. */
const processOf = async (profile: string): Promise<number> => {
  const sizes = new Map<number, number>()
  for (const pid of await familyOf(profile))
    if ((await procText(pid, 'cmdline')).includes('--type=renderer'))
      sizes.set(pid, await residentIn(pid))
  const [[largest] = []] = [...sizes].sort(([, one], [, other]) => other - one)
  if (largest === undefined) throw new Error('There is no process that draws.')
  return largest
}

test('what was read of a document leaves the memory at once', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'sealdrop-release-'))
  const { executablePath, args } = await browserPath()
  const browser = await chromium.launchPersistentContext(profile, { executablePath, args })
  try {
    const page = browser.pages()[0] ?? (await browser.newPage())
    const { outputFiles } = await build({
      entryPoints: [join(import.meta.dirname, '../../src/core/release.ts')],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'releasing',
    })
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' })
    await page.evaluate(async bytes => {
      const document = new Blob([new Uint8Array(bytes)])
      window.read = new Uint8Array(await document.arrayBuffer())
    }, READ_MIB * MIB)
    const pid = await processOf(profile)
    const before = await residentIn(pid)
    await page.evaluate(() => window.releasing.release(window.read))
    await expect.poll(async () => before - (await residentIn(pid))).toBeGreaterThan(READ_MIB * 0.75)
    expect(await page.evaluate(() => window.read.length)).toBe(0)
  } finally {
    await browser.close()
    await rm(profile, { recursive: true, force: true })
  }
})
