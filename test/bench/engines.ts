import type { Engine } from '../engines/driver/engine.ts'
import { launchFirefox } from '../engines/driver/firefox.ts'
import { launchWebKit } from '../engines/driver/webkit.ts'
import { launchChromium } from './chromium.ts'

/** By the name of the engine. */
const launchers: Readonly<Record<string, () => Promise<Engine | undefined>>> = {
  Chromium: launchChromium,
  Firefox: launchFirefox,
  WebKitGTK: launchWebKit,
}

/** Words where there are no figures. One engine that fails does not take the others' figures with it. */
const tryIn = async <Figures>(
  launch: () => Promise<Engine | undefined>,
  measure: (engine: Engine) => Promise<Figures>,
): Promise<Figures | string> => {
  try {
    const engine = await launch()
    if (!engine) return 'not installed'
    try {
      return await measure(engine)
    } finally {
      await engine.close()
    }
  } catch (error) {
    process.exitCode = 1
    return `failed: ${error}`
  }
}

/** The same measurement in every engine that is installed, and in words what each of them found. */
export const inEngines = async <Figures>(
  measure: (engine: Engine) => Promise<Figures>,
  wordsOf: (name: string, figures: Figures) => string,
): Promise<{ engines: Readonly<Record<string, Figures | string>>; words: string }> => {
  const engines: Record<string, Figures | string> = {}
  const words: string[] = []
  for (const [name, launch] of Object.entries(launchers)) {
    const found = await tryIn(launch, measure)
    engines[name] = found
    words.push(typeof found === 'string' ? `${name}: ${found}` : wordsOf(name, found))
  }
  return { engines, words: words.join('\n\n') }
}
