import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { onPath } from '../../browser-path.ts'
import { eventually, stop, undoOnFailure } from './child.ts'
import type { Engine } from './engine.ts'
import { webDriver } from './webdriver.ts'

/** A port that is free now: the driver takes none of its own choice. */
const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

/** A screen nobody sees. */
const startScreen = (xvfb: string): ChildProcess =>
  spawn(xvfb, ['-displayfd', '3', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })

/** It says which number it took. */
const displayOf = async (screen: ChildProcess): Promise<string> => {
  const [number] = await once(createInterface({ input: screen.stdio[3] as Readable }), 'line')
  return `:${number}`
}

type Call = (method: string, path: string, params?: object) => Promise<unknown>

const callsTo =
  (origin: string): Call =>
  async (method, path, params) => {
    const body = params && { body: JSON.stringify(params) }
    const answer = await fetch(`${origin}${path}`, { method, ...body })
    const { value } = (await answer.json()) as { value: unknown }
    if (!answer.ok) throw new Error(`WebKitWebDriver: ${JSON.stringify(value)}`)
    return value
  }

/** WebKitGTK's small browser by its own driver: W3C WebDriver over HTTP. Undefined where it is not installed. */
export const launchWebKit = async (): Promise<Engine | undefined> => {
  const driver = onPath('WebKitWebDriver')
  const xvfb = onPath('Xvfb')
  if (!driver || !xvfb) return undefined
  return undoOnFailure(async (later, close) => {
    const screen = startScreen(xvfb)
    later(() => stop(screen))
    const DISPLAY = await displayOf(screen)
    const port = await freePort()
    const child = spawn(driver, [`--port=${port}`, '--host=127.0.0.1'], {
      stdio: 'ignore',
      // Its sandbox needs what containers do not give; the only page here is the bench's own.
      env: { ...process.env, DISPLAY, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
    })
    later(() => stop(child))
    const call = callsTo(`http://127.0.0.1:${port}`)
    await eventually(() => call('GET', '/status'))
    const { sessionId, capabilities } = (await call('POST', '/session', { capabilities: {} })) as {
      sessionId: string
      capabilities: { browserVersion: string }
    }
    const here = `/session/${sessionId}`
    later(() => call('DELETE', here))
    const commands = {
      setTimeouts: (params: object) => call('POST', `${here}/timeouts`, params),
      navigateTo: (params: object) => call('POST', `${here}/url`, params),
      findElement: (params: object) => call('POST', `${here}/element`, params),
      elementSendKeys: ({ id, text }: { id: string; text: string }) =>
        call('POST', `${here}/element/${id}/value`, { text }),
      executeAsyncScript: (params: object) => call('POST', `${here}/execute/async`, params),
    }
    return webDriver('WebKitGTK', capabilities.browserVersion, commands, close)
  })
}
