import { expect, test } from 'vitest'
import { StageCounter, statesOf } from '../../src/element/uploads/counts.ts'
import type { Phase } from '../../src/session/phases.ts'

const countsOf = (...phases: readonly Phase[]) => {
  const counter = new StageCounter()
  for (const [index, phase] of phases.entries()) counter.move(`${index}`, phase)
  return counter.counts
}

test('every file is counted where it is now, and not where it was', () => {
  const counter = new StageCounter()
  for (const phase of ['waiting', 'checking', 'ready', 'sealing', 'sending'] as const)
    counter.move('a', phase)
  counter.move('b', 'refused')
  expect(counter.counts).toMatchObject({ listed: 2, active: 1, unfinished: 1, moving: 1, done: 0 })
  counter.move('a', 'done')
  expect(counter.counts).toMatchObject({ listed: 2, active: 1, unfinished: 0, moving: 0, done: 1 })
})

test('a file that left the list counts for nothing, and may come back', () => {
  const counter = new StageCounter()
  counter.move('a', 'failed')
  counter.move('a', undefined)
  expect(counter.stageOf('a')).toBeUndefined()
  expect(counter.counts).toMatchObject({ listed: 0, active: 0, open: 0, failed: 0 })
  counter.move('a', 'waiting')
  expect(counter.counts).toMatchObject({ listed: 1, unfinished: 1 })
  counter.clear()
  expect(counter.counts).toMatchObject({ listed: 0, unfinished: 0 })
})

test('progress within a phase adds nothing up again', () => {
  const counter = new StageCounter()
  counter.move('a', 'sending')
  const { counts } = counter
  counter.move('a', 'sending')
  expect(counter.counts).toBe(counts)
})

test.each([
  ['refused or cancelled: stands for nothing', ['refused', 'cancelled'], { active: 0, open: 0 }],
  ['failed: the person has something to do', ['failed'], { active: 1, unfinished: 0, open: 1 }],
  ['delivered: waits for the batch', ['delivered'], { unfinished: 1, moving: 0, resumable: 0 }],
  ['held back: "Resume all" lets it go', ['ready', 'paused'], { resumable: 2, paused: 1 }],
  [
    'on its way: "Pause all" stops it',
    ['sealing', 'sending', 'retrying'],
    { pausable: 3, moving: 3 },
  ],
  ['sent: nothing stops it any more', ['confirming', 'committing'], { pausable: 0, moving: 2 }],
] as const)('%s', (_, phases, expected) => {
  expect(countsOf(...phases)).toMatchObject(expected)
})

test.each([
  ['an empty list', [], { empty: true, complete: false, busy: false }],
  ['refused files only', ['refused'], { empty: false, complete: false }],
  ['all that counts was delivered', ['done', 'refused'], { complete: true, busy: false }],
  ['one waits for the person', ['done', 'paused'], { complete: false, paused: true, busy: false }],
  ['one failed', ['done', 'failed'], { complete: false, failed: true }],
  ['one is on its way', ['done', 'sending'], { complete: false, busy: true }],
] as const)('the element’s states: %s', (_, phases, expected) => {
  expect(statesOf(countsOf(...phases))).toMatchObject(expected)
})
