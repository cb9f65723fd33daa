export type Cell = string | number

/** Columns for a terminal: names on the left, numbers to the right, rounded. */
export const table = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [head, ...rows]
    .map(([name = '', ...cells]) => {
      const numbers = cells.map(cell =>
        (typeof cell === 'number' ? cell.toFixed(0) : cell).padStart(11),
      )
      return `${String(name).padEnd(32)}${numbers.join('')}`
    })
    .join('\n')
