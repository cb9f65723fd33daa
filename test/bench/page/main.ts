import { type Contestant, contestants, type Name, type Phases, type Server } from './contestants.ts'
import { type Strain, watchMainThread } from './probe.ts'

export interface Run extends Strain {
  /** From the choice to the provider's answer. */
  readonly ms: number
  /** Of the first file; empty where the contestant tells of none. */
  readonly phases: Phases
}

export interface Bench {
  ready(server: Server): void
  /** Sends the first `count` of the chosen files. */
  run(name: Name, count: number): Promise<Run>
}

declare global {
  interface Window {
    bench: Bench
    gc?: () => void
  }
}

const known = new Map<Name, Contestant>()

window.bench = {
  ready(server) {
    for (const [name, create] of Object.entries(contestants))
      known.set(name as Name, create(server))
  },
  async run(name, count) {
    const contestant = known.get(name)
    const input = document.querySelector('input')
    const files = [...(input?.files ?? [])].slice(0, count)
    if (!contestant || files.length !== count) throw new Error('Not ready.')
    window.gc?.()
    await new Promise<IdleDeadline>(resolve => requestIdleCallback(resolve))
    const watch = watchMainThread()
    const start = performance.now()
    const phases = await contestant(files)
    const ms = performance.now() - start
    return { ms, phases, ...(await watch.stop()) }
  },
}
