import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRateLimit } from '../../src/relay/rate.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const outcome = (countRequest: () => void): string => {
  try {
    countRequest()
    return 'served'
  } catch (error) {
    const { status, headers } = error as { status: number; headers: Record<string, string> }
    return `${status}, again in ${headers['Retry-After']} s`
  }
}

test('without a limit everything is served', () => {
  const { count } = createRateLimit(undefined)
  for (let time = 0; time < 1_000; time++) expect(outcome(() => count('ada'))).toBe('served')
})

test('who is refused is served again exactly when the answer said', () => {
  const { count } = createRateLimit(1)
  expect(outcome(() => count('ada'))).toBe('served')
  vi.advanceTimersByTime(500)
  expect(outcome(() => count('ada'))).toBe('429, again in 60 s')
  vi.advanceTimersByTime(59_499)
  expect(outcome(() => count('ada'))).toBe('429, again in 1 s')
  vi.advanceTimersByTime(1)
  expect(outcome(() => count('ada'))).toBe('served')
  expect(outcome(() => count('ada'))).toBe('429, again in 60 s')
})

test('a window that began before the others are forgotten still counts', () => {
  const { count } = createRateLimit(1)
  vi.advanceTimersByTime(30_000)
  expect(outcome(() => count('bob'))).toBe('served')
  vi.advanceTimersByTime(30_000)
  expect(outcome(() => count('ada'))).toBe('served')
  expect(outcome(() => count('bob'))).toBe('429, again in 30 s')
  vi.advanceTimersByTime(29_999)
  expect(outcome(() => count('bob'))).toBe('429, again in 1 s')
  vi.advanceTimersByTime(1)
  expect(outcome(() => count('bob'))).toBe('served')
})

test('clients of former minutes take no memory, and are looked through once a minute', () => {
  const maps: Map<unknown, unknown>[] = []
  vi.stubGlobal(
    'Map',
    class extends Map<unknown, unknown> {
      constructor(entries?: Iterable<readonly [unknown, unknown]>) {
        super(entries)
        maps.push(this)
      }
    },
  )
  const { count } = createRateLimit(5)
  for (let visitor = 0; visitor < 1_000; visitor++) count(`visitor ${visitor}`)
  expect(maps.at(-1)?.size).toBe(1_000)
  vi.advanceTimersByTime(60_000)
  const before = maps.length
  for (const client of ['ada', 'bob', 'eve']) count(client)
  vi.unstubAllGlobals()
  expect(maps).toHaveLength(before + 1)
  expect(maps.at(-1)?.size).toBe(3)
})

test('looking whether somebody may ask counts for nothing', () => {
  const { check, count } = createRateLimit(2)
  for (let time = 0; time < 5; time++) expect(outcome(() => check('ada'))).toBe('served')
  count('ada')
  expect(outcome(() => check('ada'))).toBe('served')
  count('ada')
  vi.advanceTimersByTime(15_000)
  expect(outcome(() => check('ada'))).toBe('429, again in 45 s')
  expect(outcome(() => check('bob'))).toBe('served')
  vi.advanceTimersByTime(45_000)
  expect(outcome(() => check('ada'))).toBe('served')
})

test('a hundred thousand names are remembered, and the first is forgotten for the next', () => {
  const { check, count } = createRateLimit(1)
  for (let visitor = 0; visitor < 100_000; visitor++) count(`visitor ${visitor}`)
  expect(outcome(() => check('visitor 0'))).toBe('429, again in 60 s')
  count('one more')
  expect(outcome(() => check('visitor 0'))).toBe('served')
  for (const name of ['visitor 1', 'visitor 99999', 'one more'])
    expect(outcome(() => check(name))).toBe('429, again in 60 s')
})
