const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]

const remainder = (values: readonly number[]): number =>
  values.reduce((sum, value) => {
    const next = ((sum & 0x1ffffff) << 5) ^ value
    return GENERATOR.reduce(
      (all, term, bit) => ((sum >>> 25) & (1 << bit) ? all ^ term : all),
      next,
    )
  }, 1)

/** Bech32 (BIP 173) in small letters, of values of 5 bits each: with a right checksum, whatever they mean. */
export const toBech32Values = (prefix: string, values: readonly number[]): string => {
  const codes = [...prefix].map(letter => letter.charCodeAt(0))
  const expanded = [...codes.map(code => code >>> 5), 0, ...codes.map(code => code & 31)]
  const sum = remainder([...expanded, ...values, 0, 0, 0, 0, 0, 0]) ^ 1
  const check = [25, 20, 15, 10, 5, 0].map(shift => (sum >>> shift) & 31)
  return `${prefix}1${[...values, ...check].map(value => ALPHABET.charAt(value)).join('')}`
}

/** Bech32 in small letters, for keys that a test makes itself. */
export const toBech32 = (prefix: string, bytes: Uint8Array): string => {
  const bits = [...bytes].map(byte => byte.toString(2).padStart(8, '0')).join('')
  const fives = bits.match(/.{1,5}/g) ?? []
  return toBech32Values(
    prefix,
    fives.map(five => Number.parseInt(five.padEnd(5, '0'), 2)),
  )
}

/** The recipient (`age1…`) of 32 bytes that are, or claim to be, an X25519 public key. */
export const recipientText = (publicKey: Uint8Array): string => toBech32('age', publicKey)

/** The identity (`AGE-SECRET-KEY-1…`) of an X25519 private key. */
export const identityText = (scalar: Uint8Array): string =>
  toBech32('age-secret-key-', scalar).toUpperCase()
