import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundle } from '../simulate/bundle.ts'
import { recordXhr } from '../simulate/xhr-recorder.ts'
import { type XhrScenario, xhrScenarios } from '../simulate/xhr-scenarios.ts'
import type { Engine, Tab } from './driver/engine.ts'
import { engines } from './driver/engines.ts'
import { startXhrServer, type XhrServer } from './xhr-server.ts'

type Simulation = typeof import('../simulate/main.ts')

/** The discard port: no browser connects to it, and nobody listens. */
const NOWHERE = 'http://127.0.0.1:9'

const folder = join(import.meta.dirname, '../../.cache/simulate')
let simulation: Simulation
let server: XhrServer

beforeAll(async () => {
  await mkdir(folder, { recursive: true })
  const path = join(folder, 'events.mjs')
  await bundle(path)
  simulation = await import(path)
  server = await startXhrServer()
})
afterAll(() => server.close())

const record = async (tab: Tab, scenario: XhrScenario): Promise<string[]> => {
  const { method, path, size, abortAt, isBehindServiceWorker } = scenario
  const base = `${server.url}${isBehindServiceWorker ? '/behind/' : '/'}`
  await tab.goto(base)
  if (isBehindServiceWorker)
    await expect.poll(() => tab.evaluate(() => document.title)).toBe('Behind a worker')
  // On a connection that was used before, a browser sends by itself what was lost without an answer.
  if (path === 'twice') await tab.evaluate(async () => void (await (await fetch('/warm')).text()))
  const url = path === 'refused' ? `${NOWHERE}/` : `${base}${path}`
  return tab.evaluate(recordXhr, { method, url, size, abortAt })
}

for (const { name, isInstalled, launch } of engines)
  describe.skipIf(!isInstalled)(`the events of a request in ${name}`, () => {
    let engine: Engine | undefined
    beforeAll(async () => {
      engine = await launch()
    })
    afterAll(async () => {
      await engine?.close()
    })

    for (const [what, scenario] of Object.entries(xhrScenarios)) {
      if (scenario.only && scenario.only !== name) continue
      test(`are those of the simulation: ${what}`, async () => {
        const tab = await engine?.open()
        if (!tab) throw new Error(`${name} did not start.`)
        const recorded = await record(tab, scenario)
        await tab.close()
        expect(await simulation.replayXhr(name, scenario)).toEqual(recorded)
      })
    }
  })
