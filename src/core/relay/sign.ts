import { toBase64 } from '../base64.ts'

const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const
/** 32 bytes in base64url. */
export const MAC_LENGTH = 43

const encoder = new TextEncoder()

export const toBase64url = (bytes: Uint8Array): string =>
  toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')

/** Undefined for any other text. */
export const fromBase64url = (text: string): Uint8Array<ArrayBuffer> | undefined => {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), character =>
    character.charCodeAt(0),
  )
}

/**
 * Signs and verifies lists of texts with HMAC-SHA-256. The first one names the purpose, so that what was signed for one use is worth
 * nothing in another.
 */
export interface Signer {
  /** 43 characters of base64url. */
  sign(words: readonly string[]): Promise<string>
  /** In constant time. */
  verify(words: readonly string[], mac: string): Promise<boolean>
}

export const createSigner = (key: string | Uint8Array): Signer => {
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
