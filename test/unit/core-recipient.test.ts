import { describe, expect, it } from 'vitest'
import { readRecipients } from '../../src/core/recipient.ts'
import { recipientFingerprint } from '../../src/core/recipient-fingerprint.ts'
import { stanzaBytes } from '../../src/core/stanza-bytes.ts'
import { generateIdentity, recipientOf } from '../../src/open/index.ts'
import { recipientText } from '../age/bech32.ts'
import { CARD } from '../age/card.ts'

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

  it('in hardware stand beside others of their kind: classic or post-quantum', async () => {
    const [a = ''] = classic(1)
    const pq = await hybrid()
    expect(readRecipients([a, CARD.classic]).map(([, { type }]) => type)).toEqual([
      'X25519',
      'p256tag',
    ])
    expect(readRecipients([CARD.hybrid, pq]).map(([, { type }]) => type)).toEqual([
      'mlkem768p256tag',
      'mlkem768x25519',
    ])
    for (const mixed of [
      [CARD.hybrid, a],
      [CARD.hybrid, CARD.classic],
      [CARD.classic, pq],
      [pq, CARD.hybrid, a],
    ])
      expect(() => readRecipients(mixed)).toThrow(
        expect.objectContaining({
          code: 'bad-recipient',
          message: expect.stringContaining('beside'),
        }),
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
    [['age1tag1a', 'age1tag1b'], 300],
    [['age1tagpq1a', 'age1a'], 1707],
    [['age1taga'], 98],
  ])('%j take %i bytes', (recipients, bytes) => expect(stanzaBytes(recipients)).toBe(bytes))
})

it('a recipient’s fingerprint is the start of its SHA-256, in groups to be read out', async () => {
  // printf abc | sha256sum
  expect(await recipientFingerprint('abc')).toBe('ba78 16bf 8f01 cfea 4141')
})
