import { readdirSync } from 'node:fs'
import { budgets } from './budgets.ts'
import { dist, gzippedBytes, loadedWith } from './graph.ts'

/** One line of the table that `npm run size` prints. */
export interface Row {
  readonly what: string
  readonly measured: number
  /** The most it may be; undefined where it is only told. */
  readonly most?: number
  readonly unit: string
}

const unit = 'B gz'

/** What a page loads for each entry, at once. */
export const entryRows = (): readonly Row[] => [
  ...Object.entries(budgets.entries).map(([name, most]) => {
    const files = loadedWith(name)
    const what = files.size > 1 ? `${name}, with all it imports at once` : name
    return { what, measured: gzippedBytes(files), most, unit }
  }),
  ...['open.js', 'relay.js', 'relay-redis.js'].map(name => ({
    what: `${name}, with all it imports at once but packages`,
    measured: gzippedBytes(loadedWith(name)),
    unit,
  })),
]

/** Every script of the package by itself. */
export const fileRows = (): readonly Row[] =>
  readdirSync(dist)
    .filter(name => /\.(js|html)$/.test(name))
    .sort()
    .map(name => ({ what: name, measured: gzippedBytes([name]), unit }))

export const isOver = ({ measured, most }: Row): boolean => most !== undefined && measured > most

const grouped = (number: number): string => number.toLocaleString('en')

export const table = (rows: readonly Row[]): string =>
  rows
    .map(row => {
      const { what, measured, most, unit } = row
      const limit = most === undefined ? '' : `of ${grouped(most)}`
      const verdict = isOver(row) ? '  TOO MUCH' : ''
      return `${what.padEnd(52)} ${grouped(measured).padStart(8)} ${unit.padEnd(7)} ${limit}${verdict}`.trimEnd()
    })
    .join('\n')
