import { expect, it } from 'vitest'
import { FormEntries } from '../../src/element/uploads/form-entries.ts'

it('the form’s data follows the entries, and none is made anew for the next one', () => {
  const entries = new FormEntries()
  const dataOf = (name: string, ...all: string[]): FormData | null => entries.dataOf(name, all)
  expect(dataOf('papers')).toBeNull()
  const data = dataOf('papers', 'a')
  expect(data?.getAll('papers')).toEqual(['a'])
  expect(dataOf('papers', 'a', 'b', 'c')).toBe(data)
  expect(data?.getAll('papers')).toEqual(['a', 'b', 'c'])
  expect(dataOf('papers', 'a', 'c')?.getAll('papers')).toEqual(['a', 'c'])
  expect(dataOf('papers', 'c', 'a')?.getAll('papers')).toEqual(['c', 'a'])
  expect(dataOf('papers')).toBeNull()
  expect(dataOf('papers', 'd')?.getAll('papers')).toEqual(['d'])
})

it('a control without a name has no data, and one that is named has all of it under its new name', () => {
  const entries = new FormEntries()
  expect(entries.dataOf('', ['a'])).toBeNull()
  const data = entries.dataOf('papers', ['a', 'b'])
  expect([...(data ?? [])]).toEqual([
    ['papers', 'a'],
    ['papers', 'b'],
  ])
  const renamed = entries.dataOf('documents', ['a', 'b'])
  expect([...(renamed ?? [])]).toEqual([
    ['documents', 'a'],
    ['documents', 'b'],
  ])
})
