/** BIP 173's alphabet: each character stands for 5 bits. */
export const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]

/** By BIP 173; 1 where the last six values are right. */
export const checksum = (values: readonly number[]): number => {
  let sum = 1
  for (const value of values) {
    const top = sum >>> 25
    sum = ((sum & 0x1ffffff) << 5) ^ value
    for (const [bit, term] of GENERATOR.entries()) if ((top >>> bit) & 1) sum ^= term
  }
  return sum
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
  const codes = [...prefix].map(letter => letter.charCodeAt(0))
  const expanded = [...codes.map(code => code >>> 5), 0, ...codes.map(code => code & 31)]
  if (checksum([...expanded, ...values]) !== 1) return undefined
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
