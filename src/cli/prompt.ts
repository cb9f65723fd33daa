import { openSync, writeSync } from 'node:fs'
import { ReadStream } from 'node:tty'
import { Stopped, UsageError } from './exit.ts'

const TERMINAL = process.platform === 'win32' ? '\\\\.\\CON' : '/dev/tty'
/** Return, and Ctrl-D. */
const ENTER: readonly string[] = ['\r', '\n', '\x04']
const BACKSPACE: readonly string[] = ['\b', '\x7f']
const CTRL_C = '\x03'
/** Takes back all that was typed. */
const CTRL_U = '\x15'

const openTerminal = (): number => {
  try {
    return openSync(TERMINAL, 'r+')
  } catch {
    throw new UsageError('A question has to be answered, and there is no terminal to ask it on.')
  }
}

/**
 * Asks on the terminal, whatever standard input and output are. What is typed is shown only where `isShown`. Rejects with `Stopped`
 * for Ctrl-C, and with `UsageError` where there is no terminal.
 */
export const ask = async (
  question: string,
  signal: AbortSignal,
  isShown = false,
): Promise<string> => {
  signal.throwIfAborted()
  const fd = openTerminal()
  const tty = new ReadStream(fd)
  const write = (text: string): number => writeSync(fd, text)
  try {
    tty.setRawMode(true)
    tty.setEncoding('utf8')
    write(question)
    return await new Promise((resolve, reject) => {
      let typed: readonly string[] = []
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      tty.on('error', reject)
      tty.on('data', (text: string) => {
        for (const letter of text) {
          if (letter === CTRL_C) return reject(new Stopped(130))
          if (ENTER.includes(letter)) return resolve(typed.join(''))
          if (letter === CTRL_U) typed = []
          else if (BACKSPACE.includes(letter)) typed = typed.slice(0, -1)
          else typed = [...typed, letter]
          if (isShown) write(letter)
        }
      })
    })
  } finally {
    write('\r\n')
    tty.setRawMode(false)
    tty.destroy()
  }
}
