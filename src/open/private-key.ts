import { fromBech32 } from '../core/bech32.ts'
import { toBech32 } from '../core/to-bech32.ts'

const PREFIX = 'age-secret-key-'

/**
 * An identity as every browser takes it: WebKitGTK 2.50 refuses an X25519 private key whose first byte is zero, one of 256
 * (measured). X25519 itself clears the three lowest bits of that byte (RFC 7748, 5), so setting one changes nothing else. What
 * is no such identity is given back as it is.
 */
export const takenByEveryBrowser = (identity: string): string => {
  const isUpper = identity === identity.toUpperCase()
  const { prefix, bytes } = (isUpper && fromBech32(identity.toLowerCase())) || {}
  if (prefix !== PREFIX || bytes?.[0] !== 0) return identity
  bytes[0] = 1
  const text = toBech32(PREFIX, bytes).toUpperCase()
  bytes.fill(0)
  return text
}
