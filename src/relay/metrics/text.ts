import type { LabelValues } from './series.ts'

/** Prometheus' text format (https://prometheus.io/docs/instrumenting/exposition_formats/). */
export const CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

export interface Metric {
  readonly name: string
  readonly help: string
  readonly type: 'counter' | 'gauge' | 'histogram'
  readonly samples: readonly string[]
}

/** `name{a="b"} 7`. The values are words without a character that would have to be escaped: see `series.ts`. */
export const sample = (
  name: string,
  labels: readonly string[],
  values: LabelValues,
  value: number,
): string => {
  const pairs = labels.map((label, index) => `${label}="${values[index]}"`)
  return `${name}{${pairs.join(',')}} ${value}`
}

export const textOf = (metrics: readonly Metric[]): string =>
  metrics
    .map(({ name, help, type, samples }) =>
      [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples, ''].join('\n'),
    )
    .join('')
