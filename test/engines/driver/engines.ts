import { firefoxPath } from '../../engine-paths.ts'
import { isShort } from '../../turns.ts'
import { launchChromium } from './chromium.ts'
import type { Engine } from './engine.ts'
import { launchFirefox } from './firefox.ts'

/** An engine that tests of more than one run in. */
export interface KnownEngine {
  readonly name: 'Chromium' | 'Firefox'
  readonly isInstalled: boolean
  /** With a folder, all that it writes is below it. */
  launch(options?: { readonly folder?: string }): Promise<Engine | undefined>
}

export const chromium: KnownEngine = { name: 'Chromium', isInstalled: true, launch: launchChromium }
const firefox: KnownEngine = {
  name: 'Firefox',
  isInstalled: firefoxPath() !== undefined,
  launch: launchFirefox,
}

/** Both; in `npm test` Firefox alone, where it is installed: the browser and contract tests run in Chromium. */
export const engines: readonly KnownEngine[] =
  isShort && firefox.isInstalled ? [firefox] : [chromium, firefox]
