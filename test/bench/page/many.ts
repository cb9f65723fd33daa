// The build puts the packaged library in its place.
import '../../../src/define.ts'
import type { Server } from '../sandbox.ts'
import { chosenFiles } from './files.ts'
import { type Strain, watchMainThread } from './probe.ts'

/** How one stretch went. */
export interface Stretch extends Strain {
  readonly ms: number
}

/** What a driver can ask of this page. */
export interface ManyBench {
  ready(server: Server): void
  /** Adds the first `count` of the chosen files at once: until all are listed, shown and checked. */
  add(count: number): Promise<Stretch>
  /** Sends what was added: until all have arrived. */
  send(): Promise<Stretch>
  /** Empties the list. */
  clear(): void
}

const element = document.createElement('seal-drop')

const drawn = async (): Promise<void> => {
  for (let n = 0; n < 2; n++) await new Promise(requestAnimationFrame)
}

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
  async add(count) {
    const files = chosenFiles(count)
    await element.settled() // loads the rest of the code, as whoever opens the file chooser does
    await drawn()
    return during(async () => {
      element.add(files)
      await element.settled()
    })
  },
  async send() {
    const count = element.files.length
    const sent = await during(() => element.finish())
    if (element.receipts.length !== count) throw new Error(`${element.receipts.length} receipts.`)
    return sent
  },
  clear: () => element.clear(),
}
window.bench = bench
