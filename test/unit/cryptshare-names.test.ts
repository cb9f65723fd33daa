import { describe, expect, test } from 'vitest'
import { uniqueName } from '../../src/providers/cryptshare/names.ts'

describe('two files of one transfer never share a name', () => {
  test.each([
    ['a.pdf', [], 'a.pdf'],
    ['a.pdf', ['b.pdf'], 'a.pdf'],
    ['a.pdf', ['a.pdf'], 'a (2).pdf'],
    ['a.pdf', ['a.pdf', 'a (2).pdf'], 'a (3).pdf'],
    ['A.PDF', ['a.pdf'], 'A (2).PDF'],
    ['a.pdf.age', ['a.pdf.age'], 'a (2).pdf.age'],
    ['a', ['a'], 'a (2)'],
    ['a\u0301.pdf', ['\u00e1.pdf'], '\u00e1 (2).pdf'],
  ])('%s beside %j is %s', (name, taken, expected) => {
    expect(uniqueName(name, taken)).toBe(expected)
  })

  test('and no name is over 255 bytes', () => {
    const long = `${'ü'.repeat(125)}.pdf`
    const unique = uniqueName(long, [long])
    expect(new TextEncoder().encode(unique).length).toBeLessThanOrEqual(255)
    expect(unique).toMatch(/^ü+ \(2\)\.pdf$/)
  })
})
