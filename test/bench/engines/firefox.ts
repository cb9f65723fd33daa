import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onPath } from '../../browser-path.ts'
import { cache } from '../cache.ts'
import { eventually, stop, undoOnFailure } from './child.ts'
import type { Engine } from './engine.ts'
import { connectMarionette } from './marionette.ts'
import { webDriver } from './webdriver.ts'

const usualPlaces = ['/Applications/Firefox.app/Contents/MacOS/firefox']

/** Any free port; Firefox writes into its profile which one it took. */
const PREFERENCES = 'user_pref("marionette.port", 0);\n'

const innerValue = (answer: unknown): unknown => (answer as { value: unknown }).value

/** The system's Firefox by Marionette. Undefined where it is not installed. */
export const launchFirefox = async (): Promise<Engine | undefined> => {
  const places = [onPath('firefox-esr'), onPath('firefox'), ...usualPlaces]
  const firefox = places.find(path => path && existsSync(path))
  if (!firefox) return undefined
  return undoOnFailure(async (later, close) => {
    await mkdir(cache, { recursive: true })
    const profile = await mkdtemp(join(cache, 'firefox-'))
    // Its helpers may still write for a moment.
    later(() => rm(profile, { recursive: true, force: true, maxRetries: 10 }))
    await writeFile(join(profile, 'user.js'), PREFERENCES)
    const words = ['--marionette', '--headless', '--no-remote', '--profile', profile]
    const child = spawn(firefox, words, { stdio: 'ignore' })
    later(() => stop(child))
    const send = await eventually(async () => {
      const port = Number(await readFile(join(profile, 'MarionetteActivePort'), 'utf8'))
      return connectMarionette(port)
    })
    const { capabilities } = (await send('WebDriver:NewSession', {})) as {
      capabilities: { browserVersion: string }
    }
    const commands = {
      setTimeouts: (params: object) => send('WebDriver:SetTimeouts', params),
      navigateTo: (params: object) => send('WebDriver:Navigate', params),
      findElement: async (params: object) =>
        innerValue(await send('WebDriver:FindElement', params)),
      elementSendKeys: (params: object) => send('WebDriver:ElementSendKeys', params),
      executeAsyncScript: async (params: object) =>
        innerValue(await send('WebDriver:ExecuteAsyncScript', params)),
    }
    return webDriver('Firefox', capabilities.browserVersion, commands, close)
  })
}
