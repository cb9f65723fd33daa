import { mkdir, readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { packInto } from '../consumer.ts'
import { buildIfStale } from '../is-built.ts'
import { bundledIn } from '../notices.ts'
import { publintProblems, typesProblems } from './judges.ts'
import { licenceProblems } from './licences.ts'
import { lockfileProblems, pinProblems } from './lockfile.ts'
import { exportProblems } from './package-exports.ts'
import { entryRows, isOver, table } from './sizes.ts'

/** Judges the package, not the source: what is installed for it, and what whoever installs it gets. */

const read = (path: string): Promise<string> => readFile(path, 'utf8')

await buildIfStale()
const manifest = JSON.parse(await read('package.json'))
const lockfile = JSON.parse(await read('package-lock.json'))
const notices = [await read('dist/licenses.txt'), await read('dist/desk.html')]
await mkdir('.cache', { recursive: true })
const tarball = new Uint8Array(await readFile(packInto(resolve('.cache')).path))

const findings: Readonly<Record<string, readonly string[]>> = {
  lockfile: lockfileProblems(lockfile),
  versions: pinProblems(manifest),
  licences: licenceProblems(lockfile, new Set(notices.flatMap(bundledIn).map(({ name }) => name))),
  exports: exportProblems(manifest.exports),
  sizes: entryRows()
    .filter(isOver)
    .map(row => table([row])),
  publint: await publintProblems(tarball.buffer),
  types: await typesProblems(tarball),
}

for (const [name, problems] of Object.entries(findings)) {
  console.log(`${name}: ${problems.length === 0 ? 'fine' : ''}`)
  for (const problem of problems) console.error(`  ${problem}`)
  if (problems.length > 0) process.exitCode = 1
}
