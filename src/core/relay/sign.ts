import { toBase64 } from '../base64.ts'

const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const
/** 32 bytes in base64url. */
export const MAC_LENGTH = 43

const encoder = new TextEncoder()

export const toBase64url = (bytes: Uint8Array): string =>
  toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')

/** Undefined for any other text, and for another spelling of the same bytes: the last character may have bits that mean nothing. */
export const fromBase64url = (text: string): Uint8Array<ArrayBuffer> | undefined => {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), character =>
    character.charCodeAt(0),
  )
  return toBase64url(bytes) === text ? bytes : undefined
}

/** At least 16 bytes, best 32 random ones. */
export type TicketKey = string | Uint8Array

/** One key, or several while one takes the place of another: the first signs, and all verify. */
export type TicketKeys = TicketKey | readonly TicketKey[]

const listKeys = (keys: TicketKeys): readonly TicketKey[] =>
  typeof keys === 'string' || keys instanceof Uint8Array ? [keys] : keys

const MIN_KEY_BYTES = 16

/** Whether each of them is long enough, and there is one. */
export const areKeys = (keys: unknown): keys is TicketKeys => {
  const list: readonly unknown[] = Array.isArray(keys) ? keys : [keys]
  return (
    list.length > 0 &&
    list.every(key => {
      const bytes = typeof key === 'string' ? encoder.encode(key) : key
      return bytes instanceof Uint8Array && bytes.length >= MIN_KEY_BYTES
    })
  )
}

/**
 * Signs and verifies lists of texts with HMAC-SHA-256. The first one names the purpose, so that what was signed for one use is worth
 * nothing in another.
 */
export interface Signer {
  /** 43 characters of base64url, by the first key. */
  sign(words: readonly string[]): Promise<string>
  /** By each key, the first one first. */
  signByEach(words: readonly string[]): Promise<readonly string[]>
  /** By any of the keys, each in constant time. */
  verify(words: readonly string[], mac: string): Promise<boolean>
}

export const createSigner = (keys: TicketKeys): Signer => {
  const all = listKeys(keys).map(signerOf)
  const signByEach: Signer['signByEach'] = words => Promise.all(all.map(one => one.sign(words)))
  return {
    signByEach,
    sign: async words => (await all[0]?.sign(words)) ?? '',
    async verify(words, mac) {
      for (const one of all) if (await one.verify(words, mac)) return true
      return false
    },
  }
}

const signerOf = (key: TicketKey): Pick<Signer, 'sign' | 'verify'> => {
  const raw = typeof key === 'string' ? encoder.encode(key) : Uint8Array.from(key)
  const imported = crypto.subtle.importKey('raw', raw, HMAC, false, ['sign', 'verify'])
  // It is awaited at the first use. Until then a failure must not count as an unhandled rejection, which ends a process.
  imported.catch(() => {})
  const bytesOf = (words: readonly string[]): Uint8Array<ArrayBuffer> =>
    encoder.encode(JSON.stringify(words))
  return {
    sign: async words =>
      toBase64url(new Uint8Array(await crypto.subtle.sign('HMAC', await imported, bytesOf(words)))),
    verify: async (words, mac) => {
      const bytes = mac.length === MAC_LENGTH ? fromBase64url(mac) : undefined
      return (
        bytes !== undefined &&
        (await crypto.subtle.verify('HMAC', await imported, bytes, bytesOf(words)))
      )
    },
  }
}
