import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeName, suffixOf } from '../../src/core/name.ts'

const byteLength = (text: string) => new TextEncoder().encode(text).length

/** One for the reader, 25 bytes. */
const FAMILY = '👩\u200d👩\u200d👧\u200d👦'

describe('a name', () => {
  it.each([
    ['passport.pdf', 'passport.pdf'],
    ['Rechnung März 2026 (2).pdf', 'Rechnung März 2026 (2).pdf'],
    ['a\u0301.pdf', 'á.pdf'],
    ['護照.jpg', '護照.jpg'],
    ['می\u200cخواهم.pdf', 'می\u200cخواهم.pdf'],
    ['👩\u200d👧.png', '👩\u200d👧.png'],
    ['no extension', 'no extension'],
    ['.pdf', '.pdf'],
  ])('%j reads %j', (name, safe) => expect(safeName(name)).toBe(safe))

  it.each([
    ['bidi', 'invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['bidi isolate', 'a\u2066b\u2069.pdf', 'ab.pdf'],
    ['bidi mark', 'a\u200eb\u200fc\u061c.pdf', 'abc.pdf'],
    ['control', 'a\u0000b\nc\u007fd\u0085.pdf', 'abcd.pdf'],
    ['separator', 'a\u2028b\u2029.pdf', 'ab.pdf'],
    ['zero-width', '\ufeffa\u200bb\u2060c\u00ad.pdf', 'abc.pdf'],
    ['lone surrogate', 'a\ud800b\udc00.pdf', 'ab.pdf'],
    ['tag', 'a\u{e0041}.pdf', 'a.pdf'],
  ])('loses its %s characters', (_, name, safe) => expect(safeName(name)).toBe(safe))

  it('composes what stood apart by what it lost', () => {
    expect(safeName('a\u200b\u0301.pdf')).toBe('á.pdf')
  })

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\fakepath\\scan.pdf', 'scan.pdf'],
    ['a/b\\c.pdf', 'c.pdf'],
    ['..', 'file'],
    ['.', 'file'],
    ['.\u202e.', 'file'],
    ['a/..', 'file'],
    ['a/', 'file'],
    ['a/ ', 'file'],
  ])('%j has no path: %j', (name, safe) => expect(safeName(name)).toBe(safe))

  it.each([
    ['', 'file'],
    [' \t ', 'file'],
    ['\u202e', 'file'],
    ['\u200d', 'file'],
    ['  scan.pdf  ', 'scan.pdf'],
    ['scan.pdf. .', 'scan.pdf'],
    ['CON', '_CON'],
    ['nul.pdf', '_nul.pdf'],
    ['Com1.tar.gz', '_Com1.tar.gz'],
    ['console.pdf', 'console.pdf'],
  ])('%j is safe to save as %j', (name, safe) => expect(safeName(name)).toBe(safe))

  it.each([
    ['255 bytes', `${'a'.repeat(251)}.pdf`, `${'a'.repeat(251)}.pdf`],
    ['256 bytes', `${'a'.repeat(252)}.pdf`, `${'a'.repeat(251)}.pdf`],
    ['no room for half a character', `${'ä'.repeat(200)}.pdf`, `${'ä'.repeat(125)}.pdf`],
    ['no room for half a pair', `${'😀'.repeat(100)}.pdf`, `${'😀'.repeat(62)}.pdf`],
    [
      'no room for half a family',
      `${'a'.repeat(20)}${FAMILY.repeat(10)}.pdf`,
      `${'a'.repeat(20)}${FAMILY.repeat(9)}.pdf`,
    ],
    ['no room for half a syllable', `${'नि'.repeat(60)}.pdf`, `${'नि'.repeat(41)}.pdf`],
    ['nothing but one character', `क${'\u093f'.repeat(99)}`, `क${'\u093f'.repeat(84)}`],
    ['an extension that is none', `a.${'b'.repeat(300)}`, `a.${'b'.repeat(253)}`],
    ['no extension', 'a'.repeat(300), 'a'.repeat(255)],
    ['a space at the cut', `${'a'.repeat(254)} b`, 'a'.repeat(254)],
    ['nothing but dots before the cut', `${'.'.repeat(300)}${'x'.repeat(300)}`, 'file'],
  ])('with %s is cut to 255 bytes and keeps its extension', (_, name, safe) =>
    expect(safeName(name)).toBe(safe),
  )

  it.each([
    ['31 bytes behind the dot, kept', `.${'x'.repeat(31)}`, `${'a'.repeat(223)}.${'x'.repeat(31)}`],
    ['32 bytes behind the dot, cut', `.${'x'.repeat(32)}`, 'a'.repeat(255)],
    [
      '31 bytes of longer characters, kept',
      `.x${'ä'.repeat(15)}`,
      `${'a'.repeat(223)}.x${'ä'.repeat(15)}`,
    ],
    ['32 bytes of longer characters, cut', `.${'ä'.repeat(16)}`, 'a'.repeat(255)],
  ])('that is too long has an extension of %s', (_, extension, safe) =>
    expect(safeName(`${'a'.repeat(300)}${extension}`)).toBe(safe),
  )

  it('of any characters at all is safe, and safe names stay as they are', () => {
    const unit = fc.oneof(
      fc.constantFrom(
        '/',
        '\\',
        '.',
        ' ',
        '\u202e',
        '\ud800',
        '\udc00',
        '\u0301',
        '\u200d',
        'con',
        '.pdf',
        'é',
        '😀',
      ),
      fc.integer({ min: 0, max: 0xffff }).map(code => String.fromCharCode(code)),
    )
    const names = fc.array(unit, { maxLength: 400 }).map(parts => parts.join(''))
    fc.assert(
      fc.property(names, name => {
        const safe = safeName(name)
        expect(safe).not.toMatch(
          /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029/\\]/u,
        )
        expect(safe).not.toMatch(/^\.*$/)
        expect(safe.normalize('NFC')).toBe(safe)
        expect(byteLength(safe)).toBeLessThanOrEqual(255)
        expect(safeName(safe)).toBe(safe)
      }),
      { seed: 6, numRuns: 2000 },
    )
  })

  it('as long as a book takes no time', () => {
    for (const part of ['.', ' ', '/', '\\', 'a.', '. a'])
      expect(safeName(`${part.repeat(500_000)}x`)).not.toBe('')
  }, 2000)
})

it.each([
  ['application/pdf', '.pdf'],
  ['image/jpeg', '.jpg'],
  ['image/png', '.png'],
  ['text/html', ''],
  ['', ''],
])('a file of type "%s" usually ends in "%s"', (type, suffix) =>
  expect(suffixOf(type)).toBe(suffix),
)

it('a name that is all extension is cut where there is no room for it', () => {
  expect(safeName('.pdf', 3)).toBe('.pd')
})
