import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { fileBytes } from './documents.ts'
import { lines } from './lines.ts'
import { describeMachine, LEAST_SCALING, wordsOf } from './machine.ts'
import { kinds } from './samples.ts'
import { serveSite } from './site.ts'

const { values: asked } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(lines).join() },
    pairs: { type: 'string', default: '15' },
    kind: { type: 'string', default: 'pdf' },
    json: { type: 'boolean', default: false },
  },
})
const pairs = Number(asked.pairs)
const kind = kinds.find(known => known === asked.kind)
const names = asked.only.split(',')
const chosen = names.flatMap(name => {
  const line = lines[name]
  return line ? [{ name, line }] : []
})
if (!Number.isInteger(pairs) || pairs < 1 || !kind || chosen.length < names.length) {
  const known = Object.keys(lines).join()
  console.error(
    `npm run bench -- [--only ${known}] [--pairs 15] [--kind ${kinds.join('|')}] [--json]`,
  )
  process.exit(2)
}

// What is measured is what is shipped, as it is now.
execFileSync('npm', ['run', '--silent', 'build'], {
  stdio: ['ignore', 2, 2],
  shell: process.platform === 'win32',
})
const machine = await describeMachine()
const outcomes: Record<string, object> = {}
if (!asked.json) console.log(wordsOf(machine))
// The figures are told all the same: whoever asks for them sees what they are worth.
if (machine.twoThreads < LEAST_SCALING) process.exitCode = 1
const site = await serveSite()
try {
  for (const { name, line } of chosen) {
    const { outcome, words } = await line({ site, kind, pairs })
    outcomes[name] = outcome
    if (!asked.json) console.log(`\n== ${name} ==\n${words}`)
  }
  if (asked.json) console.log(JSON.stringify({ machine, kind, fileBytes, ...outcomes }, null, 2))
} finally {
  await site.close()
}
