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
/** The JSON is padded with spaces to so many bytes: the size of a sealed file must not reveal how long its name is. */
export const RECORD_BYTES = 1024

/** Whether this is a whole number of milliseconds that a Date can hold: a reader who formats any other number would throw. */
export const isTime = (value: unknown): value is number =>
  Number.isSafeInteger(value) && !Number.isNaN(new Date(Number(value)).getTime())
