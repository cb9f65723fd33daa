/** The value below which the given share of all values lies, interpolated. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const low = sorted[Math.floor(at)] ?? Number.NaN
  const high = sorted[Math.ceil(at)] ?? Number.NaN
  return low + (high - low) * (at - Math.floor(at))
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** Quartiles and the middle. */
export interface Spread {
  readonly q1: number
  readonly median: number
  readonly q3: number
}

export const spreadOf = (values: readonly number[]): Spread => ({
  q1: quantile(values, 0.25),
  median: median(values),
  q3: quantile(values, 0.75),
})

/** How many times another's time ours is; over 1 is slower. */
export interface Ratio {
  readonly ratioOfMedians: number
  /** Of what ran side by side: it holds where the machine was busier for some pairs than for others. */
  readonly medianOfRatios: number
  /** Between these two it lies, with a confidence of at least 95 %. */
  readonly interval: readonly [number, number]
}

/**
 * A confidence interval of at least 95 % for the median of what the values are drawn from, whatever its distribution: from the k-th
 * lowest value to the k-th highest, where so few values would lie below the median, or above it, in 2.5 % of all draws at most
 * (Conover, Practical Nonparametric Statistics, 3.2). Below six values there is none, and it is the whole range.
 */
export const medianInterval = (values: readonly number[]): readonly [number, number] => {
  const sorted = values.toSorted((a, b) => a - b)
  const count = sorted.length
  let chance = 0.5 ** count
  let below = chance
  let k = 0
  while (below <= 0.025) {
    k++
    chance *= (count - k + 1) / k
    below += chance
  }
  const at = Math.max(0, k - 1)
  return [sorted[at] ?? Number.NaN, sorted[count - 1 - at] ?? Number.NaN]
}

/** Times of runs that were made in pairs: the first of one beside the first of the other. */
export const ratioOf = (ours: readonly number[], others: readonly number[]): Ratio => {
  const ratios = ours.map((ms, pair) => ms / (others[pair] ?? Number.NaN))
  return {
    ratioOfMedians: median(ours) / median(others),
    medianOfRatios: median(ratios),
    interval: medianInterval(ratios),
  }
}

/** The median of the pairs' ratios and its interval, for people. */
export const ratioWords = ({ medianOfRatios, interval }: Ratio, digits = 2): string =>
  `${medianOfRatios.toFixed(digits)} (${interval.map(end => end.toFixed(digits)).join(' to ')})`
