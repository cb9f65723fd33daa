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
