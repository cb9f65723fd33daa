import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Answer } from '../../src/core/request.ts'
import { dataOf, readFile } from '../../src/providers/privasfer/answers.ts'
import { createBudget } from '../../src/providers/privasfer/budget.ts'
import { isUploadOf, searchKeyword } from '../../src/providers/privasfer/search.ts'

const UUID = '3f2b8c1e-0a4d-4c7e-9b1a-5d6e7f801234'

const answerOf = (headers: Readonly<Record<string, string>>, text = '{}'): Answer => ({
  status: 200,
  text,
  header: name => headers[name.toLowerCase()] ?? null,
})

describe('what a lost upload is searched for', () => {
  test.each([
    [`${UUID}.age`, UUID],
    [`${UUID}.pdf`, UUID],
    [UUID, UUID],
    ['Erika Mustermann-1a2b3c4d.pdf.age', 'Erika Mustermann-1a2b3c4d.pdf'],
    ['a "b"-1a2b3c4d.png', 'a %22b%22-1a2b3c4d'],
  ])('of %s is %s', (name, keyword) => {
    expect(searchKeyword({ name, size: 1 })).toBe(keyword)
  })
})

describe('a record is a parcel’s upload', () => {
  const trace = { name: 'a "b"-1a2b3c4d.pdf.age', size: 10 }
  const record = { id: '1', size: 10, trashed: false }
  test.each([
    ['by its full name', { fullFilename: trace.name }, true],
    ['by name and extension', { filename: 'a "b"-1a2b3c4d.pdf', extension: 'age' }, true],
    ['under another extension', { filename: 'a "b"-1a2b3c4d.pdf', extension: 'bin' }, true],
    ['with the quotes a browser sends', { fullFilename: 'a %22b%22-1a2b3c4d.pdf.age' }, true],
    ['not with another size', { fullFilename: trace.name, size: 11 }, false],
    ['not in the trash', { fullFilename: trace.name, trashed: true }, false],
    ['not with a longer name', { fullFilename: `x${trace.name}` }, false],
    ['not with a part of the name', { filename: 'a "b"-1a2b3c4d' }, false],
    ['not without a name', {}, false],
  ])('%s', (_, more, expected) => {
    expect(isUploadOf({ ...record, ...more }, trace)).toBe(expected)
  })

  test('not where the server does not say the size', () => {
    expect(isUploadOf({ id: '1', trashed: false, fullFilename: trace.name }, trace)).toBe(false)
  })
})

describe('an answer', () => {
  test.each([
    ['no id', {}],
    ['a path for an id', { id: '../keys' }],
    ['an object for an id', { id: {} }],
    ['a number for an id', { id: 7 }],
    ['an id that was garbled on its way', { id: UUID.replace('a', 'x') }],
    ['an id that was cut', { id: UUID.slice(1) }],
    ['nothing', null],
  ])('with %s shows no file', (_, value) => {
    expect(readFile(value)).toBe(undefined)
  })

  test('is read field by field; what has the wrong type is left out', () => {
    const hostile = { id: UUID, filename: 'a\u202eb\n', size: -1, encrypted_size: '1', trashed: 1 }
    expect(readFile(hostile)).toEqual({ id: UUID, filename: 'a b', trashed: false })
  })

  test.each([
    ['{"data":{"id":1}}', { id: 1 }],
    ['{"id":1}', { id: 1 }],
    ['[1]', [1]],
    ['<html>', undefined],
  ])('%s holds its content with or without an envelope', (text, data) => {
    expect(dataOf(answerOf({}, text))).toEqual(data)
  })
})

describe('the budget of one minute', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const outcomeOf = async (
    headers: Readonly<Record<string, string>>,
    ms: number,
  ): Promise<unknown> => {
    const budget = createBudget(60_000)
    await budget.spend(async () => answerOf(headers))
    vi.advanceTimersByTime(ms)
    try {
      budget.check()
      return 'open'
    } catch (error) {
      return (error as { retryAfterMs?: number }).retryAfterMs
    }
  }
  const reset = (seconds: number): string => String(Date.UTC(2026, 0, 1) / 1000 + seconds)

  test.each([
    ['something is left', { 'x-ratelimit-remaining': '1' }, 0, 'open'],
    ['nothing is left', { 'x-ratelimit-remaining': '0' }, 1, 59_999],
    ['a minute is over', { 'x-ratelimit-remaining': '0' }, 60_000, 'open'],
    ['the server says when', { 'x-ratelimit-remaining': '0', 'retry-after': '7' }, 0, 7000],
    ['it is nonsense', { 'x-ratelimit-remaining': '-1' }, 0, 'open'],
    ['there is no such header', {}, 0, 'open'],
  ])('when %s', async (_, headers, ms, expected) => {
    expect(await outcomeOf(headers, ms)).toBe(expected)
  })

  test.each([
    [20, 20_000],
    [-600, 60_000],
    [600, 60_000],
  ])('when it resets in %s seconds by the server’s clock, waits %s ms', async (seconds, ms) => {
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset(seconds) }
    expect(await outcomeOf(headers, 0)).toBe(ms)
  })

  test.each([
    [
      'more than a fifth is left',
      { 'x-ratelimit-limit': '10', 'x-ratelimit-remaining': '3' },
      true,
    ],
    ['a fifth is left', { 'x-ratelimit-limit': '10', 'x-ratelimit-remaining': '2' }, false],
    ['the limit is not said', { 'x-ratelimit-remaining': '60' }, false],
    ['nothing is said', {}, true],
  ])('is spared for uploads when %s', async (_, headers, expected) => {
    const budget = createBudget(60_000)
    await budget.spend(async () => answerOf(headers))
    expect(budget.hasSpare()).toBe(expected)
  })

  test('is counted by ourselves where CORS hides it, and begins anew after a minute', async () => {
    const budget = createBudget(60_000)
    for (let request = 0; request < 240; request++) {
      expect(budget.hasSpare()).toBe(true)
      await budget.spend(async () => answerOf({}))
    }
    expect(budget.hasSpare()).toBe(false)
    vi.advanceTimersByTime(60_000)
    expect(budget.hasSpare()).toBe(true)
  })

  test('is spent by requests under way, and given back by those that failed', async () => {
    const budget = createBudget(60_000)
    await budget.spend(async () => answerOf({ 'x-ratelimit-remaining': '1' }))
    let fail = (): void => {}
    const underWay = budget.spend(
      () =>
        new Promise((_, reject) => {
          fail = () => reject(new Error('cut'))
        }),
    )
    expect(() => budget.check()).toThrow('used up')
    fail()
    await expect(underWay).rejects.toThrow('cut')
    expect(() => budget.check()).not.toThrow()
  })
})
