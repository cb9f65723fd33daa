import { expect, test } from 'vitest'
import { requestIdFact, statusError, throwIfFinal } from '../../src/core/answer.ts'
import type { Answer } from '../../src/core/request.ts'
import { errorOf, unreadable } from '../../src/providers/http/answer.ts'
import { offsetIn } from '../../src/providers/tus/answer.ts'

const answerOf = (
  headers: Readonly<Record<string, string>>,
  status = 502,
  body: unknown = {},
): Answer => {
  const given = new Headers(headers)
  return { status, text: JSON.stringify(body), header: name => given.get(name) }
}
const RELAYED = { 'SealDrop-Relay': '1', 'X-Request-Id': 'r-1' }

test('an error through a relay has the id of its request, whoever made the error', () => {
  const answer = answerOf(RELAYED)
  const caught = (work: () => unknown): unknown => {
    try {
      work()
    } catch (thrown) {
      return thrown
    }
    return undefined
  }
  const final = answerOf(RELAYED, 502, { code: 'no-reference' })
  for (const error of [
    statusError(answer),
    errorOf(answer, true),
    errorOf(answerOf(RELAYED, 409), true),
    unreadable(answer, 'no id'),
    caught(() => offsetIn(answer, 0, 1)),
    caught(() => throwIfFinal(final)),
  ])
    expect(error).toMatchObject({ name: 'SealDropError', requestId: 'r-1' })
  expect(statusError(answer).facts.requestId).toBe('r-1')
})

test('it is read from the body where the header is hidden', () => {
  const hidden = { 'SealDrop-Relay': '1' }
  expect(requestIdFact(answerOf(hidden, 502, { requestId: 'r-2' }))).toEqual({ requestId: 'r-2' })
})

test.each([
  ['no relay', { 'X-Request-Id': 'r-1' }, { requestId: 'r-1' }],
  ['a word with a space', { ...RELAYED, 'X-Request-Id': 'call me' }, {}],
  ['a header that is too long', { ...RELAYED, 'X-Request-Id': 'x'.repeat(65) }, {}],
  ['an object', { 'SealDrop-Relay': '1' }, { requestId: { toString: 'r-1' } }],
  ['a list', { 'SealDrop-Relay': '1' }, { requestId: ['r-1'] }],
  ['markup', { 'SealDrop-Relay': '1' }, { requestId: '<b>' }],
  ['nothing', { 'SealDrop-Relay': '1' }, null],
])('nothing is taken from %s', (_, headers, body) => {
  expect(requestIdFact(answerOf(headers, 502, body))).toEqual({})
})
