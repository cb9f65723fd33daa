import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partsOf } from '../../src/desk/archive.ts'
import { namesForFolder } from '../../src/desk/names.ts'
import { visible } from '../../src/desk/text.ts'
import { savedName, splitName } from '../../src/open/saved-name.ts'

describe('a name to save a document by', () => {
  it.each([
    ['a.pdf', 'a.pdf'],
    ['../../x', 'x'],
    ['C:\\Users\\x.pdf', 'x.pdf'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['con:', 'con_'],
    ['a.pdf:b.exe', 'a.pdf_b.exe'],
    ['a<b>|c?.pdf', 'a_b__c_.pdf'],
    ['a.pdf...', 'a.pdf'],
    ['.htaccess', '_htaccess'],
    ['..', '_'],
    ['a/.bashrc', '_bashrc'],
    ['\u200b.bashrc', '_bashrc'],
    ['x/.sealdrop-deadbeef-1-0.part', '_sealdrop-deadbeef-1-0.part'],
    ['', 'file'],
    ['in\u202egpj.exe', 'ingpj.exe'],
  ])('of %j is %j', (name, saved) => {
    expect(savedName(name)).toBe(saved)
  })

  it('can be saved on every system, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), name => {
        const saved = savedName(name)
        expect(saved).not.toMatch(/[<>:"|?*/\\]|^\.|[. ]$/)
        expect(Buffer.byteLength(saved)).toBeLessThanOrEqual(240)
        expect(Buffer.byteLength(saved)).toBeGreaterThan(0)
      }),
      { seed: 7, numRuns: 500 },
    )
  })
})

describe('names for one folder', () => {
  it('number what is there already, and keep the order', () => {
    expect(namesForFolder(['a.pdf', 'a.pdf', 'a.pdf', 'b'])).toEqual([
      'a.pdf',
      'a (2).pdf',
      'a (3).pdf',
      'b',
    ])
  })

  it.each([
    [
      ['A.pdf', 'a.PDF'],
      ['A.pdf', 'a (2).PDF'],
    ],
    [
      ['straße', 'STRASSE'],
      ['straße', 'STRASSE (2)'],
    ],
    [
      ['\u00e9.pdf', 'e\u0301.pdf'],
      ['\u00e9.pdf', '\u00e9 (2).pdf'],
    ],
    [
      ['a.pdf', 'a (2).pdf', 'a.pdf'],
      ['a.pdf', 'a (2).pdf', 'a (3).pdf'],
    ],
    [
      ['a.pdf', 'a.pdf', 'a (2).pdf'],
      ['a.pdf', 'a (2).pdf', 'a (2) (2).pdf'],
    ],
    [
      ['con', 'CON', '_con'],
      ['_con', '_CON (2)', '_con (3)'],
    ],
  ])('tell %j apart', (names, told) => {
    expect(namesForFolder(names)).toEqual(told)
  })

  it('never meet, on a system that does not know capitals either', () => {
    const name = fc.stringMatching(/^[aAbB]{0,2}( \([23]\))?(\.[pP]df)?$/)
    fc.assert(
      fc.property(fc.array(name, { maxLength: 30 }), names => {
        const told = namesForFolder(names)
        expect(told).toHaveLength(names.length)
        expect(new Set(told.map(one => one.toLowerCase())).size).toBe(names.length)
      }),
      { seed: 8, numRuns: 200 },
    )
  })
})

describe('what goes into archives', () => {
  it.each([
    [[], []],
    [[10], [[10]]],
    [[11], [[11]]],
    [
      [4, 6, 1],
      [[4, 6], [1]],
    ],
    [
      [4, 7, 3, 1],
      [[4], [7, 3], [1]],
    ],
    [
      [1, 25, 1, 9],
      [[1], [25], [1, 9]],
    ],
  ])('%j, of at most 10, is %j, in order', (sizes, parts) => {
    const all = sizes.map(size => ({ size }))
    expect(partsOf(all, 10).map(part => part.map(({ size }) => size))).toEqual(parts)
  })
})

describe('a stranger’s text', () => {
  it.each([
    ['plain', 'plain'],
    ['a\u202eb', 'a⟨U+202E⟩b'],
    ['a\u0000\nb', 'a⟨U+0000⟩⟨U+000A⟩b'],
    ['\u{e0041}', '⟨U+E0041⟩'],
    ['\ud800', '⟨U+D800⟩'],
    ['été 文書', 'été 文書'],
  ])('%j is shown as %j', (text, shown) => {
    expect(visible(text)).toBe(shown)
  })

  it.each([
    [4, 'abcd'],
    [3, 'abc …'],
  ])('of which %i characters fit ends there', (most, shown) => {
    expect(visible('abcd', most)).toBe(shown)
    expect(visible('😀😀😀', 2)).toBe('😀😀 …')
  })
})

describe('the name of a file', () => {
  it.each([
    ['a.pdf', ['a', '.pdf']],
    ['a.b.pdf', ['a.b', '.pdf']],
    ['a', ['a', '']],
    ['.a', ['.a', '']],
  ])('%s is a stem and an extension', (name, parts) => {
    expect(splitName(name)).toEqual(parts)
  })
})
