import { describe, expect, it } from 'vitest'
import { medianInterval, ratioOf } from '../bench/statistics.ts'
import { pseudoRandom } from './pseudo-random.ts'

/** From 1 on. */
const ranks = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1)

describe("the bench's interval for a median", () => {
  // Table A3 of Conover's book, for 95 %: the k-th lowest and the k-th highest value.
  it.each([
    [6, 1],
    [9, 2],
    [15, 4],
    [21, 6],
    [25, 8],
  ])('of %i values goes from the %i. lowest to the one as far from the top', (count, k) => {
    expect(medianInterval(ranks(count))).toEqual([k, count + 1 - k])
  })

  it('is the whole range where there are too few values for one', () => {
    expect(medianInterval([3, 1, 2])).toEqual([1, 3])
  })

  it('holds the true median in 95 of 100 draws at least, however lopsided these are', () => {
    const draws = 2_000
    const random = new Uint32Array(pseudoRandom(4 * 21 * draws, 7).buffer)
    let held = 0
    for (let draw = 0; draw < draws; draw++) {
      // Exponential: its median is the logarithm of 2.
      const values = ranks(21).map(at => -Math.log(1 - (random[draw * 21 + at - 1] ?? 0) / 2 ** 32))
      const [low, high] = medianInterval(values)
      if (low <= Math.LN2 && Math.LN2 <= high) held++
    }
    expect(held / draws).toBeGreaterThan(0.95)
    expect(held / draws).toBeLessThan(0.99)
  })

  it("is of the pairs' ratios, not of the times", () => {
    const { medianOfRatios, interval } = ratioOf([2, 20, 200, 4, 40, 6], [1, 10, 100, 2, 20, 3])
    expect([medianOfRatios, ...interval]).toEqual([2, 2, 2])
  })
})
