import type { Fault } from './faults.ts'
import type { AbortAt } from './xhr-recorder.ts'

/** A request whose events a browser and the simulation must tell alike. */
export interface XhrScenario {
  readonly method: string
  /** What `test/engines/xhr-server.ts` does with it. */
  readonly path: string
  /** Bytes of its body. */
  readonly size: number
  readonly abortAt: AbortAt
  /** The same, in the simulated network. */
  readonly fault: Fault
  readonly status: number
  readonly isBehindServiceWorker: boolean
  /** The only browser in which it can be. */
  readonly only?: 'Chromium'
}

const scenario = (given: Partial<XhrScenario>): XhrScenario => ({
  method: 'POST',
  path: 'answered',
  size: 1_000,
  abortAt: 'never',
  fault: 'as it should',
  status: 200,
  isBehindServiceWorker: false,
  ...given,
})

/** More than the buffers between a browser and a server hold. */
const LARGE = 20_000_000

const plain: Readonly<Record<string, XhrScenario>> = {
  'with a body': scenario({}),
  'without a body': scenario({ method: 'GET', size: 0 }),
  'with an empty answer': scenario({ path: 'empty', status: 204 }),
  'without a body, with an empty answer': scenario({
    method: 'DELETE',
    size: 0,
    path: 'empty',
    status: 204,
  }),
  refused: scenario({ path: 'refused', fault: 'refused' }),
  'cut inside the body': scenario({ path: 'inside', size: LARGE, fault: 'cut inside the body' }),
  'cut after the body': scenario({ path: 'after', fault: 'cut after the body, which is lost' }),
  'cut without a body': scenario({
    method: 'GET',
    path: 'after',
    size: 0,
    fault: 'cut after the body, which is lost',
  }),
  'sent again by the browser': scenario({ path: 'twice', fault: 'sent again by the browser' }),
  'given up at once': scenario({ abortAt: 'at once' }),
  'given up inside the body': scenario({
    path: 'unread',
    size: LARGE,
    abortAt: 'upload progress',
    fault: 'stalled inside the body',
  }),
  'given up as it waits': scenario({
    path: 'never',
    abortAt: 'upload progress',
    fault: 'never answered, lost',
  }),
  'given up when its body has left': scenario({
    path: 'never',
    abortAt: 'upload load',
    fault: 'never answered, lost',
    only: 'Chromium',
  }),
  'given up inside the answer': scenario({ path: 'half', abortAt: 'readystatechange 3' }),
}

const behind = [
  'with a body',
  'without a body',
  'with an empty answer',
  'refused',
  'cut after the body',
  'given up at once',
  'given up inside the answer',
]

export const xhrScenarios: Readonly<Record<string, XhrScenario>> = {
  ...plain,
  ...Object.fromEntries(
    behind.map(name => [
      `${name}, behind a service worker`,
      { ...scenario(plain[name] ?? {}), isBehindServiceWorker: true },
    ]),
  ),
}
