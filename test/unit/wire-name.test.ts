import { describe, expect, it } from 'vitest'
import { wireName } from '../../src/seal/wire-name.ts'

const byteLength = (text: string): number => new TextEncoder().encode(text).length

describe('the name told to a server', () => {
  it.each([
    ['passport.pdf', /^passport-[0-9a-f]{8}\.pdf\.enc$/],
    ['no extension', /^no extension-[0-9a-f]{8}\.enc$/],
    ['.pdf', /^\.pdf-[0-9a-f]{8}\.enc$/],
    [`${'a'.repeat(251)}.pdf`, /^a{200,}-[0-9a-f]{8}\.pdf\.enc$/],
    [`${'護'.repeat(83)}.jpg`, /^護{60,}-[0-9a-f]{8}\.jpg\.enc$/],
    [`a.${'b'.repeat(253)}`, /^a\.b{200,}-[0-9a-f]{8}\.enc$/],
  ])('keeps what makes %s its own, however long it is', (name, expected) => {
    const told = wireName('original', name, 'application/pdf', 'didww')
    expect(told).toMatch(expected)
    expect(byteLength(told)).toBeLessThanOrEqual(255)
    expect(wireName('original', name, 'application/pdf', 'didww')).not.toBe(told)
  })

  it('never ends in what could be a date', () => {
    for (let round = 0; round < 500; round++)
      expect(wireName('original', 'a.pdf', 'application/pdf', 'age')).toMatch(
        /-\d*[a-f].*\.pdf\.age$/,
      )
  })

  it('keeps a file that is not sealed by its own ending', () => {
    expect(wireName('original', 'a.pdf', 'application/pdf', 'none')).toMatch(/^a-[0-9a-f]{8}\.pdf$/)
  })

  it('says nothing of the original unless that was asked for', () => {
    const told = wireName('Original' as 'original', 'passport.pdf', 'application/pdf', 'didww')
    expect(told).toMatch(/^[0-9a-f-]{36}\.enc$/)
  })
})
