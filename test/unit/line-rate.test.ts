import { describe, expect, it } from 'vitest'
import { believedRate, noteDelivered } from '../../src/core/line-rate.ts'

let origins = 0
const freshOrigin = (): string => `https://${++origins}.example`

describe('the rate that is believed of a line', () => {
  it.each<[string, readonly (readonly [bytes: number, ms: number])[], number]>([
    ['16 kB/s before anything was answered', [], 16_000],
    ['half of what was seen', [[1_000_000, 1_000]], 500_000],
    [
      'half of the slowest',
      [
        [1_000_000, 1_000],
        [1_000_000, 10_000],
        [1_000_000, 500],
      ],
      50_000,
    ],
    ['nothing learnt from a small body', [[65_535, 1]], 16_000],
    ['learnt from one of 64 KiB', [[65_536, 1_000]], 32_768],
    ['never under 4 kB/s: a server may think long', [[65_536, 3_600_000]], 4_000],
    ['a number, however quick the answer', [[65_536, 0]], 32_768_000],
  ])('is %s', (_, seen, rate) => {
    const origin = freshOrigin()
    for (const [bytes, ms] of seen) noteDelivered(origin, bytes, ms)
    expect(believedRate(origin)).toBe(rate)
    expect(believedRate(freshOrigin())).toBe(16_000)
  })
})
