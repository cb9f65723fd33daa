import { fstatSync } from 'node:fs'
import { open, unlink } from 'node:fs/promises'
import { visible } from '../desk/text.ts'
import { generateIdentity, recipientOf } from '../open/index.ts'
import { keyFileText } from '../open/key-file.ts'
import { readWords } from './args.ts'
import { EXIT, systemWords, UsageError } from './exit.ts'
import type { Terminal } from './terminal.ts'

/** Whole or not at all. It follows no link, and overwrites nothing. */
const writeNew = async (path: string, text: string): Promise<void> => {
  const file = await open(path, 'wx', 0o600).catch(cause => {
    throw new UsageError(`${visible(path)}: ${systemWords(cause)}.`)
  })
  try {
    await file.writeFile(text)
    await file.sync()
  } catch (cause) {
    await unlink(path)
    throw new UsageError(`${visible(path)}: ${systemWords(cause)}.`)
  } finally {
    await file.close()
  }
}

const isForOthersToo = (): boolean => {
  const { mode } = fstatSync(1)
  return (mode & 0o170000) === 0o100000 && (mode & 0o077) !== 0
}

export const keygen = async (words: readonly string[], terminal: Terminal): Promise<number> => {
  const { values, positionals } = readWords(words, {
    output: { type: 'string', short: 'o' },
    pq: { type: 'boolean' },
  })
  if (positionals.length > 0)
    throw new UsageError('keygen takes no file: the new one is named by -o.')
  const identity = await generateIdentity({ postQuantum: values.pq === true })
  const recipient = await recipientOf(identity)
  const text = keyFileText(identity, recipient, new Date())
  if (values.output === undefined) {
    if (process.platform !== 'win32' && isForOthersToo())
      terminal.err('Others on this machine can read the file that this identity is written to.')
    terminal.out(text.trimEnd())
  } else {
    await writeNew(values.output, text)
    terminal.err(`Public key: ${recipient}`)
  }
  return EXIT.fine
}
