import { expect, test } from 'vitest'
import { capacityOf, costsOf, needOf, type Outcome } from '../load/capacity.ts'
import type { Figures } from '../load/figures.ts'
import type { Setup } from '../load/plan.ts'

const process = (cpuSeconds: number) => ({
  idleMib: 90,
  peakMib: 190,
  cpuSeconds,
  cpuSecondsPerGb: 0,
})

/** So many uploads, and the seconds of a core that they took. */
const figures = (stored: number, cpuSeconds: number): Figures => ({
  stored,
  uploadsPerSecond: 1,
  mbPerSecond: 1,
  p50Ms: 1,
  p99Ms: 1,
  loopMs: { p50: 0, p99: 0, max: 0, held: 0 },
  relay: process(cpuSeconds),
  upstream: process(cpuSeconds),
  clientCpuSeconds: 1,
  failures: [],
})

// 4 ms for an upload, and 3 ms for each MB.
const outcomes = (setup: Setup): readonly Outcome[] => [
  { setup, load: 'at-once', figures: figures(200, 1) },
  { setup, load: '1MB', figures: figures(1000, 7) },
  { setup, load: '20MB', figures: figures(10, 0.64) },
]

test('the costs of an upload and of a megabyte are told apart', () => {
  const costs = costsOf(outcomes('relay'), 'relay', 'relay')
  expect(costs?.perUpload).toBeCloseTo(4)
  expect(costs?.perMb).toBeCloseTo(3)
  expect(costs).toMatchObject({ idle: 90, perUploadInFlight: 0.5 })
})

test('what 10,000 uploads a minute need follows from them', () => {
  const costs = { perUpload: 4, perMb: 3, idle: 90, perUploadInFlight: 0.5 }
  const need = needOf(costs, 6)
  expect(need.mbPerSecond).toBe(1000)
  expect(need.inFlight).toBe(800)
  expect(need.cores).toBeCloseTo(22 / 6)
  expect(need.processes).toBe(7)
  expect(need.memoryGib).toBeCloseTo((7 * 90 + 400) / 1024)
})

test('where the bytes pass by, an upload costs the same whatever its size', () => {
  const besides: readonly Outcome[] = [
    { setup: 's3', load: 'slow', figures: figures(1000, 9) },
    { setup: 's3', load: '1kB', figures: figures(1000, 3) },
  ]
  const costs = { perUpload: 3, perMb: 0, idle: 90, perUploadInFlight: 0.1 }
  expect(costsOf(besides, 's3', 'relay')).toEqual(costs)
  expect(needOf(costs, 20).cores).toBe(needOf(costs, 1).cores)
  expect(capacityOf(besides)).toContain('| the relay, beside a bucket | 3 | 0 | 90 | 0.1 |')
})

test('no table is made where a line was not measured', () => {
  const whole = outcomes('relay')
  for (const one of whole) expect(capacityOf(whole.filter(other => other !== one))).toBeUndefined()
  expect(capacityOf(whole)).not.toContain('tus')
  const tables = capacityOf([...outcomes('relay'), ...outcomes('tus')])
  expect(tables).toContain('| the relay, whole files | 4 | 3 | 90 | 0.5 |')
  expect(tables).toContain('| 20 MB | the tus server | 3,300 |')
})
