import { afterEach, expect, test, vi } from 'vitest'
import { collect } from '../../src/open/collect.ts'

afterEach(() => vi.restoreAllMocks())

/** Collects pieces that are there at once, each after so many milliseconds of work. Resolves with how often others had their turn. */
const turnsWhile = async (pieces: number, ms: number): Promise<number> => {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  let turns = 0
  let isOver = false
  const takeTurn = (): void => {
    turns++
    if (!isOver) setImmediate(takeTurn)
  }
  setImmediate(takeTurn)
  let left = pieces
  const blob = await collect(async () => {
    if (left-- === 0) return undefined
    now += ms
    return new Uint8Array(10)
  })
  isOver = true
  expect(blob.size).toBe(10 * pieces)
  return turns
}

test('a page has its turn while a file is opened, however slow its processor is', async () => {
  expect(await turnsWhile(50, 10)).toBeGreaterThan(20)
})

test('a fast one does not wait for turns that nobody needs', async () => {
  expect(await turnsWhile(50, 0.01)).toBe(0)
})
