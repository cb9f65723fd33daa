import { clock, quiet } from './clock.ts'
import { network } from './network.ts'
import { page } from './page.ts'
import { serveAt } from './server.ts'
import { type EngineName, setBrowser } from './xhr.ts'
import { recordXhr } from './xhr-recorder.ts'
import type { XhrScenario } from './xhr-scenarios.ts'

const ORIGIN = 'https://events.example'

/** The events of a request in the simulation, to be compared with those of a browser. */
export const replayXhr = async (engine: EngineName, scenario: XhrScenario): Promise<string[]> => {
  const { method, path, size, abortAt, fault, status, isBehindServiceWorker } = scenario
  clock.reset()
  page.reset(ORIGIN, engine, isBehindServiceWorker)
  setBrowser(engine, isBehindServiceWorker)
  serveAt(ORIGIN, {
    answer: async () => ({ status, body: status === 204 ? '' : 'stored' }),
    cut: async () => {},
    kind: () => 'upload',
  })
  network.begin({
    nextFault: () => fault,
    // Slower than Firefox tells of progress, but for what is over before that.
    nextDelay: () => (fault.startsWith('cut after') ? 1 : 100),
    arrivesWhenGivenUp: false,
    givenUpUntold: () => {},
    leaves: () => {},
  })
  let told: string[] | undefined
  const recorded = recordXhr({ method, url: `${ORIGIN}/${path}`, size, abortAt })
  void recorded.then(events => {
    told = events
  })
  do await quiet()
  while (!told && clock.next() !== undefined)
  if (!told) throw new Error('The request never ends.')
  return told
}
