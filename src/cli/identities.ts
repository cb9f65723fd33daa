import { readFile, stat } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { isSealDropError } from '../core/errors.ts'
import { visible } from '../desk/text.ts'
import { type Identity, type OneOpener, open } from '../open/index.ts'
import { type KeyFile, keysIn, wordsFor } from '../open/key-file.ts'
import { systemWords, UsageError } from './exit.ts'
import { pluginIdentity } from './plugin.ts'
import { ask } from './prompt.ts'
import type { Terminal } from './terminal.ts'

/** A key file has some hundred bytes. */
const MAX_BYTES = 1024 * 1024

const readAll = async (path: string, terminal: Terminal): Promise<Uint8Array<ArrayBuffer>> => {
  if (path === '-') {
    // What is typed into standard input would be shown.
    if (process.stdin.isTTY)
      return new TextEncoder().encode(await ask('Identity: ', terminal.signal))
    return new Uint8Array(await buffer(process.stdin))
  }
  try {
    const found = await stat(path)
    if (found.isDirectory()) throw new UsageError(`${visible(path)}: it is a folder.`)
    if (found.size > MAX_BYTES)
      throw new UsageError(`${visible(path)}: it is too large for a key file.`)
    return new Uint8Array(await readFile(path))
  } catch (thrown) {
    if (thrown instanceof UsageError) throw thrown
    throw new UsageError(`${visible(path)}: ${systemWords(thrown)}.`)
  }
}

/** A key file that is itself sealed with a passphrase, as `age -p` makes it, is opened in memory. */
const openKeyFile = async (path: string, sealed: Blob, terminal: Terminal): Promise<string> => {
  const passphrase = await ask(`Passphrase of ${visible(path)}: `, terminal.signal)
  try {
    return await (await open(sealed, { passphrase }, terminal)).file.text()
  } catch (thrown) {
    terminal.signal.throwIfAborted()
    const message = isSealDropError(thrown) ? thrown.message : 'It cannot be opened.'
    throw new UsageError(`${visible(path)}: ${message}`)
  }
}

/** What a key file holds; `-` is standard input. Throws `UsageError` where it cannot be read. */
export const readKeyFile = async (path: string, terminal: Terminal): Promise<KeyFile> => {
  const bytes = await readAll(path, terminal)
  const text = new TextDecoder().decode(bytes)
  const file = keysIn(text)
  if (file.strays[0]?.is !== 'sealed') return file
  return keysIn(await openKeyFile(path, new Blob([bytes]), terminal))
}

/** Each is asked until one has the key: one whose program or card is missing keeps no other from it. Throws the first failure, if none has it. */
const anyOf = (plugins: readonly Identity[]): Identity => ({
  async unwrapFileKey(stanzas) {
    const failures: unknown[] = []
    for (const plugin of plugins) {
      const fileKey = await plugin.unwrapFileKey(stanzas).catch((thrown: unknown) => {
        if (!isSealDropError(thrown)) throw thrown // stopped
        failures.push(thrown)
        return null
      })
      if (fileKey) return fileKey
    }
    if (failures.length > 0) throw failures[0]
    return null
  },
})

/** All that opens files in these key files. Says what else is in them; throws `UsageError` where one holds no identity at all. */
export const openersIn = async (
  paths: readonly string[],
  terminal: Terminal,
): Promise<readonly OneOpener[]> => {
  if (paths.filter(path => path === '-').length > 1)
    throw new UsageError('Standard input can be read once: -i - stands there twice.')
  const openers: OneOpener[] = []
  const plugins: Identity[] = []
  for (const path of paths) {
    const { keys, strays } = await readKeyFile(path, terminal)
    const before = openers.length + plugins.length
    openers.push(...keys)
    for (const stray of strays)
      if (stray.is === 'plugin') plugins.push(pluginIdentity(stray, terminal))
      else terminal.err(`${visible(path)}: ${wordsFor(stray)}`)
    if (openers.length + plugins.length === before)
      throw new UsageError(`${visible(path)}: no identity is in it.`)
  }
  return plugins.length > 0 ? [...openers, anyOf(plugins)] : openers
}
