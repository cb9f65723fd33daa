import { describe, expect, it } from 'vitest'
import { csvRow } from '../../src/desk/csv.ts'

describe('a cell of the list', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1', "  '=1"],
    ['＝1', "'＝1"],
    ['a;=1', "a;'=1"],
    ['a,=1', "a,'=1"],
    ['"=1', '""\'=1'],
    ['a=1', 'a=1'],
    ['passport-2.pdf', 'passport-2.pdf'],
    ['say "hi"', 'say ""hi""'],
    ['\t=1', '⟨U+0009⟩=1'],
    ['a\r\nb', 'a⟨U+000D⟩⟨U+000A⟩b'],
    ['\u202efdp.exe', '⟨U+202E⟩fdp.exe'],
  ])('%j is no formula, no second cell and no second line', (value, cell) => {
    expect(csvRow([value])).toBe(`"${cell}"\r\n`)
  })

  it('holds 200 characters of a name, and ends', () => {
    expect(csvRow(['ü'.repeat(200)])).toBe(`"${'ü'.repeat(200)}"\r\n`)
    expect(csvRow(['ü'.repeat(10_000)]).length).toBeLessThan(400)
  })
})
