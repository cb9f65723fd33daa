import type { Provider, Server } from '../sandbox.ts'
import { type Contestant, contestants, type Name, type Phases } from './contestants.ts'
import { chosenFiles } from './files.ts'
import { type Strain, watchMainThread } from './probe.ts'

export interface Run extends Strain {
  /** From the choice to the provider's answer. */
  readonly ms: number
  /** Of the first file; empty where the contestant tells of none. */
  readonly phases: Phases
}

/** What a driver can ask of this page. */
export interface DeliveryBench {
  ready(provider: Provider, server: Server): void
  /** Sends the first `count` of the chosen files. */
  run(name: Name, count: number): Promise<Run>
}

const known = new Map<string, Contestant>()

const bench: DeliveryBench = {
  ready(provider, server) {
    for (const [name, create] of Object.entries(contestants[provider]))
      known.set(name, create(server))
  },
  async run(name, count) {
    const contestant = known.get(name)
    const files = chosenFiles(count)
    if (!contestant) throw new Error('Not ready.')
    window.gc?.()
    await new Promise<IdleDeadline>(resolve => requestIdleCallback(resolve))
    const watch = watchMainThread()
    const start = performance.now()
    const phases = await contestant(files)
    const ms = performance.now() - start
    return { ms, phases, ...(await watch.stop()) }
  },
}
window.bench = bench
