import { fromBech32 } from '../core/bech32.ts'
import { toBech32 } from '../core/to-bech32.ts'

const PREFIX = 'age-secret-key-'
const X25519 = /^AGE-SECRET-KEY-1[02-9A-Z]+$/

/**
 * An identity as every browser takes it: WebKitGTK 2.50 refuses an X25519 private key whose first byte is zero, one of 256
 * (measured). X25519 itself clears the three lowest bits of that byte (RFC 7748, 5), so setting one changes nothing else. What
 * is no such identity is given back as it is.
 */
export const takenByEveryBrowser = (identity: string): string => {
  const bytes = X25519.test(identity) ? fromBech32(identity.toLowerCase())?.bytes : undefined
  try {
    if (bytes?.[0] !== 0) return identity
    bytes[0] = 1
    return toBech32(PREFIX, bytes).toUpperCase()
  } finally {
    bytes?.fill(0)
  }
}
