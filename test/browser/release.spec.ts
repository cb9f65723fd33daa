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

/** MiB that the page's process has in memory. */
const residentIn = async (profile: string): Promise<number> => {
  let pages = 0
  for (const pid of await familyOf(profile))
    if ((await procText(pid, 'cmdline')).includes('--type=renderer'))
      pages += Number((await procText(pid, 'statm')).split(' ')[1] ?? 0)
  return (pages * PAGE_BYTES) / MIB
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
    const before = await residentIn(profile)
    await page.evaluate(() => window.releasing.release(window.read))
    await expect
      .poll(async () => before - (await residentIn(profile)))
      .toBeGreaterThan(READ_MIB * 0.75)
    expect(await page.evaluate(() => window.read.length)).toBe(0)
  } finally {
    await browser.close()
    await rm(profile, { recursive: true, force: true })
  }
})
