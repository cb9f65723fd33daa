import { expect, it } from 'vitest'
import { createRest, type Look } from '../../src/cli/watch.ts'

const look = (path: string, size: number, changedMs = 0): Look => ({
  file: { path, isNamed: false },
  size,
  changedMs,
})
const told = (files: readonly { readonly path: string }[]): string[] =>
  files.map(({ path }) => path)

it('a file that grows is left alone until its size rests', () => {
  const rest = createRest(2000)
  expect(told(rest([look('a', 10)], 0))).toEqual([])
  expect(told(rest([look('a', 20)], 1900))).toEqual([])
  expect(told(rest([look('a', 20)], 3899))).toEqual([])
  expect(told(rest([look('a', 20), look('b', 1)], 3900))).toEqual(['a'])
  expect(told(rest([look('a', 20), look('b', 1)], 5900))).toEqual(['b'])
})

it('a file is told once, and again when it changed or came back', () => {
  const rest = createRest(0)
  expect(told(rest([look('a', 1)], 0))).toEqual(['a'])
  expect(told(rest([look('a', 1)], 1))).toEqual([])
  expect(told(rest([look('a', 1, 5)], 2))).toEqual(['a'])
  expect(told(rest([], 3))).toEqual([])
  expect(told(rest([look('a', 1, 5)], 4))).toEqual(['a'])
})
