// The build puts the packaged library in its place.
import '../../../src/define.ts'
import type { Server } from '../sandbox.ts'
import { chosenFiles } from './files.ts'
import { type Strain, watchMainThread } from './probe.ts'

/** How one stretch went. */
export interface Stretch extends Strain {
  readonly ms: number
}

export interface ManyRun {
  /** Until all are listed, shown and checked. */
  readonly checked: Stretch
  /** From there until all have arrived. */
  readonly delivered: Stretch
}

/** What a driver can ask of this page. */
export interface ManyBench {
  ready(server: Server): void
  /** Sends the first `count` of the chosen files, all of them added at once. */
  run(count: number): Promise<ManyRun>
}

const element = document.createElement('seal-drop')

const during = async (work: () => Promise<unknown>): Promise<Stretch> => {
  window.gc?.()
  await new Promise<IdleDeadline>(resolve => requestIdleCallback(resolve))
  const watch = watchMainThread()
  const start = performance.now()
  await work()
  const ms = performance.now() - start
  return { ms, ...(await watch.stop()) }
}

const bench: ManyBench = {
  ready({ endpoint, headers }) {
    Object.assign(element, { multiple: true, upload: 'manual', transport: 'didww', endpoint })
    element.authorize = () => headers
    document.body.append(element)
  },
  async run(count) {
    const files = chosenFiles(count)
    await element.settled() // loads the rest of the code
    const checked = await during(async () => {
      element.add(files)
      await element.settled()
    })
    const delivered = await during(() => element.finish())
    if (element.receipts.length !== count) throw new Error(`${element.receipts.length} receipts.`)
    element.clear()
    return { checked, delivered }
  },
}
window.bench = bench
