import { describe, expect, it } from 'vitest'
import { fromBech32 } from '../../src/core/bech32.ts'
import { toBech32, toBech32Values } from '../age/bech32.ts'

describe('a Bech32 text', () => {
  // BIP 173, "Test vectors": the valid ones in small letters whose data are whole bytes.
  it.each([
    ['a12uel5l', 'a', ''],
    [
      'an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs',
      'an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio',
      '',
    ],
    [
      'abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw',
      'abcdef',
      '00443214c74254b635cf84653a56d7c675be77df',
    ],
    [
      'split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w',
      'split',
      'c5f38b70305f519bf66d85fb6cf03058f3dde463ecd7918f2dc743918f2d',
    ],
    ['?1ezyfcl', '?', ''],
  ])('%s is read', (text, prefix, hex) => {
    const read = fromBech32(text)
    expect(read?.prefix).toBe(prefix)
    expect(Buffer.from(read?.bytes ?? []).toString('hex')).toBe(hex)
  })

  // BIP 173, "Test vectors": the invalid ones, and capital letters, which age's recipients do not have.
  it.each([
    ['a character outside of the printable ones', '\u{20}1nwldj5x'],
    ['no separator', 'pzry9x0s0muk'],
    ['nothing before the separator', '1pzry9x0s0muk'],
    ['nothing before the separator, though the checksum is right', toBech32('', Uint8Array.of(7))],
    ['a letter that is none of the 32', 'x1b4n0q5v'],
    ['a checksum that is too short', 'li1dgmt3'],
    ['a checksum that is too short, though it is right', 'a1g7sgd8'.slice(0, -1)],
    ['a checksum of other letters', 'a1g7sgd8'],
    ['nothing at all', ''],
    ['capital letters', 'A12UEL5L'],
    ['one capital letter', 'a12UEL5L'],
  ])('is refused with %s', (_, text) => expect(fromBech32(text)).toBeUndefined())

  it('has room for a checksum after the separator', () => {
    // With nothing after the separator, the sum over the prefix alone may be right by chance.
    for (const text of ['a1', 'a1q', 'a1qqqqq']) expect(fromBech32(text)).toBeUndefined()
  })

  it('holds whole bytes: what is left over is fewer than 5 bits', () => {
    expect(fromBech32(toBech32Values('age', [31]))).toBeUndefined()
    expect(fromBech32(toBech32Values('age', [0]))).toBeUndefined()
    expect(fromBech32(toBech32Values('age', [1, 2, 0]))).toBeUndefined()
    expect(fromBech32(toBech32Values('age', [31, 28]))?.bytes).toEqual(Uint8Array.of(255))
  })

  it('has no bits set in what is left over', () => {
    for (const last of [29, 30, 31])
      expect(fromBech32(toBech32Values('age', [31, last]))).toBeUndefined()
  })
})
