/** BIP 173's alphabet: each character stands for 5 bits. */
const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]

const checksum = (values: readonly number[]): number => {
  let sum = 1
  for (const value of values) {
    const top = sum >>> 25
    sum = ((sum & 0x1ffffff) << 5) ^ value
    for (const [bit, term] of GENERATOR.entries()) if ((top >>> bit) & 1) sum ^= term
  }
  return sum
}

const expandedOf = (prefix: string): readonly number[] => {
  const codes = [...prefix].map(letter => letter.charCodeAt(0))
  return [...codes.map(code => code >>> 5), 0, ...codes.map(code => code & 31)]
}

/** The Bech32 text (BIP 173, without its limit of 90 characters) of these bytes, in small letters. The prefix must be in them, too. */
export const toBech32 = (prefix: string, bytes: Uint8Array): string => {
  const values: number[] = []
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff
    for (bits += 8; bits >= 5; bits -= 5) values.push((held >>> (bits - 5)) & 31)
  }
  if (bits > 0) values.push((held << (5 - bits)) & 31)
  const sum = checksum([...expandedOf(prefix), ...values, 0, 0, 0, 0, 0, 0]) ^ 1
  for (let shift = 25; shift >= 0; shift -= 5) values.push((sum >>> shift) & 31)
  return `${prefix}1${values.map(value => ALPHABET[value]).join('')}`
}

/** The bytes of a Bech32 text (BIP 173, without its limit of 90 characters, as age uses it); undefined where it is not valid. Small letters only. */
export const fromBech32 = (
  text: string,
): { readonly prefix: string; readonly bytes: Uint8Array<ArrayBuffer> } | undefined => {
  const at = text.lastIndexOf('1')
  if (at < 1 || text.length - at < 7) return undefined
  const prefix = text.slice(0, at)
  const values = [...text.slice(at + 1)].map(letter => ALPHABET.indexOf(letter))
  if (values.includes(-1)) return undefined
  if (checksum([...expandedOf(prefix), ...values]) !== 1) return undefined
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const value of values.slice(0, -6)) {
    held = ((held << 5) | value) & 0xfff
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((held >>> bits) & 0xff)
    }
  }
  // What is left over is padding: fewer than 5 bits, all zero.
  return bits < 5 && (held & ((1 << bits) - 1)) === 0
    ? { prefix, bytes: Uint8Array.from(bytes) }
    : undefined
}
