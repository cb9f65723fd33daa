import { createSeries, type LabelValues } from './series.ts'
import { type Metric, sample } from './text.ts'

/** From what a page does not notice to what only a slow line needs. */
const BOUNDS: readonly number[] = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300]

export interface Histogram {
  observe(labels: LabelValues, seconds: number): void
  metric(): Metric
}

export const createHistogram = (
  name: string,
  help: string,
  labels: readonly string[],
): Histogram => {
  const series = createSeries(() => ({ counts: BOUNDS.map(() => 0), count: 0, sum: 0 }))
  return {
    observe(values, seconds) {
      const found = series.at(values)
      found.count++
      found.sum += seconds
      for (const [index, bound] of BOUNDS.entries())
        if (seconds <= bound) found.counts[index] = (found.counts[index] ?? 0) + 1
    },
    metric: () => ({
      name,
      help,
      type: 'histogram',
      samples: series
        .all()
        .flatMap(([values, { counts, count, sum }]) => [
          ...[...BOUNDS, '+Inf'].map((bound, index) =>
            sample(
              `${name}_bucket`,
              [...labels, 'le'],
              [...values, `${bound}`],
              counts[index] ?? count,
            ),
          ),
          sample(`${name}_sum`, labels, values, Math.round(sum * 1000) / 1000),
          sample(`${name}_count`, labels, values, count),
        ]),
    }),
  }
}
