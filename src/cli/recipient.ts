import { visible } from '../desk/text.ts'
import { recipientFingerprint, recipientOf } from '../open/index.ts'
import { wordsFor } from '../open/key-file.ts'
import { readWords } from './args.ts'
import { EXIT, UsageError } from './exit.ts'
import { readKeyFile } from './identities.ts'
import type { Terminal } from './terminal.ts'

export const recipient = async (words: readonly string[], terminal: Terminal): Promise<number> => {
  const { values, positionals } = readWords(words, {
    json: { type: 'boolean' },
    fingerprint: { type: 'boolean' },
  })
  if (positionals.length === 0)
    throw new UsageError('Which key file? Name it, or - for standard input.')
  let exit: number = EXIT.fine
  for (const path of positionals) {
    const { keys, strays } = await readKeyFile(path, terminal)
    for (const stray of strays) terminal.err(`${visible(path)}: ${wordsFor(stray)}`)
    if (keys.length === 0) {
      terminal.err(`${visible(path)}: no identity is in it.`)
      exit = EXIT.someFailed
    }
    for (const key of keys) {
      const text = await recipientOf(key)
      const fingerprint = await recipientFingerprint(text)
      if (values.json) terminal.out(JSON.stringify({ file: path, recipient: text, fingerprint }))
      else terminal.out(values.fingerprint ? `${text} ${fingerprint}` : text)
    }
  }
  return exit
}
