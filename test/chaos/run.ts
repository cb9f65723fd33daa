import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { browserPath } from '../browser-path.ts'
import { runChaos } from './chaos.ts'
import { faultsFor, measured, providers, visitFaultsFor } from './plan.ts'
import { serveSite } from './site.ts'
import { runVisits } from './visits.ts'

const { values } = parseArgs({
  options: {
    transport: { type: 'string' },
    files: { type: 'string', default: '1000' },
    /** Of each file. */
    bytes: { type: 'string' },
    seed: { type: 'string', default: '1' },
    probability: { type: 'string' },
    /** Through a relay. */
    relay: { type: 'boolean', default: false },
    /** One file after the other, whose tabs are killed. */
    visits: { type: 'boolean', default: false },
    /** The measure of unknown outcomes: no retry by hand, no worker dies. */
    'first-pass': { type: 'boolean', default: false },
  },
})
const isFirstPass = values['first-pass']
const names = providers.filter(name => (values.transport ?? name) === name)

const site = await serveSite()
const browser = await chromium.launch(await browserPath())
try {
  await mkdir('.cache/chaos-tables', { recursive: true })
  for (const transport of values.visits ? names : []) {
    const context = await browser.newContext()
    const { counts, table, ms, visited } = await runVisits(context, site.url, {
      transport,
      files: Number(values.files),
      plan: {
        seed: Number(values.seed),
        probability: Number(values.probability ?? 0.5),
        most: 3,
        mostLooks: 1,
        kinds: visitFaultsFor(transport),
      },
      byHand: 20,
    })
    await context.close()
    console.log(`\n${transport}, visits: ${ms} ms, seed ${values.seed}`)
    console.table(counts)
    for (const { number, phase, copies } of visited.filter(one => one.phase !== 'done').slice(0, 5))
      console.log(`  file ${number}: ${phase}, ${copies} there`)
    console.log(`table ${createHash('sha256').update(table).digest('hex').slice(0, 16)}`)
    await writeFile(`.cache/chaos-tables/${transport}-visits-${values.seed}.txt`, table)
  }
  for (const transport of values.visits ? [] : names) {
    const page = await browser.newPage()
    page.on('pageerror', error => console.error(String(error)))
    await page.goto(site.url)
    const { counts, byKind, table, outcomes, ms, resent } = await runChaos(page, {
      transport,
      files: Number(values.files),
      ...(values.bytes !== undefined && { bytes: Number(values.bytes) }),
      plan: {
        seed: Number(values.seed),
        probability: Number(values.probability ?? (isFirstPass ? 0.4 : 0.7)),
        most: isFirstPass ? 1_000 : 3,
        mostLooks: isFirstPass ? 1_000 : 1,
        kinds: isFirstPass ? measured : faultsFor(transport),
      },
      isRelayed: values.relay,
      workerDeaths: isFirstPass ? 0 : 0.01,
      byHand: isFirstPass ? 0 : 20,
    })
    await page.close()
    console.log(
      `\n${transport}${values.relay ? ' through a relay' : ''}: ${ms} ms, seed ${values.seed}`,
    )
    console.table(counts)
    console.log(
      byKind,
      `sent again by the browser itself: ${resent}, retries by hand: ${outcomes[0]?.byHand}`,
    )
    for (const { number, code, message } of outcomes.filter(({ code }) => code).slice(0, 5))
      console.log(`  file ${number}: ${code}: ${message}`)
    console.log(`table ${createHash('sha256').update(table).digest('hex').slice(0, 16)}`)
    await writeFile(`.cache/chaos-tables/${transport}-${values.seed}.txt`, table)
  }
} finally {
  await browser.close()
  await site.close()
}
