import { asArray, asRecord } from '../../core/answer.ts'
import type { UpstreamAnswer } from '../../core/relay/route.ts'

/** What a page needs of Cryptshare's answers. None of it says who sends, who reads, or what opens a transfer. */
const FIELDS: ReadonlySet<string> = new Set([
  ...['data', 'errorCode', 'errorMessage', 'message'],
  ...['clientId', 'verified', 'validUntil', 'verificationMethods'],
  ...['allowed', 'settings', 'maxTotalSize', 'maxRetentionPeriod'],
  ...['confidentialMessageAllowed', 'confidentialMessageRequired'],
  ...['classificationId', 'confidentialMessageFileId', 'expirationDate', 'fileChecksumAlgorithm'],
  ...['recipientLanguage', 'senderLanguage', 'showFileNames', 'showZipFileContent'],
  ...['fileId', 'files', 'id', 'fileName', 'size', 'checksum'],
  ...['status', 'state', 'warnings', 'emlCreationFailed', 'removed', 'removalCause'],
  ...['sender', 'notificationFailed'],
])

/** As the visitor registered them: a name may have an @ of its own. */
const OF_VISITOR: ReadonlySet<string> = new Set(['fileName', 'checksum'])

/** Answers are flat. Deeper ones could only take time. */
const MAX_DEPTH = 8
const REMOVED = '[removed]'
/** An HTML page of a proxy, most likely. A page must not take it for an answer of Cryptshare's. */
const NO_JSON = '<!-- Not an answer of Cryptshare. -->'

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

/** A text without e-mail addresses, also percent-encoded ones. Word by word, since a hostile answer may be one long word. */
const withoutAddresses = (text: string): string =>
  text.replace(/[^\s"'<>()[\],;:]+/g, word => (/@|%40/.test(word) ? REMOVED : word))

/** What a visitor may read of an answer. `names`: of people, where they are no addresses. */
export type Visible = (answer: Pick<UpstreamAnswer, 'text' | 'json'>) => string

export const createVisible = (names: readonly string[]): Visible => {
  const known = names.filter(name => name.trim().length > 2).map(escapeRegExp)
  const people = known.length > 0 ? new RegExp(known.join('|'), 'gi') : undefined
  const cleaned = (text: string): string =>
    withoutAddresses(people ? text.replace(people, REMOVED) : text)

  const visible = (value: unknown, depth: number): unknown => {
    if (typeof value === 'string') return cleaned(value)
    if (typeof value !== 'object' || value === null) return value
    if (depth > MAX_DEPTH) return null
    if (Array.isArray(value)) return value.map(inner => visible(inner, depth + 1))
    return Object.fromEntries(
      Object.entries(asRecord(value))
        .filter(([name]) => FIELDS.has(name))
        .map(([name, inner]) => [
          name,
          OF_VISITOR.has(name) && typeof inner === 'string' ? inner : visible(inner, depth + 1),
        ]),
    )
  }
  return ({ text, json }) => {
    if (json !== undefined) return JSON.stringify(visible(json, 0))
    return text.trim() === '' ? '' : NO_JSON
  }
}

/** Those that the policy refuses among the recipients that the visitor itself named. */
export const refusedAmong = (json: unknown, chosen: unknown): readonly object[] => {
  const named = asArray(chosen).map(address => String(address).toLowerCase())
  const { failedRecipients } = asRecord(asRecord(json).data)
  return asArray(failedRecipients)
    .map(asRecord)
    .filter(({ emailAddress }) => named.includes(String(emailAddress).toLowerCase()))
    .map(({ emailAddress, reason }) => ({
      emailAddress,
      reason: /^[A-Z_]{1,50}$/.test(String(reason)) ? reason : '',
    }))
}

/** That somebody was not told of the transfer, and not who: a page says so to the visitor. */
export const unreachedIn = (json: unknown): readonly object[] => {
  const { recipients } = asRecord(asRecord(asRecord(json).data).status)
  const isUnreached = asArray(recipients).some(one => asRecord(one).notificationFailed === true)
  return isUnreached ? [{ mail: 'a recipient', notificationFailed: true }] : []
}
