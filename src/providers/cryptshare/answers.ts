import { asArray, asRecord, jsonOf, sanitizeText } from '../../core/answer.ts'
import type { Algorithm } from '../../core/contracts.ts'
import type { Answer } from '../../core/request.ts'
import { unreadable } from './errors.ts'

/** A file of a transfer session. */
export interface CryptshareFile {
  readonly id: string
  readonly name: string
  /** Bytes; of the ciphertext. */
  readonly size?: number
  /** As it was registered: hex, by the session's algorithm. */
  readonly checksum?: string
  /** `INITIALIZED` (registered), `UPLOADED`, `ACTIVE`, `REMOVED`. */
  readonly state: string
}

export interface CryptshareSession {
  /** As the server writes it, such as `SHA256`. */
  readonly checksumAlgorithm?: string
  readonly confidentialMessageFileId?: string
  /** As the server writes it. */
  readonly expirationDate?: string
  readonly files: readonly CryptshareFile[]
}

export interface CryptshareTransfer {
  /** `PROCESSING`, `ACTIVE`, `FAILED`, or how it was deleted. */
  readonly state: string
  readonly warnings: readonly string[]
  readonly files: readonly {
    readonly id: string
    readonly removed: boolean
    readonly cause?: string
  }[]
  readonly recipients: readonly {
    readonly mail: string
    readonly notificationFailed: boolean
  }[]
  readonly senderNotificationFailed: boolean
}

export interface CryptshareVerification {
  readonly verified: boolean
  /** ISO 8601. */
  readonly validUntil?: string
  readonly methods: readonly ('CLIENT_ID' | 'EMAIL')[]
}

export interface CryptsharePolicy {
  readonly allowed: boolean
  readonly failedRecipients: readonly {
    readonly mail: string
    readonly reason: string
  }[]
  /** Bytes of all files of a transfer together. */
  readonly maxTotalSize?: number
  readonly maxRetentionDays?: number
  readonly confidentialMessage: 'allowed' | 'required' | 'not-allowed' | 'unknown'
}

/** As documented, or as a relay signed it. */
const ID = /^[\w-]{1,300}$/
export const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value)

/**
 * The last path segment of `Location`, which may be relative, or hold a host that only the server's own network knows
 * (inferred): nothing else of it is ever used. Null where there is none that a page can read; throws `protocol` for what is no id.
 */
