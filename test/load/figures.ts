import { quantile } from '../bench/statistics.ts'
import type { Cell } from '../bench/table.ts'
import { failuresOf } from './judge.ts'
import type { Measured, Memory } from './measure.ts'
import type { LoopDelay, Used } from './messages.ts'

const GB = 1_000_000_000
const MB = 1_000_000

export const head: readonly string[] = [
  '',
  'uploads/s',
  'MB/s',
  'RSS idle',
  'RSS peak',
  'p50 ms',
  'p99 ms',
  'loop p99',
  'loop max',
  'loop CPU',
  'CPU s/GB',
]

export interface ProcessFigures {
  readonly idleMib: number
  readonly peakMib: number
  /** Of one core. */
  readonly cpuSeconds: number
  /** Of uploads. */
  readonly cpuSecondsPerGb: number
}

/** What is printed of a measurement. */
export interface Figures {
  readonly stored: number
  readonly uploadsPerSecond: number
  readonly mbPerSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly loopMs: LoopDelay
  readonly relay: ProcessFigures
  readonly upstream: ProcessFigures
  readonly clientCpuSeconds: number
  readonly failures: readonly string[]
}

export const figuresOf = (measured: Measured): Figures => {
  const { client, relay, upstream } = measured
  const { latencies, seconds, bytes, stored } = client
  const used = ({ idle, peak, cpuSeconds }: Memory & Used): ProcessFigures => ({
    idleMib: Math.round(idle),
    peakMib: Math.round(peak),
    cpuSeconds,
    cpuSecondsPerGb: (cpuSeconds / bytes) * GB,
  })
  return {
    stored,
    uploadsPerSecond: stored / seconds,
    mbPerSecond: bytes / MB / seconds,
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
    loopMs: relay.loop,
    relay: used(relay),
    upstream: used(upstream),
    clientCpuSeconds: client.cpuSeconds,
    failures: failuresOf(measured),
  }
}

const decimal = (value: number): Cell => value.toFixed(value < 10 ? 1 : 0)

export const rowsOf = (title: string, upstream: string, figures: Figures): Cell[][] => {
  const { uploadsPerSecond, mbPerSecond, loopMs, relay } = figures
  const latency = [figures.p50Ms, figures.p99Ms].map(Math.round)
  const loop = [loopMs.p99, loopMs.max, loopMs.held].map(decimal)
  const speed = [uploadsPerSecond, mbPerSecond].map(decimal)
  const own = figures.upstream
  return [
    [
      title,
      ...speed,
      relay.idleMib,
      relay.peakMib,
      ...latency,
      ...loop,
      decimal(relay.cpuSecondsPerGb),
    ],
    [
      `  ${upstream}`,
      '',
      '',
      own.idleMib,
      own.peakMib,
      '',
      '',
      '',
      '',
      '',
      decimal(own.cpuSecondsPerGb),
    ],
  ]
}
