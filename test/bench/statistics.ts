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
}

/** Times of runs that were made in pairs: the first of one beside the first of the other. */
export const ratioOf = (ours: readonly number[], others: readonly number[]): Ratio => ({
  ratioOfMedians: median(ours) / median(others),
  medianOfRatios: median(ours.map((ms, pair) => ms / (others[pair] ?? Number.NaN))),
})
