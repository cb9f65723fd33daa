import { randomUUID } from 'node:crypto'
import { Agent } from 'node:http'
import type { ClientFigures } from './messages.ts'
import { createPace } from './pace.ts'
import type { Load, Setup } from './plan.ts'
import { send } from './upload.ts'

const bytesOf = (load: Load): number =>
  load.kind === 'slow' ? load.bytesPerSecond * load.seconds : load.bytes

/** Puts the load on the relay. As many promises are under way as there are loops. */
const drive = async (setup: Setup, origin: string, load: Load): Promise<ClientFigures> => {
  const bytes = bytesOf(load)
  const isSteady = load.kind === 'steady'
  const loops = isSteady ? load.loops : load.uploads
  const agent = isSteady ? new Agent({ keepAlive: true, maxSockets: loops }) : undefined
  const pace = load.kind === 'slow' ? createPace(load.bytesPerSecond) : undefined
  const latencies: number[] = []
  const failures: Record<string, number> = {}
  const cpu = process.cpuUsage()
  const started = performance.now()
  const isOver = (): boolean => !isSteady || performance.now() - started > load.seconds * 1000
  const loop = async (): Promise<void> => {
    do {
      const outcome = await send(setup, { origin, name: randomUUID(), bytes, pace, agent })
      if ('ms' in outcome) latencies.push(outcome.ms)
      else failures[outcome.failure] = (failures[outcome.failure] ?? 0) + 1
    } while (!isOver())
  }
  await Promise.all(Array.from({ length: loops }, loop))
  const seconds = (performance.now() - started) / 1000
  pace?.stop()
  agent?.destroy()
  const { user, system } = process.cpuUsage(cpu)
  return {
    stored: latencies.length,
    bytes: latencies.length * bytes,
    seconds,
    latencies,
    failures,
    cpuSeconds: (user + system) / 1_000_000,
  }
}

const [, , setup = '', origin = ''] = process.argv
process.on('message', async (load: Load) =>
  process.send?.(await drive(setup as Setup, origin, load)),
)
process.on('disconnect', () => process.exit())
process.send?.({})
