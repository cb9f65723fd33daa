import { describe, expect, it } from 'vitest'
import { toBase64 } from '../../src/core/base64.ts'
import type { Seal } from '../../src/seal/choice.ts'
import { plainLimit, sealedSize } from '../../src/seal/size.ts'

const classic = (recipients: number, wrap?: 'pdf'): Seal => ({
  scheme: 'age',
  recipients: Array.from({ length: recipients }, (_, at) => `age1${at}`),
  ...(wrap && { wrap }),
})

describe('the size of a file sealed by age', () => {
  // In front: 22 + 48 + 16 + 26 + 1,409 bytes, and 98 for each recipient. Each chunk of 64 KiB adds a tag of 16.
  const head = 1521 + 98
  it.each([
    [0, 16],
    [1, 17],
    [65_535, 65_551],
    [65_536, 65_552],
    [65_537, 65_569],
    [131_072, 131_104],
    [131_073, 131_121],
  ])('of %i bytes is that of its header and %i', (size, payload) => {
    expect(sealedSize(size, classic(1))).toBe(head + payload)
    expect(sealedSize(size, classic(3))).toBe(head + 2 * 98 + payload)
    expect(sealedSize(size, classic(1, 'pdf'))).toBe(head + 4096 + payload)
  })

  it('grows by 1,557 with a post-quantum recipient, and not with one that is listed twice', () => {
    const recipients = ['age1pq1a', 'age1pq1b', 'age1pq1a']
    expect(sealedSize(0, { scheme: 'age', recipients })).toBe(1521 + 2 * 1557 + 16)
  })
})

it.each([
  ['age1tag1a', 150],
  ['age1tagpq1a', 1609],
])('it grows with a recipient in hardware, %s, by %i', (recipient, bytes) =>
  expect(sealedSize(0, { scheme: 'age', recipients: [recipient] })).toBe(1521 + bytes + 16),
)

const seals: readonly [string, Seal][] = [
  ['none', { scheme: 'none', because: 'a test' }],
  ['didww', { scheme: 'didww' }],
  ['age', classic(1)],
  ['age for three', classic(3)],
  ['age in a PDF', classic(2, 'pdf')],
]

describe.each(seals)('the largest file that fits with the seal %s', (_, seal) => {
  it.each([0, 1, 15, 16, 17, 65_535, 65_536, 65_537, 131_071, 131_072, 131_073])(
    'is the one of %i bytes where its sealed size is the limit',
    size => {
      const limit = sealedSize(size, seal)
      const largest = plainLimit(limit, seal)
      expect(largest).toBeGreaterThanOrEqual(size)
      expect(sealedSize(largest, seal)).toBeLessThanOrEqual(limit)
      expect(sealedSize(largest + 1, seal)).toBeGreaterThan(limit)
    },
  )

  it('is none where not even an empty one fits', () => {
    const least = sealedSize(0, seal)
    expect(plainLimit(least, seal)).toBeGreaterThanOrEqual(0)
    expect(plainLimit(least - 1, seal)).toBe(-1)
    if (seal.scheme !== 'none') expect(plainLimit(0, seal)).toBe(-1)
  })

  it('is never one that is too large, wherever the limit cuts', () => {
    const start = sealedSize(65_536, seal)
    for (let limit = start - 20; limit <= start + 40; limit++) {
      const largest = plainLimit(limit, seal)
      expect(sealedSize(largest, seal)).toBeLessThanOrEqual(limit)
      expect(sealedSize(largest + 1, seal)).toBeGreaterThan(limit)
    }
  })
})

it.each([
  ['no key at all', 'nonsense!'],
  ['no RSA key', toBase64(Uint8Array.of(1, 2, 3))],
])('%s is taken for RSA-4096 until sealing refuses it', (_, pem) => {
  expect(sealedSize(0, { scheme: 'didww', publicKeys: [pem, pem] })).toBe(1024 + 16)
})
