import { describe, expect, test } from 'vitest'
import { bundleRelay } from '../load/bundle.ts'
import { figuresOf } from '../load/figures.ts'
import { problemsOf } from '../load/judge.ts'
import { measure } from '../load/measure.ts'
import { type Load, passesRelay, setups } from '../load/plan.ts'

// The short form of `npm run load`.

const UPLOADS = 6
const BYTES = 9_000_000

const loads: readonly Load[] = [
  // More than one chunk of tus.
  { kind: 'at once', uploads: UPLOADS, bytes: BYTES },
  { kind: 'slow', uploads: UPLOADS, bytesPerSecond: BYTES, seconds: 1 },
]

describe.skipIf(process.platform !== 'linux').each(setups)(
  'the figures of `npm run load` are those of what was sent: %s',
  setup => {
    test.each(loads)('$kind', async load => {
      const measured = await measure(setup, await bundleRelay('test'), load)
      expect(problemsOf(measured, undefined, passesRelay(setup))).toEqual([])
      const { client, relay, upstream } = measured
      expect(client).toMatchObject({ stored: UPLOADS, bytes: UPLOADS * BYTES, failures: {} })
      expect(upstream).toMatchObject({ uploads: UPLOADS, bytes: UPLOADS * BYTES })
      expect(relay).toMatchObject({ bytes: passesRelay(setup) ? UPLOADS * BYTES : 0, logged: {} })
      expect(relay.peak).toBeGreaterThanOrEqual(relay.idle)
      expect(relay.idle).toBeGreaterThan(20)
      const figures = figuresOf(measured)
      expect(figures.p99Ms).toBeGreaterThanOrEqual(figures.p50Ms)
      expect(figures.p99Ms).toBeLessThanOrEqual(client.seconds * 1000)
      expect(figures.relay.cpuSecondsPerGb * UPLOADS * (BYTES / 1e9)).toBeCloseTo(relay.cpuSeconds)
    })
  },
)
