import { ALPHABET, checksum } from './bech32.ts'

/** The Bech32 text (BIP 173, without its limit of 90 characters, as age uses it) of these bytes. The prefix must be in small letters. */
export const toBech32 = (prefix: string, bytes: Uint8Array): string => {
  const values: number[] = []
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff
    for (bits += 8; bits >= 5; bits -= 5) values.push((held >>> (bits - 5)) & 31)
  }
  if (bits > 0) values.push((held << (5 - bits)) & 31)
  const codes = [...prefix].map(letter => letter.charCodeAt(0))
  const expanded = [...codes.map(code => code >>> 5), 0, ...codes.map(code => code & 31)]
  const sum = checksum([...expanded, ...values, 0, 0, 0, 0, 0, 0]) ^ 1
  for (let shift = 25; shift >= 0; shift -= 5) values.push((sum >>> shift) & 31)
  return `${prefix}1${values.map(value => ALPHABET[value]).join('')}`
}
