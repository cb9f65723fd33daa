import type { Engine } from './engine.ts'

/** The commands of W3C WebDriver that are needed here, with their parameters as the standard names them. */
export interface Commands {
  setTimeouts(timeouts: { script: number; pageLoad: number }): Promise<unknown>
  navigateTo(params: { url: string }): Promise<unknown>
  findElement(params: { using: 'css selector'; value: string }): Promise<unknown>
  elementSendKeys(params: { id: string; text: string }): Promise<unknown>
  executeAsyncScript(params: { script: string; args: readonly unknown[] }): Promise<unknown>
}

const TIMEOUT_MS = 120_000

/** Runs in the page; its last argument takes the answer. */
const script = `
  const [method, args, done] = arguments
  Promise.resolve().then(() => window.bench[method](...args))
    .then(value => done({ value }), error => done({ error: String(error) }))`

/** An engine that is driven by WebDriver's commands, whatever carries them. */
export const webDriver = async (
  name: string,
  version: string,
  commands: Commands,
  close: () => Promise<void>,
): Promise<Engine> => {
  await commands.setTimeouts({ script: TIMEOUT_MS, pageLoad: TIMEOUT_MS })
  return {
    name,
    version,
    async visit(url, files) {
      await commands.navigateTo({ url })
      const found = await commands.findElement({ using: 'css selector', value: 'input' })
      // One property, whose name is the standard's mark for an element.
      const id = String(Object.values(found as object)[0])
      await commands.elementSendKeys({ id, text: files.join('\n') })
    },
    async ask(method, args) {
      const answer = await commands.executeAsyncScript({ script, args: [method, args] })
      const { value, error } = answer as { value?: unknown; error?: string }
      if (error !== undefined) throw new Error(`${name}: ${error}`)
      return value
    },
    close,
  }
}
