/** Lower-case hex. */
export const hex = (bytes: Uint8Array | ArrayBuffer): string => {
  let text = ''
  for (const byte of bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes))
    text += byte.toString(16).padStart(2, '0')
  return text
}

/** The bytes of a hex text. */
export const fromHex = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text.match(/../g) ?? [], pair => Number.parseInt(pair, 16))

/** `count` bytes from the platform's cryptographic generator, as hex. */
export const randomHex = (count: number): string =>
  hex(crypto.getRandomValues(new Uint8Array(count)))

/** Decodes base64, white space allowed. Throws a DOMException on anything else. */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), character => character.charCodeAt(0))

/** Standard base64, with padding. */
export const toBase64 = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
