/** The values of a metric's labels, in their order. */
export type LabelValues = readonly string[]

/** So many combinations of labels a metric has at most. There are fewer, unless a mistake of ours lets in what somebody chose. */
const MAX_SERIES = 2000
const OTHER = 'other'

/** Words of our own lists alone: nothing else may become a label, whoever calls. */
const asLabel = (value: string): string => (/^[\w-]{1,40}$/.test(value) ? value : OTHER)

/** One value for each combination of labels. */
export interface Series<Value> {
  /** The value of these labels: made where it is not there, of `other` for all where there are too many. */
  at(labels: LabelValues): Value
  readonly all: () => readonly (readonly [labels: LabelValues, value: Value])[]
}

export const createSeries = <Value>(make: () => Value): Series<Value> => {
  const values = new Map<string, readonly [labels: LabelValues, value: Value]>()
  return {
    at(given) {
      const known = given.map(asLabel)
      const isNew = !values.has(known.join(' '))
      const labels = isNew && values.size >= MAX_SERIES ? known.map(() => OTHER) : known
      const key = labels.join(' ')
      const found = values.get(key) ?? ([labels, make()] as const)
      values.set(key, found)
      return found[1]
    },
    all: () => [...values.values()],
  }
}
