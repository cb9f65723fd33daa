import { jsonOf } from '../../core/answer.ts'
import { type AnswerText, isBrokenJson, isPage } from '../../core/answer-kind.ts'
import type { Parcel } from '../../core/contracts.ts'
import type { Answer } from '../../core/request.ts'
import { throwIfRefused, unreadable, valueAt } from './answer.ts'
import type { ReferenceRule } from './options.ts'

const textOf = (answer: Answer): AnswerText => ({
  status: answer.status,
  type: answer.header('content-type'),
  text: answer.text,
})

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
  const text = textOf(answer)
  if (isPage(text)) throw unreadable(answer, 'A page came where an answer was expected.')
  throwIfRefused(answer)
  if (rule && 'header' in rule) return answer.header(rule.header)
  const json = jsonOf(answer)
  // Then its headers are not believed, either.
  if (isBrokenJson(text, json)) throw unreadable(answer, 'The JSON of the answer is broken.')
  if (rule) return valueAt(json, rule.json)
  return valueAt(json, 'id') ?? answer.header('location')
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
