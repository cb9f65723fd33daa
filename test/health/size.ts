import { buildIfStale } from '../is-built.ts'
import { browserRows } from './in-browser.ts'
import { entryRows, fileRows, isOver, table } from './sizes.ts'

await buildIfStale()
const rows = [...entryRows(), ...(await browserRows())]
console.log(`${table(rows)}\n\nEach file by itself:\n${table(fileRows())}`)
process.exitCode = rows.some(isOver) ? 1 : 0
