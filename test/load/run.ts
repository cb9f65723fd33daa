import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { table } from '../bench/table.ts'
import { bundleRelay } from './bundle.ts'
import { capacityOf, type Outcome } from './capacity.ts'
import { figuresOf, head, rowsOf } from './figures.ts'
import { problemsOf } from './judge.ts'
import { FEW, measure } from './measure.ts'
import { checkOut } from './old-commit.ts'
import { type Load, linesOf, passesRelay, setups, titleOf } from './plan.ts'

const { values: asked } = parseArgs({
  options: {
    only: { type: 'string', default: setups.join() },
    loads: {
      type: 'string',
      default: linesOf(1)
        .map(({ name }) => name)
        .join(),
    },
    /** Another one's relay, beside ours. */
    old: { type: 'string' },
    seconds: { type: 'string', default: '10' },
    json: { type: 'boolean', default: false },
  },
})
const seconds = Number(asked.seconds)
const names = asked.only.split(',')
const chosen = setups.filter(setup => names.includes(setup))
const loads = asked.loads.split(',')
const lines = linesOf(seconds).filter(({ name }) => loads.includes(name))
const isKnown = chosen.length === names.length && lines.length === loads.length
if (!isKnown || !Number.isInteger(seconds) || seconds < 1) {
  const known = linesOf(1).map(({ name }) => name)
  console.error(
    `npm run load -- [--only ${setups}] [--loads ${known}] [--old COMMIT] [--seconds 10] [--json]`,
  )
  process.exit(2)
}
if (process.platform !== 'linux') {
  console.error('Memory is measured by /proc/<pid>/status, which Linux alone has.')
  process.exit(2)
}

const FIRST: Load = { kind: 'steady', loops: 8, bytes: 1_000_000, seconds: 3 }
const undo: (() => Promise<unknown>)[] = []
const tell = (words: string): void => (asked.json ? undefined : console.log(words))
const upstreams = {
  relay: 'what it forwards to',
  tus: 'the tus server',
  s3: 'the bucket, beside it',
} as const
const outcomes: Outcome[] = []
const told: object[] = []
try {
  const relays = [{ who: 'now', path: await bundleRelay('now'), isOurs: true }]
  if (asked.old !== undefined) {
    const tree = await checkOut(asked.old, later => undo.push(later))
    relays.push({ who: asked.old, path: await bundleRelay('old', tree), isOurs: false })
  }
  tell(`${availableParallelism()} cores, Node ${process.version}, ${new Date().toISOString()}`)
  tell(
    'RSS in MiB; loop: by how many ms a timer of the relay came late, and the most CPU ms between two; CPU: seconds of one core',
  )
  for (const setup of chosen) {
    tell(`\n== ${setup} ==\n${table(head, [])}`)
    for (const { name, load, mostMib } of lines)
      for (const { who, path, isOurs } of relays) {
        // What comes first stays in the heap for long, as garbage: before memory is asked for it is little.
        const measured = await measure(setup, path, load, mostMib === undefined ? FIRST : FEW)
        const figures = figuresOf(measured)
        // Of another commit it is only shown.
        const problems = problemsOf(measured, isOurs ? mostMib : undefined, passesRelay(setup))
        if (isOurs) outcomes.push({ setup, load: name, figures })
        told.push({ setup, load: name, who, ...figures, problems })
        const title = `${titleOf(load)}${relays.length > 1 ? `, ${who}` : ''}`
        tell(
          rowsOf(title, upstreams[setup], figures)
            .map(row => table(row.map(String), []))
            .join('\n'),
        )
        for (const problem of problems) {
          console.error(`${setup}, ${title}: ${problem}${isOurs ? '' : ' (not ours)'}`)
          if (isOurs) process.exitCode = 1
        }
      }
  }
  const capacity = capacityOf(outcomes)
  if (capacity) tell(`\nFor demo/site/pages/guides/capacity.md:\n\n${capacity}`)
  if (asked.json) console.log(JSON.stringify(told, null, 2))
} finally {
  for (const end of undo.reverse()) await end()
}
