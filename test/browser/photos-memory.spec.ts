import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { expect } from 'playwright/test'
import { browserPath } from '../browser-path.ts'
import { idleOf, peakOf } from '../memory/measure.ts'
import { phases, type Site, test } from './element-site.ts'
import { photo, withComment } from './photos.ts'

/** MiB, of all the browser's processes: with pictures, above the same run without. */
const MOST_MIB = 120
const PHOTOS = 20

const takenWith = async (
  previews: 'on' | 'off',
  files: readonly string[],
  { port, page: pageOf }: Site,
  didww: string,
): Promise<number> => {
  const profile = await mkdtemp(join(tmpdir(), 'sealdrop-photos-'))
  const { executablePath, args } = await browserPath()
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath,
    args,
    // High enough for all of them to be seen at once.
    viewport: { width: 600, height: 2_400 },
  })
  try {
    const page = browser.pages()[0] ?? (await browser.newPage())
    const body = `<seal-drop multiple upload="manual" previews="${previews}" ${didww}></seal-drop>`
    await page.goto(`http://127.0.0.1:${port}${pageOf(body)}`)
    const widget = page.locator('seal-drop')
    const idle = await idleOf(profile)
    const peak = await peakOf(
      profile,
      (async () => {
        await widget.locator('#input').setInputFiles([...files])
        await expect
          .poll(() => phases(widget), { timeout: 90_000 })
          .toEqual(Array(PHOTOS).fill('ready'))
        await expect(widget.locator('[part=thumb] canvas')).toHaveCount(
          previews === 'on' ? PHOTOS : 0,
          { timeout: 90_000 },
        )
      })(),
    )
    return peak.all - idle.all
  } finally {
    await browser.close()
    await rm(profile, { recursive: true, force: true })
  }
}

test('the pictures of twenty photos of 12 megapixels take at most 120 MiB', async ({
  page,
  site,
  didww,
}) => {
  test.slow()
  test.skip(process.platform !== 'linux', 'Memory is read from /proc.')
  const jpeg = await photo(page)
  const files = await Promise.all(
    Array.from({ length: PHOTOS }, async (_, n) => {
      const path = test.info().outputPath(`photo-${n}.jpg`)
      await writeFile(path, withComment(jpeg, n))
      return path
    }),
  )
  const without = await takenWith('off', files, site, didww)
  const shown = await takenWith('on', files, site, didww)
  test.info().annotations.push({ type: 'MiB', description: `${without} without, ${shown} with` })
  console.log('MIB', without, shown)
  // What is measured is seen at all: the photos' own bytes pass through the worker.
  expect(without).toBeGreaterThan(5)
  expect(shown - without).toBeLessThan(MOST_MIB)
})
