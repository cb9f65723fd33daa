const encoder = new TextEncoder()

/** HKDF-SHA-256 (RFC 5869) to 32 bytes. */
export const hkdf = async (
  ikm: Uint8Array<ArrayBuffer>,
  salt: Uint8Array<ArrayBuffer>,
  info: string,
): Promise<Uint8Array<ArrayBuffer>> => {
  const key = await crypto.subtle.importKey('raw', ikm, 'HKDF', false, ['deriveBits'])
  const params = { name: 'HKDF', hash: 'SHA-256', salt, info: encoder.encode(info) }
  return new Uint8Array(await crypto.subtle.deriveBits(params, key, 256))
}

/** HMAC-SHA-256 (RFC 2104). */
export const hmac = async (
  keyBytes: Uint8Array<ArrayBuffer>,
  message: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> => {
  const params = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', keyBytes, params, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, message))
}
