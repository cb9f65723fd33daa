import { expect, test } from 'vitest'
import type { FileState, SessionFile } from '../../src/core/contracts.ts'
import { noteDelivered } from '../../src/core/line-rate.ts'
import { LineWatch } from '../../src/element/uploads/line-watch.ts'

const ENDPOINT = 'https://docs.example/api'

const file = (state: FileState): SessionFile => ({
  id: '1',
  name: 'a.pdf',
  size: 1,
  addedAt: 0,
  type: '',
  remarks: [],
  state,
})
const sending = (done: number, total: number): SessionFile =>
  file({ phase: 'sending', done, total })

/** Follows what the browser says it took, by second. */
const watching = (total: number, taken: Readonly<Record<number, number>>): LineWatch => {
  const watch = new LineWatch()
  for (const [second, done] of Object.entries(taken))
    watch.follow(sending(done, total), Number(second) * 1_000)
  return watch
}

test('for what goes quickly nothing is foretold', () => {
  const watch = watching(2_000_000, { 0: 0, 1: 1_800_000 })
  expect(watch.secondsLeft('1', ENDPOINT, 4_000)).toBe(0)
  expect(watch.secondsLeft('another', ENDPOINT, 60_000)).toBe(0)
})

test('a steady line is believed to go on as it does, with what fits into buffers still on its way', () => {
  // 4 MB leave at once, and then 100 kB a second.
  const watch = watching(14_000_000, { 0: 4_000_000, 10: 5_000_000, 20: 6_000_000 })
  expect(watch.secondsLeft('1', ENDPOINT, 20_000)).toBe(120)
  expect(watch.secondsLeft('1', ENDPOINT, 100_000)).toBe(40)
})

test('where everything left for buffers at once, it may be as slow as the slowest line of its origin', () => {
  const watch = watching(1_600_000, { 0: 0, 1: 1_440_000 })
  expect(watch.secondsLeft('1', ENDPOINT, 20_000)).toBe(80)
  noteDelivered('https://docs.example', 1_000_000, 10_000)
  expect(watch.secondsLeft('1', ENDPOINT, 6_000)).toBe(30)
  // The time is over: now the server is awaited.
  expect(watch.secondsLeft('1', ENDPOINT, 40_000)).toBe(0)
})

test('what is more than buffers hold has left, also where the browser tells of it all at once', () => {
  const watch = watching(16_000_000, { 0: 0, 1: 14_400_000 })
  expect(watch.secondsLeft('1', 'https://fast.example/', 11_000)).toBe(0)
})

test('what is not sent any more is forgotten, and a new try begins anew', () => {
  const watch = watching(1_600_000, { 0: 1_440_000 })
  expect(watch.isNeeded).toBe(true)
  watch.follow(file({ phase: 'confirming' }), 1_000)
  expect(watch.isNeeded).toBe(false)
  watch.follow(sending(0, 1_600_000), 60_000)
  expect(watch.secondsLeft('1', ENDPOINT, 62_000)).toBe(0)
})
