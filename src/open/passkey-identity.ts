import { fromBech32 } from '../core/bech32.ts'
import { toBech32 } from '../core/to-bech32.ts'

/** Which passkey it is. Nothing of it is secret. */
export interface PasskeyIdentity {
  readonly credentialId: Uint8Array<ArrayBuffer>
  /** The relying party: the domain that the passkey was made at. */
  readonly rpId: string
  /** How the browser reaches it, such as `internal` or `usb`. */
  readonly transports: readonly string[]
}

const PREFIX = 'age-plugin-fido2prf-'
const VERSION = 1
/** Major types of CBOR (RFC 8949, 3.1), those that are used here. */
const [UINT, BYTES, TEXT, ARRAY] = [0, 2, 3, 4] as const

/** The head of a CBOR item: its major type, and its argument, which is below 2^16. */
const headOf = (major: number, value: number): readonly number[] => {
  if (value > 0xffff) throw new RangeError('It is too long.')
  const top = major << 5
  if (value < 24) return [top | value]
  return value < 0x100 ? [top | 24, value] : [top | 25, value >> 8, value & 0xff]
}

const textItem = (text: string): readonly number[] => {
  const bytes = new TextEncoder().encode(text)
  return [...headOf(TEXT, bytes.length), ...bytes]
}

/** `AGE-PLUGIN-FIDO2PRF-1…`, as age-plugin-fido2prf and age-encryption write it: a version and the three, each an item of CBOR. */
export const passkeyIdentityText = (passkey: PasskeyIdentity): string => {
  const { credentialId, rpId, transports } = passkey
  const items = [
    ...headOf(UINT, VERSION),
    ...headOf(BYTES, credentialId.length),
    ...credentialId,
    ...textItem(rpId),
    ...headOf(ARRAY, transports.length),
    ...transports.flatMap(textItem),
  ]
  return toBech32(PREFIX, Uint8Array.from(items)).toUpperCase()
}

class Reader {
  readonly #bytes: Uint8Array<ArrayBuffer>
  #at = 0
  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.#bytes = bytes
  }
  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length
  }
  take(length: number): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.slice(this.#at, this.#at + length)
    if (taken.length < length) throw new TypeError('It ends too soon.')
    this.#at += length
    return taken
  }
  head(major: number): number {
    const [first = 0] = this.take(1)
    const minor = first & 31
    if (first >> 5 !== major || minor > 25) throw new TypeError('Another item was expected.')
    if (minor < 24) return minor
    return this.take(minor === 24 ? 1 : 2).reduce((sum, byte) => (sum << 8) | byte, 0)
  }
  text(): string {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      this.take(this.head(TEXT)),
    )
  }
}

/** What `AGE-PLUGIN-FIDO2PRF-1…` spells; undefined where it is no such identity. Whoever wrote it may have invented all of it. */
export const readPasskeyIdentity = (text: string): PasskeyIdentity | undefined => {
  const spelt = text === text.toUpperCase() ? fromBech32(text.toLowerCase()) : undefined
  if (spelt?.prefix !== PREFIX) return undefined
  try {
    const reader = new Reader(spelt.bytes)
    if (reader.head(UINT) !== VERSION) return undefined
    const credentialId = reader.take(reader.head(BYTES))
    const rpId = reader.text()
    const transports = Array.from({ length: reader.head(ARRAY) }, () => reader.text())
    return reader.isAtEnd ? { credentialId, rpId, transports } : undefined
  } catch {
    return undefined
  }
}
