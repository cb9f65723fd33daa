import { Decrypter } from 'age-encryption'
import { SealDropError } from '../core/errors.ts'
import { hardwareIn } from './hardware.ts'
import type { ReadStanza } from './header.ts'
import { notAnIdentity } from './identity.ts'
import { keysIn, type Stray, wordsFor } from './key-file.ts'
import { assertWorkFactor } from './scrypt-limit.ts'

/** A key that is kept elsewhere: by a plugin of age, in a key service, on a card. */
export interface Identity {
  /**
   * The file key, 16 bytes, that one of a header's stanzas holds; null where none of them is for this identity. The stanzas are not
   * authenticated. What it rejects with, `open` rejects with.
   */
  unwrapFileKey(stanzas: readonly ReadStanza[]): Promise<Uint8Array | null>
}

/** `AGE-SECRET-KEY-1…`, or the text of a key file with any number of them; a passphrase; or a key that is kept elsewhere. */
export type OneOpener = string | { readonly passphrase: string } | Identity

/** What a file is opened with: one, or several that are tried. What is no identity makes the others no less useful. */
export type Opener = OneOpener | readonly OneOpener[]

const FILE_KEY_BYTES = 16

/** Thrown by an identity of others, to tell it from what age's library throws. */
class Foreign extends Error {}

const asForeign = ({ unwrapFileKey }: Identity, self: Identity): Identity => ({
  async unwrapFileKey(stanzas) {
    try {
      return await unwrapFileKey.call(self, stanzas)
    } catch (cause) {
      throw new Foreign('', { cause })
    }
  },
})

/** Finds the key of a file. */
export interface KeyFinder {
  /** Throws as `open` does, and `damaged` where the header's MAC is wrong. */
  fileKeyOf(header: Uint8Array, stanzas: readonly ReadStanza[]): Promise<Uint8Array<ArrayBuffer>>
}

const noneOf = (
  strays: readonly Stray[],
  stanzas: readonly ReadStanza[] = [],
  cause?: unknown,
): SealDropError => {
  const hardware = hardwareIn(stanzas)
  const words = new Set([...(hardware ? [hardware.words] : []), ...strays.map(wordsFor)])
  const [first] = strays
  const found = first?.is === 'plugin' ? `age-plugin-${first.name}` : first?.is
  const details = { ...(found && { found }), ...(hardware?.isNeeded && { needs: 'hardware' }) }
  return new SealDropError(
    'no-identity',
    ['The file is not for any of these identities.', ...words].join(' '),
    { cause, ...(Object.keys(details).length > 0 && { details }) },
  )
}

/** Keys that are kept elsewhere are asked last: they may ask a person. Throws `no-identity` where nothing given can open any file. */
export const keyFinder = (opener: Opener): KeyFinder => {
  const openers: readonly OneOpener[] = Array.isArray(opener) ? opener : [opener as OneOpener]
  const decrypter = new Decrypter()
  const strays: Stray[] = []
  const elsewhere: Identity[] = []
  let usable = 0
  let hasPassphrase = false
  for (const one of openers) {
    if (typeof one === 'string') {
      const file = keysIn(one)
      for (const key of file.keys) decrypter.addIdentity(key)
      usable += file.keys.length
      strays.push(...file.strays)
    } else if ('passphrase' in one) {
      decrypter.addPassphrase(one.passphrase)
      hasPassphrase = true
      usable++
    } else elsewhere.push(asForeign(one, one))
  }
  for (const identity of elsewhere) decrypter.addIdentity(identity as DecrypterIdentity)
  if (openers.length > 0 && usable + elsewhere.length === 0) {
    const known = strays.find(({ is }) => is !== 'unknown' && is !== 'broken')
    throw known ? noneOf(strays) : notAnIdentity()
  }
  return {
    async fileKeyOf(header, stanzas) {
      if (hasPassphrase) assertWorkFactor(stanzas)
      try {
        const fileKey = await decrypter.decryptHeader(header)
        if (fileKey.length === FILE_KEY_BYTES) return fileKey as Uint8Array<ArrayBuffer>
        throw new TypeError('no file key')
      } catch (cause) {
        if (cause instanceof Foreign) throw cause.cause
        if (cause instanceof Error && cause.message.startsWith('no identity matched'))
          throw noneOf(strays, stanzas, cause)
        throw new SealDropError('damaged', 'The header of the file is broken, or was changed.', {
          cause,
        })
      }
    },
  }
}

type DecrypterIdentity = Exclude<Parameters<Decrypter['addIdentity']>[0], string | CryptoKey>
