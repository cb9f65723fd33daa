import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Chromium, launchChromium as launch } from '../engines/driver/chromium.ts'

/**
 * A page can have its garbage collected before it measures. The profile is on a disk, as a visitor's is: in a private window files
 * are in the browser's own memory, and a worker asks the browser for each piece of one, which takes several times as long.
 */
export const launchChromium = async (): Promise<Chromium> => {
  const folder = await mkdtemp(join(tmpdir(), 'sealdrop-bench-'))
  const chromium = await launch({ args: ['--js-flags=--expose-gc'], folder })
  return {
    ...chromium,
    async close() {
      await chromium.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
