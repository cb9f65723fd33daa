import { expect, test } from 'playwright/test'
import { runChaos } from '../chaos/chaos.ts'
import { faultsFor, providers, visitFaultsFor } from '../chaos/plan.ts'
import { type Site, serveSite } from '../chaos/site.ts'
import { runVisits } from '../chaos/visits.ts'

/** Few enough for every run; `npm run chaos` takes a thousand. */
const FILES = 10

// One after the other: else the page would be built for each.
test.describe.configure({ mode: 'default' })

let site: Site
test.beforeAll(async () => {
  site = await serveSite()
})
test.afterAll(() => site.close())

/** A page asks a relay to sign, and sends its bytes past it. */
const ways = [...providers.map(name => [name, false] as const), ['s3', true] as const]
for (const [transport, isRelayed] of ways)
  test(`${transport}${isRelayed ? ' with a relay' : ''}: every file arrives once over a line that fails it up to four times`, async ({
    page,
  }) => {
    await page.goto(site.url)
    const { counts, outcomes } = await runChaos(page, {
      transport,
      files: FILES,
      plan: { seed: 11, probability: 0.7, most: 3, mostLooks: 1, kinds: faultsFor(transport) },
      workerDeaths: 0.1,
      byHand: 20,
      isRelayed,
    })
    expect(counts.faults).toBeGreaterThanOrEqual(FILES)
    expect(outcomes.map(({ phase }) => phase)).toEqual(Array(FILES).fill('done'))
    // Nobody can ask DIDWW whether a file arrived, so a person who sends it again may send it twice.
    expect(counts.twice).toBeLessThanOrEqual(transport === 'didww' ? FILES : 0)
    expect(counts).toMatchObject({ 'done but not there': 0, 'untrue receipts': 0, wrong: 0 })
    expect(counts['no true ticket']).toBe(isRelayed ? 0 : undefined)
  })

test('tabs are killed, storage is wiped or full: every file arrives, and once where anything was kept', async ({
  context,
}) => {
  const { counts } = await runVisits(context, site.url, {
    transport: 'tus',
    files: 5,
    plan: { seed: 3, probability: 0.7, most: 2, mostLooks: 1, kinds: visitFaultsFor('tus') },
    byHand: 20,
  })
  expect(counts['tabs killed']).toBeGreaterThan(1)
  expect(counts).toMatchObject({
    once: 5,
    'not done': 0,
    'twice, and only gone on with': 0,
    'nothing offered though it was kept': 0,
    'untrue receipts': 0,
    wrong: 0,
  })
})
