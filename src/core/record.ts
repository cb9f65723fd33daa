/** What a sealed file says of its original, encrypted and authenticated inside the age header. See FORMAT.md. */
export interface SealRecord {
  readonly v: 1
  readonly name: string
  /** Media type, by content. */
  readonly type: string
  /** Bytes. */
  readonly size: number
  /** Hex. */
  readonly sha256: string
  /** Milliseconds since 1970. */
  readonly lastModified?: number
  /** What the sender's browser claims to have checked. */
  readonly checks: readonly string[]
  readonly remarks: readonly string[]
  /** ISO 8601. */
  readonly sealedAt: string
  readonly by: string
}

/** The first argument of the stanza, and the HKDF label together with `v1`. */
export const RECORD_TYPE = 'sealdrop.dev/record'
export const RECORD_VERSION = 'v1'
export const RECORD_INFO: string = `${RECORD_TYPE} ${RECORD_VERSION}`
/** The JSON is padded with spaces to exactly this many bytes: the length of a name shall not show. */
export const RECORD_BYTES = 1024

/** Whole milliseconds that a Date takes: whoever shows another one would fail over it. */
export const isTime = (value: unknown): value is number =>
  Number.isSafeInteger(value) && !Number.isNaN(new Date(Number(value)).getTime())
