import { describe, expect, test } from 'vitest'
import { failuresOf, problemsOf } from '../load/judge.ts'
import type { Measured } from '../load/measure.ts'
import type { Logged } from '../load/messages.ts'

const memory = { idle: 80, peak: 120, cpuSeconds: 1 }
const loop = { p50: 0, p99: 0, max: 0, held: 0 }

/** Two uploads of 5 bytes that were stored, and what failed. */
const measured = (failures: Record<string, number> = {}, logged: Logged = {}): Measured => ({
  client: { stored: 2, bytes: 10, seconds: 1, latencies: [1, 2], failures, cpuSeconds: 1 },
  relay: { ...memory, loop, bytes: 10, logged },
  upstream: { ...memory, uploads: 2, bytes: 10 },
})

describe('a run of `npm run load`', () => {
  test('is well where all that was sent arrived', () => {
    expect(problemsOf(measured(), 120)).toEqual([])
  })

  test.each([
    [
      'a bad gateway for which the relay gives none',
      { '502 bad-gateway': 1 },
      { '502 bad-gateway': { '': 1 } },
    ],
    [
      'one that the relay does not know itself',
      { '502 bad-gateway': 1 },
      { '502 bad-gateway': { unknown: 1 } },
    ],
    ['no answer', { 'no answer: ECONNRESET': 1 }, {}],
    ['an answer that is not the relay’s', { '400 (no JSON)': 1 }, {}],
    ['one that the relay has not logged', { '429 rate-limited': 1 }, {}],
    ['one without a code', { '502 undefined': 1 }, { '502 undefined': { '': 1 } }],
  ])('fails where an upload failed without a reason: %s', (_, failures, logged) => {
    expect(problemsOf(measured(failures, logged))).toHaveLength(1)
  })

  test.each([
    ['502 bad-gateway', 'dns', '3 x 502 bad-gateway (dns)'],
    ['504 gateway-timeout', '', '3 x 504 gateway-timeout'],
  ])('says why an upload failed, where the relay does: %s', (heard, reason, words) => {
    const failed = measured({ [heard]: 3 }, { [heard]: { [reason]: 3 } })
    expect(problemsOf(failed)).toEqual([])
    expect(failuresOf(failed)).toEqual([words])
  })

  test('fails where what was counted does not agree', () => {
    const { client, relay, upstream } = measured()
    const lost = { client, relay, upstream: { ...upstream, uploads: 1, bytes: 5 } }
    expect(problemsOf(lost)).toEqual([
      '2 uploads were answered, and 1 arrived',
      '10 bytes were sent, and 5 arrived',
    ])
    const uncounted = { client, relay: { ...relay, bytes: 5 }, upstream }
    expect(problemsOf(uncounted)).toEqual(['10 bytes were sent, and the relay logged 5'])
  })

  test('fails where the relay takes more memory than it may, or nothing was stored', () => {
    expect(problemsOf(measured(), 119)).toEqual(['the relay took 120 MiB, of at most 119'])
    const { client, relay, upstream } = measured()
    const none = { ...client, stored: 0, bytes: 0, latencies: [] }
    const idle = { ...upstream, uploads: 0, bytes: 0 }
    expect(problemsOf({ client: none, relay: { ...relay, bytes: 0 }, upstream: idle })).toEqual([
      'nothing was stored',
    ])
  })
})