export const locatedId = (answer: Answer): string | null => {
  const location = answer.header('location')
  if (location === null) return null
  const id = location
    .replace(/[?#].*$/s, '')
    .split('/')
    .filter(Boolean)
    .at(-1)
  if (!isId(id)) throw unreadable(answer, 'an id in its Location')
  return id
}

/** Success is `{data, meta}`. */
const dataOf = (answer: Answer): unknown => asRecord(jsonOf(answer)).data
export const dataFields = (answer: Answer): Readonly<Record<string, unknown>> =>
  asRecord(dataOf(answer))

/** ISO 8601 with a numeric zone, which may lack its colon; undefined for anything else. */
export const timeOf = (value: unknown): string | undefined => {
  const text = typeof value === 'string' ? value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2') : ''
  const time = new Date(text)
  return Number.isFinite(time.getTime()) ? time.toISOString() : undefined
}

const sizeOf = (value: unknown): number | undefined =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined

const HEX = /^[0-9a-f]{1,256}$/i

export const sessionOf = (answer: Answer): CryptshareSession => {
  const data = dataFields(answer)
  // Not documented: how a session without files says so.
  if (Object.keys(data).length === 0) throw unreadable(answer, 'a transfer session')
  const algorithm = sanitizeText(data.fileChecksumAlgorithm)
  const expirationDate = sanitizeText(data.expirationDate)
  const confidential = data.confidentialMessageFileId
  return Object.freeze({
    ...(algorithm !== undefined && { checksumAlgorithm: algorithm }),
    ...(isId(confidential) && { confidentialMessageFileId: confidential }),
    ...(expirationDate !== undefined && { expirationDate }),
    files: asArray(data.files).flatMap(entry => {
      const { id, fileName, size, checksum, state } = asRecord(entry)
      if (!isId(id)) return []
      const bytes = sizeOf(size)
      return [
        {
          id,
          name: typeof fileName === 'string' ? fileName : '',
          ...(bytes !== undefined && { size: bytes }),
          ...(typeof checksum === 'string' && HEX.test(checksum) && { checksum }),
          state: sanitizeText(state) ?? '',
        },
      ]
    }),
  })
}

/** `SHA256`, `sha-256` …; undefined for what a browser cannot compute. */
export const algorithmOf = (session: CryptshareSession): Algorithm | undefined => {
  const bits = /^SHA[-_]?(1|256|384|512)$/i.exec(session.checksumAlgorithm ?? '')?.[1]
  return bits === undefined ? undefined : (`SHA-${bits}` as Algorithm)
}

export const transferOf = (answer: Answer): CryptshareTransfer => {
  const status = asRecord(dataFields(answer).status)
  const state = sanitizeText(status.state)
  if (state === undefined) throw unreadable(answer, 'the state of a transfer')
  return Object.freeze({
    state,
    warnings: asArray(status.warnings).flatMap(
      warning => sanitizeText(warning) ?? sanitizeText(asRecord(warning).message) ?? [],
    ),
    files: asArray(status.files).flatMap(entry => {
      const { id, removed, removalCause } = asRecord(entry)
      const cause = sanitizeText(removalCause)
      return isId(id)
        ? [{ id, removed: removed === true, ...(cause !== undefined && { cause }) }]
        : []
    }),
    recipients: asArray(status.recipients).flatMap(entry => {
      const { mail, notificationFailed } = asRecord(entry)
      const address = sanitizeText(mail)
      return address === undefined
        ? []
        : [{ mail: address, notificationFailed: notificationFailed === true }]
    }),
    senderNotificationFailed: asRecord(status.sender).notificationFailed === true,
  })
}

/** The documents' prose spells the methods `clientId` and `email`, their examples `CLIENT_ID` and `EMAIL`. */
export const verificationOf = (answer: Answer): CryptshareVerification => {
  const { verified, validUntil, verificationMethods } = dataFields(answer)
  if (typeof verified !== 'boolean') throw unreadable(answer, 'a verification')
  const named = asArray(verificationMethods).map(name =>
    String(name).replace(/[_-]/g, '').toUpperCase(),
  )
  const until = timeOf(validUntil)
  return Object.freeze({
    verified,
    ...(until !== undefined && { validUntil: until }),
    methods: [
      ...(named.includes('CLIENTID') ? (['CLIENT_ID'] as const) : []),
      ...(named.includes('EMAIL') ? (['EMAIL'] as const) : []),
    ],
  })
}

export const policyOf = (answer: Answer): CryptsharePolicy => {
  const { allowed, failedRecipients, settings } = dataFields(answer)
  if (typeof allowed !== 'boolean') throw unreadable(answer, 'a transfer policy')
  const {
    maxTotalSize,
    maxRetentionPeriod,
    confidentialMessageAllowed: may,
    confidentialMessageRequired: must,
  } = asRecord(settings)
  const bytes = sizeOf(maxTotalSize)
  const days = sizeOf(maxRetentionPeriod)
  return Object.freeze({
    allowed,
    failedRecipients: asArray(failedRecipients).map(entry => ({
      mail: sanitizeText(asRecord(entry).emailAddress) ?? '',
      reason: sanitizeText(asRecord(entry).reason) ?? '',
    })),
    ...(bytes !== undefined && { maxTotalSize: bytes }),
    ...(days !== undefined && { maxRetentionDays: days }),
    confidentialMessage:
      must === true
        ? 'required'
        : may === true
          ? 'allowed'
          : may === false
            ? 'not-allowed'
            : 'unknown',
  })
}
