import { describe, expect, it } from 'vitest'
import { readRecipients } from '../../src/core/recipient.ts'
import { recipientFingerprint } from '../../src/core/recipient-fingerprint.ts'
import { stanzaBytes } from '../../src/core/stanza-bytes.ts'
import { generateIdentity, recipientOf } from '../../src/open/index.ts'
import { recipientText } from '../age/bech32.ts'

/** As many different classic recipients. Nobody holds the other half of these. */
const classic = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) =>
    recipientText(
      Uint8Array.from({ length: 32 }, (_, place) => (place < 2 ? at >> (8 * place) : 9)),
    ),
  )
const hybrid = async (): Promise<string> =>
  recipientOf(await generateIdentity({ postQuantum: true }))

describe('the recipients of one seal', () => {
  it('come back checked, in order, each once', () => {
    const [a = '', b = ''] = classic(2)
    const read = readRecipients([b, a, b])
    expect(read.map(([text]) => text)).toEqual([b, a])
    expect(read.map(([, { type, key }]) => [type, key.length])).toEqual([
      ['X25519', 32],
      ['X25519', 32],
    ])
  })

  it('are all classic or all post-quantum', async () => {
    const [a = ''] = classic(1)
    const later = [await hybrid(), await hybrid()]
    expect(readRecipients(later).map(([, { type }]) => type)).toEqual([
      'mlkem768x25519',
      'mlkem768x25519',
    ])
    for (const mixed of [
      [a, ...later],
      [...later, a],
    ])
      expect(() => readRecipients(mixed)).toThrow(
        expect.objectContaining({ code: 'bad-recipient' }),
      )
  })

  it('are no more than a header holds: 612 of 98 bytes are, 613 are not', () => {
    expect(readRecipients(classic(612))).toHaveLength(612)
    expect(() => readRecipients(classic(613))).toThrow(
      expect.objectContaining({ code: 'bad-recipient' }),
    )
  })

  it.each([
    [[], 0],
    [['age1a'], 98],
    [['age1a', 'age1a', 'age1b'], 196],
    [['age1pq1a', 'age1pq1b'], 3114],
    [['age1pqa'], 98],
  ])('%j take %i bytes', (recipients, bytes) => expect(stanzaBytes(recipients)).toBe(bytes))
})

it('a recipient’s fingerprint is the start of its SHA-256, in groups to be read out', async () => {
  // printf abc | sha256sum
  expect(await recipientFingerprint('abc')).toBe('ba78 16bf 8f01 cfea 4141')
})
