import { asArray, asRecord } from '../../core/answer.ts'
import type { Facts, Json } from '../../core/contracts.ts'
import type { ShelfEntry } from './place.ts'

/** The longest that anything stays, from when its file was added: milliseconds. */
export const LONGEST_MS: number = 24 * 60 * 60 * 1000

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
/** What `wireName` gives where the file's own name is not told. */
const OPAQUE_NAME = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\.(age|pdf|enc)$/
const HASH = /^[\da-f]{64}$/
const FINGERPRINT = /^[\da-f: ]{8,200}$/i
const MOST_RECIPIENTS = 1000
const MOST_CHARACTERS = 4096
const DEEPEST = 8

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) > 0
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= MOST_CHARACTERS
const isHash = (value: unknown): value is string => isText(value) && HASH.test(value)

const readFacts = (value: unknown): Facts | undefined => {
  const facts = Object.entries(asRecord(value))
  return facts.every(([, text]) => isText(text))
    ? Object.fromEntries(facts as [string, string][])
    : undefined
}

/** What can be written as JSON, and not deeper than anything a transport keeps. */
const isJson = (value: unknown, deepest = DEEPEST): value is Json => {
  if (value === null || typeof value === 'boolean' || isText(value)) return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || deepest === 0) return false
  return Object.values(value).every(part => isJson(part, deepest - 1))
}

/** A record as it was found under this id, or undefined where it is no entry of ours, or no longer one. */
export const readEntry = (
  id: string,
  record: unknown,
  now: number = Date.now(),
): ShelfEntry | undefined => {
  const { version, key, name, size, scheme, wrap, authenticated, ...more } = asRecord(record)
  const { originalSize, addedAt, expiresAt, uncertain, resume, page, owner, scope } = more
  const recipients = asArray(more.recipients)
  const facts = readFacts(more.facts)
  if (version !== 1 || more.id !== id || !UUID.test(id)) return undefined
  if (!isText(key) || !UUID.test(key) || !isText(name) || !OPAQUE_NAME.test(name)) return undefined
  if (scheme !== 'age' && scheme !== 'didww') return undefined
  if (wrap !== undefined && (wrap !== 'pdf' || scheme !== 'age')) return undefined
  if (authenticated !== (scheme === 'age')) return undefined
  if (!isCount(size) || !isCount(originalSize) || originalSize > size) return undefined
  if (!isCount(addedAt) || !isCount(expiresAt) || expiresAt <= now) return undefined
  // A clock that was set back must not keep anything for longer.
  if (expiresAt > addedAt + LONGEST_MS || addedAt > now) return undefined
  if (typeof uncertain !== 'boolean' || (resume !== undefined && !isJson(resume))) return undefined
  if (!isHash(page) || !isHash(owner) || (scope !== undefined && !isHash(scope))) return undefined
  if (recipients.length === 0 || recipients.length > MOST_RECIPIENTS) return undefined
  const isFingerprint = (one: unknown): one is string => isText(one) && FINGERPRINT.test(one)
  if (!facts || !recipients.every(isFingerprint)) return undefined
  return Object.freeze({
    version,
    id,
    key,
    name,
    size,
    scheme,
    ...(wrap && { wrap }),
    recipients,
    authenticated,
    facts,
    originalSize,
    addedAt,
    expiresAt,
    uncertain,
    ...(resume !== undefined && { resume }),
    page,
    owner,
    ...(scope !== undefined && { scope }),
  })
}
