import { describe, expect, it } from 'vitest'
import { checkTimeouts } from '../../src/core/timeouts.ts'

describe('timeouts', () => {
  it.each([
    undefined,
    {},
    { connect: 1 },
    { stall: 0.5, answer: 2 ** 31 - 1 },
    { answer: undefined },
  ])('may be %j', timeouts => {
    expect(checkTimeouts(timeouts)).toBeUndefined()
  })

  it.each([
    null,
    30_000,
    [30_000],
    { answer: 0 },
    { answer: -1 },
    { answer: Number.NaN },
    { answer: 2 ** 31 },
    { answer: Number.POSITIVE_INFINITY },
    { answer: '60000' },
    { answerMs: 60_000 },
  ])('that are %j are told of before a request is made', timeouts => {
    expect(() => checkTimeouts(timeouts)).toThrow(/^timeouts/)
  })
})
