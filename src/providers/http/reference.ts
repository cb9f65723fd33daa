import { jsonOf } from '../../core/answer.ts'
import type { Parcel } from '../../core/contracts.ts'
import type { Answer } from '../../core/request.ts'
import { throwIfRefused, unreadable, valueAt } from './answer.ts'
import type { ReferenceRule } from './options.ts'

/**
 * A page for people, as a login, a proxy or a network that wants to be paid answers with: the file never came to the server. One
 * that says 201 is from a server that made something (WebDAV does so).
 */
const isPage = (answer: Answer): boolean => {
  if (answer.status === 201) return false
  if (/^\s*<(!doctype\s+html|html)\b/i.test(answer.text)) return true
  const type = answer.header('content-type') ?? ''
  return /^(text\/html|application\/xhtml\+xml)\b/i.test(type) && /^\s*</.test(answer.text)
}

/** JSON that did not come whole; then its headers are not believed, either. */
const isBrokenJson = (answer: Answer): boolean => {
  if (answer.text.trim() === '' || jsonOf(answer) !== undefined) return false
  return /^\s*[[{]/.test(answer.text) || /[/+]json\b/i.test(answer.header('content-type') ?? '')
}

type ReferenceFunction = Extract<ReferenceRule, (...args: never) => unknown>

const called = (rule: ReferenceFunction, answer: Answer, { name, key, size }: Parcel): unknown => {
  try {
    return rule(answer, { name, key, size })
  } catch (cause) {
    throw unreadable(answer, 'reference() could not read the answer.', cause)
  }
}

const found = (
  answer: Answer,
  rule: Exclude<ReferenceRule, ReferenceFunction> | undefined,
): unknown => {
  if (isPage(answer)) throw unreadable(answer, 'A page came where an answer was expected.')
  throwIfRefused(answer)
  if (rule && 'header' in rule) return answer.header(rule.header)
  if (isBrokenJson(answer)) throw unreadable(answer, 'The JSON of the answer is broken.')
  if (rule) return valueAt(jsonOf(answer), rule.json)
  return valueAt(jsonOf(answer), 'id') ?? answer.header('location')
}

/** One line of text as it was written: U+FFFD stands where bytes were no text. */
const isReference = (text: unknown): text is string =>
  typeof text === 'string' &&
  text.length <= 2048 &&
  /^\S+( \S+)*$/.test(text) &&
  !/[\p{Cc}\p{Cf}\p{Cs}\uFFFD]/u.test(text)

/**
 * What the server calls the file. Throws `refused` where a good status says in its JSON that it failed, and `protocol` with outcome
 * `unknown` where the answer is a page, broken, or names nothing.
 */
export const readReference = (
  answer: Answer,
  rule: ReferenceRule | undefined,
  parcel: Parcel,
): string => {
  const value = typeof rule === 'function' ? called(rule, answer, parcel) : found(answer, rule)
  const text = typeof value === 'number' ? String(value) : value
  if (isReference(text)) return text
  throw unreadable(answer, 'The answer names no reference where one was expected.')
}
