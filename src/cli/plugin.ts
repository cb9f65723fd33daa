import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { SealDropError } from '../core/errors.ts'
import { visible } from '../desk/text.ts'
import type { Identity, ReadStanza } from '../open/index.ts'
import { Stopped } from './exit.ts'
import { stanzasIn, stanzaText } from './plugin-lines.ts'
import { ask } from './prompt.ts'
import type { Terminal } from './terminal.ts'

/** An identity that only a plugin understands. */
export interface PluginIdentity {
  /** Of `[a-z0-9+._-]+`: `yubikey` for the program `age-plugin-yubikey`. */
  readonly name: string
  /** `AGE-PLUGIN-YUBIKEY-1…` */
  readonly text: string
}

/** The plugin did not do its work: whether its key opens the file is not known. */
export class PluginError extends SealDropError {}

const failed = (name: string, message: string, cause?: unknown): PluginError =>
  new PluginError('no-identity', `age-plugin-${name}: ${message}`, { cause })

const textOf = (bytes: Uint8Array): string => visible(new TextDecoder().decode(bytes), 500)

const labelOf = (base64: string | undefined, otherwise: string): string =>
  base64 === undefined ? otherwise : visible(atob(base64), 40)

interface Conversation {
  readonly name: string
  readonly terminal: Terminal
  fileKey: Uint8Array | undefined
  problem: string | undefined
}

/** What a plugin is answered. A question that nobody answers is a `fail`: the plugin then says how it goes on. */
const answerTo = async ({ args, body }: ReadStanza, talk: Conversation): Promise<string> => {
  const [command = '', first, second] = args
  const who = `age-plugin-${talk.name}`
  const { signal } = talk.terminal
  if (command === 'msg') {
    talk.terminal.err(`${who}: ${textOf(body)}`)
    return stanzaText(['ok'])
  }
  if (command === 'request-secret' || command === 'request-public') {
    const answer = await ask(`${who}: ${textOf(body)} `, signal, command === 'request-public')
    return stanzaText(['ok'], new TextEncoder().encode(answer))
  }
  if (command === 'confirm') {
    const [yes, no] = [
      labelOf(first, 'yes'),
      second === undefined ? undefined : labelOf(second, 'no'),
    ]
    const choice = no === undefined ? `Enter: ${yes}` : `y: ${yes}, n: ${no}`
    const answer = await ask(`${who}: ${textOf(body)} (${choice}) `, signal, true)
    return stanzaText(['ok', no !== undefined && /^n/i.test(answer) ? 'no' : 'yes'])
  }
  if (command === 'file-key' && first === '0') {
    talk.fileKey ??= body
    return stanzaText(['ok'])
  }
  if (command === 'error') {
    talk.problem ??= textOf(body) || 'it failed'
    return stanzaText(['ok'])
  }
  return stanzaText(['unsupported'])
}

const converse = async (
  { name, text }: PluginIdentity,
  stanzas: readonly ReadStanza[],
  terminal: Terminal,
): Promise<Uint8Array | null> => {
  const { signal } = terminal
  // No shell. The name has no slash, so it is looked for on the path alone.
  const plugin = spawn(`age-plugin-${name}`, ['--age-plugin=identity-v1'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
    signal,
    killSignal: 'SIGTERM',
  })
  const ended = once(plugin, 'close')
  ended.catch(() => {})
  plugin.stdin.on('error', () => {}) // it ended: what it said until then counts
  const talk: Conversation = { name, terminal, fileKey: undefined, problem: undefined }
  try {
    await once(plugin, 'spawn')
    plugin.stdin.write(stanzaText(['add-identity', text]))
    for (const { args, body } of stanzas)
      plugin.stdin.write(stanzaText(['recipient-stanza', '0', ...args], body))
    plugin.stdin.write(stanzaText(['done']))
    plugin.stdout.setEncoding('utf8')
    for await (const stanza of stanzasIn(plugin.stdout)) {
      if (stanza.args[0] === 'done') break
      plugin.stdin.write(await answerTo(stanza, talk))
    }
  } finally {
    plugin.stdin.end()
    plugin.kill('SIGTERM')
    await ended.catch(() => {})
  }
  if (talk.fileKey) return talk.fileKey
  if (talk.problem !== undefined) throw failed(name, talk.problem)
  return null
}

/** Opens with a key that a plugin of age holds (C2SP age-plugin, `identity-v1`), such as one on a card. */
export const pluginIdentity = (identity: PluginIdentity, terminal: Terminal): Identity => ({
  async unwrapFileKey(stanzas) {
    try {
      return await converse(identity, stanzas, terminal)
    } catch (cause) {
      terminal.signal.throwIfAborted()
      if (cause instanceof SealDropError || cause instanceof Stopped || !(cause instanceof Error))
        throw cause
      const isMissing = 'code' in cause && cause.code === 'ENOENT'
      throw failed(
        identity.name,
        isMissing ? 'the program is not on the path. Install it.' : visible(cause.message),
        cause,
      )
    }
  },
})
