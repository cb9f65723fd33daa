import { Decrypter } from 'age-encryption'
import { fromBech32 } from '../core/bech32.ts'
import { takenByEveryBrowser } from './private-key.ts'

/** What stands in a key file in the place of an identity that is understood here. */
export type Stray =
  | { readonly is: 'broken' | 'recipient' | 'ssh' | 'sealed' | 'unknown' }
  /** `text`: for the plugin of that name, which alone understands it. */
  | { readonly is: 'plugin'; readonly name: string; readonly text: string }

/** What a key file holds, in its order. */
export interface KeyFile {
  /** `AGE-SECRET-KEY-1…` or `AGE-SECRET-KEY-PQ-1…`, each of them valid, and as every browser takes it. */
  readonly keys: readonly string[]
  readonly strays: readonly Stray[]
}

const isValid = (key: string): boolean => {
  try {
    new Decrypter().addIdentity(key)
    return true
  } catch {
    return false
  }
}

/** C2SP age-plugin: an identity is Bech32 whose prefix is `AGE-PLUGIN-`, the plugin's name and `-`. */
const PLUGIN = /^age-plugin-([a-z0-9+._-]+)-$/

const pluginOf = (line: string): Stray | undefined => {
  if (line !== line.toUpperCase()) return undefined
  const [, name] = PLUGIN.exec(fromBech32(line.toLowerCase())?.prefix ?? '') ?? []
  return name === undefined ? undefined : { is: 'plugin', name, text: line }
}

const strayOf = (line: string): Stray => {
  if (/^age-secret-key-/i.test(line)) return { is: 'broken' }
  if (/^age1/.test(line)) return { is: 'recipient' }
  return pluginOf(line) ?? { is: 'unknown' }
}

/**
 * The identities in the text of a key file, as age-keygen writes it: one in each line, with empty lines and comments (`#`) between
 * them, whatever the ends of lines are.
 */
export const keysIn = (text: string): KeyFile => {
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) return { keys: [], strays: [{ is: 'ssh' }] }
  if (/^(age-encryption\.org\/|\s*-----BEGIN AGE ENCRYPTED)/.test(text))
    return { keys: [], strays: [{ is: 'sealed' }] }
  const keys: string[] = []
  const strays: Stray[] = []
  for (const line of text.split(/[\r\n]+/).map(one => one.trim())) {
    if (line === '' || line.startsWith('#')) continue
    const key = takenByEveryBrowser(line)
    if (isValid(key)) keys.push(key)
    else strays.push(strayOf(line))
  }
  return { keys, strays }
}

/** For people: what a stray is, and what opens files with it. It repeats nothing of a secret. */
export const wordsFor = (stray: Stray): string => {
  if (stray.is === 'plugin')
    return `One is an identity of the program age-plugin-${stray.name}: npx sealdrop and the age command ask it.`
  return {
    broken: 'One is no whole identity: a letter is missing or wrong.',
    recipient:
      'One is a recipient (age1…), which opens nothing: its identity begins with AGE-SECRET-KEY-.',
    ssh: 'One is an SSH key, which opens no file of SealDrop: those are for recipients that begin with age1.',
    sealed:
      'One is a key file that is itself sealed: open it first, or use npx sealdrop, which asks for its passphrase.',
    unknown: 'One is not an identity of age (AGE-SECRET-KEY-1…).',
  }[stray.is]
}

/** A key file as age-keygen writes it, which the age command reads, too. */
export const keyFileText = (identity: string, recipient: string, created: Date): string =>
  `# created: ${created.toISOString().replace(/\.\d+Z$/, 'Z')}\n# public key: ${recipient}\n${identity}\n`
