import type { ReadStanza } from './header.ts'

/** Stanzas whose private keys are in hardware (C2SP age, "The tagged recipient types"). */
const IN_HARDWARE = ['p256tag', 'mlkem768p256tag']
/** Stanzas for what a person can type or give as a file. */
const AT_HAND = ['X25519', 'mlkem768x25519', 'scrypt']

const HOW =
  'a key in hardware, which its plugin opens: npx sealdrop open FILE -i KEYFILE, with the key file of the plugin (AGE-PLUGIN-…).'

/** Whether a file that did not open is for a key in hardware, and for people how that opens it. */
export const hardwareIn = (
  stanzas: readonly ReadStanza[],
): { readonly isNeeded: boolean; readonly words: string } | undefined => {
  const has = (kinds: readonly string[]): boolean =>
    stanzas.some(({ args: [kind = ''] }) => kinds.includes(kind))
  if (!has(IN_HARDWARE)) return undefined
  const isNeeded = !has(AT_HAND)
  return { isNeeded, words: `It is ${isNeeded ? '' : 'also '}for ${HOW}` }
}
